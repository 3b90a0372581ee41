import { applyRepair } from '@/db/review';
import { idsNeeded } from '@/domain/review/mergeWakeUps';
import type { Proposal, Repair } from '@/domain/review/proposal';
import { useHousehold } from '@/hooks/useHousehold';
import { useReportResult } from '@/hooks/useReportResult';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { newId } from '@/lib/ids';

/**
 * Returns a function that writes an answer and shows a toast with its undo, which brings the
 * question back. It resolves to true when the answer was written.
 */
export function useRepair(): (proposal: Proposal, repair: Repair) => Promise<boolean> {
  const { db } = useHousehold();
  const reportResult = useReportResult();
  const formatRepair = useRepairText();
  return async (proposal, repair) => {
    const idCount = proposal.kind === 'pair' ? idsNeeded(proposal.first, proposal.second) : 1;
    const ids = Array.from({ length: idCount }, newId);
    return reportResult(await applyRepair(db, repair, { ids, now: readClock() }), {
      message: () => formatRepair(repair),
    });
  };
}

function useRepairText(): (repair: Repair) => string {
  const { t } = useTranslation();
  const { caregivers, format } = useHousehold();
  return (repair) => {
    switch (repair.kind) {
      case 'end': {
        const time = format.time(repair.at);
        return repair.outcome === 'settled'
          ? t('review.toast.settled', { time })
          : t('tonight.toast.upForDay', { time });
      }
      case 'moveDates':
        return t(repair.byMs < 0 ? 'review.toast.movedBack' : 'review.toast.movedForward', {
          duration: format.duration(Math.abs(repair.byMs)),
        });
      case 'merge':
        return t('review.toast.merged');
      case 'up': {
        const name = caregivers.find(({ id }) => id === repair.by)?.name ?? t('common.somebody');
        return t('review.toast.up', { name, time: format.time(repair.at) });
      }
      case 'cause':
        return t('tonight.toast.cause', { cause: t(`common.cause.${repair.causeId}`) });
      case 'quiet':
        return t('review.toast.quiet', { night: format.day(repair.night) });
    }
  };
}
