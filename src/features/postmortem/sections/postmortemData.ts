import { isWithin, type NightWindow, nightSpan } from '@/domain/night';
import { summarizeNight } from '@/domain/nightSummary';
import type { HouseholdLog } from '@/domain/rows/tables';
import { isFalseAlarm } from '@/domain/timeline/falseAlarm';
import { type FoldedIncident, foldIncidents } from '@/domain/tonight';
import { addMs, type Day, earlierOf, type Instant, laterOf } from '@/lib/time';
import { computeMetrics, type Metrics } from '@/metrics/computeMetrics';
import type { NightFigures } from '@/metrics/nights';

/** All that a post-mortem is made of. */
export interface PostmortemData {
  night: Day;
  log: HouseholdLog;
  /** Over this one night, as the report has them. */
  metrics: Metrics;
  figures: NightFigures;
  /** Filed under the night, or within its hours where those reach over noon, oldest first. */
  incidents: readonly FoldedIncident[];
  /** Of those, the ones that count in its figures. */
  counted: readonly FoldedIncident[];
  /** When what is put off of it was: at the night's end, still within the days that are filed under it. */
  deferAt: Instant;
}

/** Null only for what is no night of the calendar. */
export function computePostmortemData(night: Day, log: HouseholdLog, now: Instant): PostmortemData | null {
  const metrics = computeMetrics(log, { from: night, to: night }, now);
  const [figures] = metrics.nights;
  if (!figures) return null;
  const { household } = log;
  const read = { incidents: log.incidents, nightRows: log.nights };
  const { incidents: filedIncidents, window } = summarizeNight(night, household, read, now);
  const extraIncidents = foldIncidents(log.incidents).filter(
    ({ incident, state }) =>
      isWithin(state.detectedAt, window) && !filedIncidents.some((one) => one.incident.id === incident.id),
  );
  const incidents = [...filedIncidents, ...extraIncidents].sort((a, b) => a.state.detectedAt - b.state.detectedAt);
  const counted = incidents.filter(
    ({ state }) => isWithin(state.detectedAt, window) && !isFalseAlarm(state, household.graceSeconds),
  );
  return { night, log, metrics, figures, incidents, counted, deferAt: deferAt(night, window, household.timeZone) };
}

function deferAt(night: Day, window: NightWindow, timeZone: string): Instant {
  const span = nightSpan(night, timeZone);
  return laterOf(span.start, earlierOf(window.end, addMs(span.end, -1)));
}
