import frame from '@/components/page.module.css';
import { usePage } from '@/components/usePage';
import { useWords } from '@/i18n/language';

/** Technical debt of the household. */
export default function ChoresScreen() {
  const { t } = useWords();
  usePage(t('chores.title'));
  return (
    <main className={frame.page}>
      <h1 className={frame.title}>{t('chores.title')}</h1>
    </main>
  );
}
