import { isWithin, type NightWindow, nightSpan } from '@/domain/night';
import { summarizeNight } from '@/domain/nightSummary';
import type { HouseholdLog } from '@/domain/rows/tables';
import { isFalseAlarm } from '@/domain/timeline/falseAlarm';
import { type FoldedIncident, foldIncidents } from '@/domain/tonight';
import { addMs, type Day, earlierOf, type Instant, laterOf } from '@/lib/time';
import type { Zone } from '@/lib/zone';
import { computeCharts } from '@/metrics/computeCharts';
import { computeMetrics, type Metrics } from '@/metrics/computeMetrics';
import type { NightNote } from '@/metrics/nightNotes';
import type { NightFigures } from '@/metrics/nights';

/** The data from which a post-mortem is generated. */
export interface PostmortemData {
  night: Day;
  log: HouseholdLog;
  /** The metrics of this one night, the same as in its report. */
  metrics: Metrics;
  figures: NightFigures;
  /**
   * The incidents filed under the night, plus those that were detected within its hours when these
   * extend past noon, and those that a child was awake for in them. Sorted from oldest to newest.
   */
  incidents: readonly FoldedIncident[];
  /**
   * The incidents that count in the night's figures: detected within its hours, and no false alarm.
   */
  counted: readonly FoldedIncident[];
  /**
   * The incidents that count in no figure but are downtime of the night: they began before it.
   * Sorted from oldest to newest.
   */
  carried: readonly FoldedIncident[];
  /** What must be said beside the figures. */
  note: NightNote;
  /**
   * When a chore put off from this night counts as put off: at the end of the night window, or in
   * the last millisecond filed under the night if the window ends later.
   */
  deferAt: Instant;
}

/** Computes the data of a night's post-mortem. Returns null when `night` is not a valid day. */
export function computePostmortemData(night: Day, log: HouseholdLog, now: Instant): PostmortemData | null {
  const metrics = computeMetrics(log, { from: night, to: night }, now);
  const [figures] = metrics.nights;
  const [note] = computeCharts(log, { from: night, to: night }, now, 1).notes;
  if (!figures || !note) return null;
  const { household } = log;
  const rows = { incidents: log.incidents, nightRows: log.nights };
  const { incidents: filedIncidents, stretches, window } = summarizeNight(night, household, rows, now);
  const awakeIds = new Set(stretches.map(({ incidentId }) => incidentId));
  const extraIncidents = foldIncidents(log.incidents).filter(
    ({ incident, state }) =>
      (isWithin(state.detectedAt, window) || awakeIds.has(incident.id)) &&
      !filedIncidents.some((filed) => filed.incident.id === incident.id),
  );
  const incidents = [...filedIncidents, ...extraIncidents].sort((a, b) => a.state.detectedAt - b.state.detectedAt);
  const counted = incidents.filter(
    ({ state }) => isWithin(state.detectedAt, window) && !isFalseAlarm(state, household.graceSeconds),
  );
  const carried = incidents.filter(
    ({ incident, state }) => awakeIds.has(incident.id) && state.detectedAt < window.start,
  );
  return {
    night,
    log,
    metrics,
    figures,
    note,
    incidents,
    counted,
    carried,
    deferAt: deferAt(night, window, household),
  };
}

function deferAt(night: Day, window: NightWindow, zone: Zone): Instant {
  const span = nightSpan(night, zone);
  return laterOf(span.start, earlierOf(window.end, addMs(span.end, -1)));
}
