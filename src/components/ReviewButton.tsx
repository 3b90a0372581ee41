import { Link } from 'wouter';
import { useTranslation } from '@/i18n/useTranslation';
import controls from './controls.module.css';

/** The way to the morning review, with so many questions; nothing where there are none. */
export function ReviewButton({ count }: { count: number }) {
  const { t } = useTranslation();
  if (count === 0) return null;
  return (
    <Link href="/nights/review" className={`${controls.button} ${controls.night}`}>
      {t('tonight.review', { count })}
    </Link>
  );
}
