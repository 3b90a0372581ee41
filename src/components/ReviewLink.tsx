import { Link } from 'wouter';
import { useWords } from '@/i18n/language';
import controls from './controls.module.css';
import { useReview } from './useReview';

interface ReviewLinkProps {
  /** Only where the end of this incident is among the questions. */
  incidentId?: string;
}

/** The way to the morning review, and how much there is to it; nothing where there is nothing. Loaded by day only. */
export default function ReviewLink({ incidentId }: ReviewLinkProps) {
  const { t } = useWords();
  const left = useReview()?.left ?? [];
  const asksIt = left.some((one) => one.kind === 'forgotten' && one.incident.id === incidentId);
  if (left.length === 0 || (incidentId !== undefined && !asksIt)) return null;
  return (
    <Link href="/nights/review" className={`${controls.button} ${incidentId === undefined ? controls.night : ''}`}>
      {t('tonight.review', { count: left.length })}
    </Link>
  );
}
