import frame from '@/components/page.module.css';
import { usePage } from '@/components/usePage';
import { useWords } from '@/i18n/language';

/** What was learnt from a night. */
export default function PostmortemPage() {
  const { t } = useWords();
  usePage(t('postmortem.title'));
  return (
    <main className={frame.page}>
      <h1 className={frame.title}>{t('postmortem.title')}</h1>
    </main>
  );
}
