import frame from '@/components/page.module.css';
import { usePage } from '@/components/usePage';
import { useWords } from '@/i18n/language';

/** A caregiver’s recharge. */
export default function NapsScreen() {
  const { t } = useWords();
  usePage(t('naps.title'));
  return (
    <main className={frame.page}>
      <h1 className={frame.title}>{t('naps.title')}</h1>
    </main>
  );
}
