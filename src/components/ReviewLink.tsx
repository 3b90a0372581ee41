import { useReview } from '@/hooks/useReview';
import { ReviewButton } from './ReviewButton';

interface ReviewLinkProps {
  /** If given, the link appears only when the end of this incident is one of the questions. */
  incidentId?: string;
}

/**
 * The link to the morning review, with the number of questions. It renders nothing when there are
 * none. This module is loaded by day only.
 */
export default function ReviewLink({ incidentId }: ReviewLinkProps) {
  const questions = useReview()?.remaining ?? [];
  const asksForEnd = questions.some((proposal) => proposal.kind === 'forgotten' && proposal.incident.id === incidentId);
  return incidentId === undefined || asksForEnd ? <ReviewButton count={questions.length} /> : null;
}
