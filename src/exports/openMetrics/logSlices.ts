import { nightSpan } from '@/domain/night';
import type { HouseholdLog } from '@/domain/rows/tables';
import { DAY_MS } from '@/lib/time';
import { addDays } from '@/lib/zone';
import type { NightRange } from '@/metrics/nightPlans';

/**
 * An incident that nobody ended counts until the end of the next window, so it reaches less than
 * this beyond its last entry. Nights of a household that has moved differ by a day at most.
 */
const MARGIN_DAYS = 3;

/** The parts of a log that ranges of nights need. */
export interface LogSlices {
  household: HouseholdLog['household'];
  /** The incidents and nights that a figure over these nights can depend on; all other rows. */
  between: (range: NightRange) => HouseholdLog;
}

/**
 * Prepares a log for many ranges: each figure takes a time that is linear in the log it gets, and a
 * history of ten years asks for thousands of them.
 */
export function sliceLog(log: HouseholdLog): LogSlices {
  const { household } = log;
  const spans = log.incidents
    .map(({ timeline }) => timeline.map(({ at }) => at))
    .map((instants) => ({
      from: instants.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
      to: instants.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
    }));
  return {
    household,
    between: (range) => {
      const [first, last] = [addDays(range.from, -MARGIN_DAYS), addDays(range.to, MARGIN_DAYS)];
      const from = nightSpan(range.from, household).start - MARGIN_DAYS * DAY_MS;
      const to = nightSpan(range.to, household).end + MARGIN_DAYS * DAY_MS;
      return {
        ...log,
        incidents: log.incidents.filter((_, index) => {
          const span = spans[index];
          return span !== undefined && span.from <= to && span.to >= from;
        }),
        nights: log.nights.filter(({ id }) => id >= first && id <= last),
      };
    },
  };
}
