import type { Episode } from '@/domain/rows/others';
import type { Day } from '@/lib/time';

/** Whether a day lies in an illness: from its first day to its last, both included; one without an end goes on. */
export const coversDay = ({ startDay, endDay }: Pick<Episode, 'startDay' | 'endDay'>, day: Day): boolean =>
  startDay <= day && (endDay === null || day <= endDay);
