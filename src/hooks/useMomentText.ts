import { nightOf } from '@/domain/night';
import { readClock } from '@/lib/clock';
import type { Instant } from '@/lib/time';
import { wallClockAt } from '@/lib/zone';
import { useHousehold } from './useHousehold';

interface MomentText {
  /** The day of an instant, with its year if that is another one. Null within this night. */
  formatDay(at: Instant): string | null;
  /** The time of an instant, after its day unless it is within this night. */
  formatMoment(at: Instant): string;
}

/** Returns formatters that say the day wherever it is not plainly that of this night. */
export function useMomentText(): MomentText {
  const { format, household } = useHousehold();
  const formatDay = (at: Instant) => {
    const now = readClock();
    if (nightOf(at, household) === nightOf(now, household)) return null;
    const { day } = wallClockAt(at, household);
    const isThisYear = day.slice(0, 4) === wallClockAt(now, household).day.slice(0, 4);
    return isThisYear ? format.day(day) : format.longDay(day);
  };
  return {
    formatDay,
    formatMoment: (at) => [formatDay(at), format.time(at)].filter(Boolean).join(', '),
  };
}
