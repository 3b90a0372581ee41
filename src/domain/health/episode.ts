import type { Episode } from '@/domain/rows/others';
import type { Day } from '@/lib/time';

/**
 * Returns whether an illness covers a day. Its first and its last day are included, and an illness
 * without an end goes on.
 */
export const coversDay = ({ startDay, endDay }: Pick<Episode, 'startDay' | 'endDay'>, day: Day): boolean =>
  startDay <= day && (endDay === null || day <= endDay);
