import { Link } from 'wouter';
import { useWords } from '@/i18n/language';
import controls from './controls.module.css';

/** The way to the morning review, with so many questions; nothing where there are none. */
export function ReviewButton({ count }: { count: number }) {
  const { t } = useWords();
  if (count === 0) return null;
  return (
    <Link href="/nights/review" className={`${controls.button} ${controls.night}`}>
      {t('tonight.review', { count })}
    </Link>
  );
}
