import { makeRepair } from '@/db/review';
import { idsNeeded } from '@/domain/review/merge';
import type { Proposal, Repair } from '@/domain/review/proposal';
import { useHousehold } from '@/hooks/household';
import { useAnswer } from '@/hooks/useAnswer';
import { useWords } from '@/i18n/language';
import { readClock } from '@/lib/clock';
import { newId } from '@/lib/ids';

/** Writes an answer and says what was logged, with its undo: taken back, the question comes back. */
export function useRepair(): (proposal: Proposal, repair: Repair) => Promise<boolean> {
  const { db } = useHousehold();
  const answer = useAnswer();
  const saidOf = useSaid();
  return async (proposal, repair) => {
    const lines = proposal.kind === 'pair' ? idsNeeded(proposal.first, proposal.second) : 1;
    const ids = Array.from({ length: lines }, newId);
    return answer(await makeRepair(db, repair, { ids, now: readClock() }), { said: () => saidOf(repair) });
  };
}

function useSaid(): (repair: Repair) => string {
  const { t } = useWords();
  const { caregivers, format } = useHousehold();
  return (repair) => {
    switch (repair.kind) {
      case 'end': {
        const time = format.time(repair.at);
        return repair.outcome === 'settled' ? t('review.said.settled', { time }) : t('tonight.said.upForDay', { time });
      }
      case 'merge':
        return t('review.said.merged');
      case 'up': {
        const name = caregivers.find(({ id }) => id === repair.by)?.name ?? t('common.somebody');
        return t('review.said.up', { name, time: format.time(repair.at) });
      }
      case 'cause':
        return t('tonight.said.cause', { cause: t(`common.cause.${repair.causeId}`) });
      case 'quiet':
        return t('review.said.quiet', { night: format.day(repair.night) });
    }
  };
}
