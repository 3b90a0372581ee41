import { BackToHousehold } from '@/components/BackToHousehold';
import form from '@/components/form.module.css';
import frame from '@/components/page.module.css';
import { usePage } from '@/hooks/usePage';
import { useTranslation } from '@/i18n/useTranslation';
import { Runbooks } from './Runbooks';

/** The page of all runbooks. */
export function RunbooksPage() {
  const { t } = useTranslation();
  usePage(t('runbooks.title'));
  return (
    <main className={frame.page}>
      <BackToHousehold />
      <header className={frame.head}>
        <h1 className={frame.title}>{t('runbooks.title')}</h1>
        <p className={form.hint}>{t('runbooks.hint')}</p>
      </header>
      <Runbooks />
    </main>
  );
}
