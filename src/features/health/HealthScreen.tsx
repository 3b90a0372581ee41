import frame from '@/components/page.module.css';
import { usePage } from '@/components/usePage';
import { useWords } from '@/i18n/language';

/** Illnesses, temperatures, medicine. */
export default function HealthScreen() {
  const { t } = useWords();
  usePage(t('health.title'));
  return (
    <main className={frame.page}>
      <h1 className={frame.title}>{t('health.title')}</h1>
    </main>
  );
}
