import frame from '@/components/page.module.css';
import { usePage } from '@/components/usePage';
import { useWords } from '@/i18n/language';

/** Two pages for the paediatrician. */
export default function ReportScreen() {
  const { t } = useWords();
  usePage(t('paediatrician.title'));
  return (
    <main className={frame.page}>
      <h1 className={frame.title}>{t('paediatrician.title')}</h1>
    </main>
  );
}
