import { useReview } from '@/hooks/useReview';
import { ReviewButton } from './ReviewButton';

interface ReviewLinkProps {
  /** Only where the end of this incident is among the questions. */
  incidentId?: string;
}

/** The way to the morning review, and how much there is to it; nothing where there is nothing. Loaded by day only. */
export default function ReviewLink({ incidentId }: ReviewLinkProps) {
  const left = useReview()?.remaining ?? [];
  const asksIt = left.some((one) => one.kind === 'forgotten' && one.incident.id === incidentId);
  return incidentId === undefined || asksIt ? <ReviewButton count={left.length} /> : null;
}
