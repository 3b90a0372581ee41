import frame from '@/components/page.module.css';
import { usePage } from '@/components/usePage';
import { useWords } from '@/i18n/language';

/** The morning review: one card at a time. */
export default function ReviewScreen() {
  const { t } = useWords();
  usePage(t('review.title'));
  return (
    <main className={frame.page}>
      <h1 className={frame.title}>{t('review.title')}</h1>
    </main>
  );
}
