import { type DoubtfulPair, incidentsOf, type Proposal } from '@/domain/review/proposal';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';

/** Returns the title of a question and the text below it, null if there is none. */
export function useQuestionText(proposal: Proposal): { title: string; text: string | null } {
  const { t } = useTranslation();
  const { children, format } = useHousehold();
  if (proposal.kind === 'unlogged') return { title: t('review.unlogged.title'), text: t('review.unlogged.text') };

  if (proposal.kind === 'wrongClock') {
    const { byMs, isExact, dates } = proposal.repair;
    const wasAhead = byMs < 0;
    const values = { duration: format.duration(Math.abs(byMs)), count: dates.length };
    return {
      title: t(wasAhead ? 'review.clock.aheadTitle' : 'review.clock.behindTitle', values),
      text: t(isExact ? 'review.clock.exactText' : 'review.clock.aboutText', values),
    };
  }

  const [incident] = incidentsOf(proposal);
  const state = incident && foldTimeline(incident.timeline);
  const child = children.find(({ id }) => id === incident?.childId)?.name ?? '?';
  const values = { child, time: state ? format.time(state.detectedAt) : '' };
  switch (proposal.kind) {
    case 'forgotten':
      return { title: t('review.forgotten.title', values), text: t('review.forgotten.text') };
    case 'pair': {
      const gap = gapMs(proposal);
      const apart = gap !== null && t('review.pair.apart', { duration: format.duration(gap) });
      return { title: t('review.pair.title', { child }), text: apart || t('review.pair.overlapping') };
    }
    case 'missingResponder':
      return { title: t('review.who.title', values), text: t('review.who.text') };
    case 'missingCause':
      return { title: t('review.cause.title', values), text: null };
  }
}

/**
 * Returns how long the child slept between two incidents, in milliseconds; null when they overlap
 * or the first has no end.
 */
function gapMs({ first, second }: DoubtfulPair): number | null {
  const resolvedAt = foldTimeline(first.timeline)?.resolution?.at;
  const detectedAt = foldTimeline(second.timeline)?.detectedAt;
  return resolvedAt !== undefined && detectedAt !== undefined && detectedAt >= resolvedAt
    ? detectedAt - resolvedAt
    : null;
}
