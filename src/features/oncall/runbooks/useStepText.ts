import type { RunbookStep } from '@/domain/rows/others';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { MINUTE_MS, SECOND_MS } from '@/lib/time';

/**
 * Returns a function that formats a step's time in words, `5 min`, or as `01:30` when it is not
 * whole minutes.
 */
export function useStepDurationText(): (seconds: number) => string {
  const { format } = useHousehold();
  return (seconds) => {
    const ms = seconds * SECOND_MS;
    return ms < MINUTE_MS || ms % MINUTE_MS === 0 ? format.duration(ms) : format.clock(ms);
  };
}

/** Returns a function that formats the line below a step's title: what to do, and for how long. */
export function useStepText(): (step: Omit<RunbookStep, 'id'>) => string {
  const { t } = useTranslation();
  const { household } = useHousehold();
  const formatDuration = useStepDurationText();
  return ({ kind, seconds, level, remedy }) => {
    if (kind === 'wait')
      return seconds === null
        ? t('runbooks.says.grace', { time: formatDuration(household.graceSeconds) })
        : t('runbooks.says.wait', { time: formatDuration(seconds) });
    const action = {
      escalate: t(level === 2 ? 'runbooks.says.backup' : 'runbooks.says.onCall'),
      remedy: remedy ? t(`common.remedy.${remedy}`) : t('runbooks.kind.remedy'),
      check: t('runbooks.says.check'),
    }[kind];
    return seconds === null ? action : t('runbooks.says.timed', { what: action, time: formatDuration(seconds) });
  };
}
