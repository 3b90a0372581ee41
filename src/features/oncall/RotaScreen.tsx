import { BackToHousehold } from '@/components/BackToHousehold';
import form from '@/components/form.module.css';
import frame from '@/components/page.module.css';
import { usePage } from '@/hooks/usePage';
import { useTranslation } from '@/i18n/useTranslation';
import { Rota } from './rota/Rota';

/** The screen of the rota: who is on call in which night. */
export default function RotaScreen() {
  const { t } = useTranslation();
  usePage(t('rota.title'));
  return (
    <main className={frame.page}>
      <BackToHousehold />
      <header className={frame.head}>
        <h1 className={frame.title}>{t('rota.title')}</h1>
        <p className={form.hint}>{t('rota.hint')}</p>
      </header>
      <Rota />
    </main>
  );
}
