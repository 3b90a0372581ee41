import { Link } from 'wouter';
import { useTranslation } from '@/i18n/useTranslation';
import controls from './controls.module.css';

/**
 * The link to the morning review, with the number of questions. It renders nothing when there are
 * none.
 */
export function ReviewButton({ count }: { count: number }) {
  const { t } = useTranslation();
  if (count === 0) return null;
  return (
    <Link href="/nights/review" className={`${controls.button} ${controls.night}`}>
      {t('tonight.review', { count })}
    </Link>
  );
}
