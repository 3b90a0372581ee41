import { isWithin } from '@/domain/night';
import { summarizeNight } from '@/domain/nightSummary';
import type { HouseholdLog } from '@/domain/rows/tables';
import { isFalseAlarm } from '@/domain/timeline/falseAlarm';
import type { Folded } from '@/domain/tonight';
import type { Day, Instant } from '@/lib/time';
import { computeMetrics, type Metrics } from '@/metrics/computeMetrics';
import type { NightFigures } from '@/metrics/nights';

/** All that a post-mortem is made of. */
export interface NightStory {
  night: Day;
  log: HouseholdLog;
  /** Over this one night, as the report has them. */
  metrics: Metrics;
  figures: NightFigures;
  /** Filed under the night, oldest first. */
  incidents: readonly Folded[];
  /** Of those, the ones that count in its figures. */
  counted: readonly Folded[];
}

/** Null only for what is no night of the calendar. */
export function storyOf(night: Day, log: HouseholdLog, now: Instant): NightStory | null {
  const metrics = computeMetrics(log, { from: night, to: night }, now);
  const [figures] = metrics.nights;
  if (!figures) return null;
  const { household } = log;
  const read = { incidents: log.incidents, nightRows: log.nights };
  const { incidents, window } = summarizeNight(night, household, read, now);
  const counted = incidents.filter(
    ({ state }) => isWithin(state.detectedAt, window) && !isFalseAlarm(state, household.graceSeconds),
  );
  return { night, log, metrics, figures, incidents, counted };
}
