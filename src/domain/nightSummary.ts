import { type Day, earlierOf, type Instant } from '@/lib/time';
import { type AwakeStretch, householdAwakeMs, stretchesOfFolded } from './awakeStretches';
import { knownUntil, type NightEnds, rowLookup } from './forgotten';
import { detectionIn, type KnownHours, knownWindow } from './knownWindow';
import { isWithin, type NightWindow, nightOf } from './night';
import type { Household } from './rows/household';
import type { Incident } from './rows/incident';
import type { NightRow } from './rows/others';
import { isFalseAlarm } from './timeline/falseAlarm';
import { type FoldedIncident, foldIncidents } from './tonight';

/** A night as the list of nights and the page of a night show it. */
export interface NightSummary {
  night: Day;
  /**
   * The part of the window that anybody can know of (knownWindow.ts). It begins with the household
   * in the night in which that was made, and is empty if that was after the night's end.
   */
  window: NightWindow;
  row: NightRow | null;
  /** The incidents that began between noon of the night's day and the next noon, oldest first. */
  incidents: FoldedIncident[];
  /** Awake stretches within `window`, those of incidents that began before it included. */
  stretches: AwakeStretch[];
  /** How many incidents began within `window`, without false alarms. */
  wakeUps: number;
  falseAlarms: number;
  /** Milliseconds within `window` in which at least one child was awake. */
  awakeMs: number;
  /**
   * Since when a child was awake who did not sleep when the window began; the earliest of several
   * children, null if all slept.
   */
  awakeSince: Instant | null;
  /**
   * Whether anything of the night was logged (metrics.md). An unlogged night is no perfect night.
   */
  observed: boolean;
}

/** The fields of the household row that a summary needs. */
export type SummaryHours = KnownHours & Pick<Household, 'graceSeconds'>;

/** Summarizes one night from the incidents and night rows of a log, which must not be deleted. */
export function summarizeNight(
  night: Day,
  hours: SummaryHours,
  log: { incidents: readonly Incident[]; nightRows: readonly NightRow[] },
  now: Instant,
): NightSummary {
  return summarizeFoldedNight(night, hours, rowLookup(log.nightRows), foldIncidents(log.incidents), now);
}

/**
 * Summarizes one night like {@link summarizeNight}, from incidents whose timelines are folded
 * already. Incidents that have nothing to do with the night change nothing.
 */
export function summarizeFoldedNight(
  night: Day,
  hours: SummaryHours,
  rowOf: NightEnds['rowOf'],
  folded: readonly FoldedIncident[],
  now: Instant,
): NightSummary {
  const row = rowOf(night);
  const window = knownWindow(night, hours, row, detectionIn(folded.map(({ state }) => state.detectedAt)));
  const incidents = folded
    .filter(({ state }) => nightOf(state.detectedAt, hours) === night)
    .sort((a, b) => a.state.detectedAt - b.state.detectedAt);
  const stretches = stretchesOfFolded(folded, window, (state) => knownUntil(state, { hours, rowOf }, now)).filter(
    ({ from, to }) => from < to,
  );
  const begun = folded.filter(({ state }) => isWithin(state.detectedAt, window));
  const falseAlarms = begun.filter(({ state }) => isFalseAlarm(state, hours.graceSeconds)).length;
  const canBeKnown = window.start < window.end;
  const hasLoggedRow = row !== null && (row.bedtimeAt !== null || row.morningAt !== null || row.quiet);
  return {
    night,
    window,
    row,
    incidents,
    stretches,
    wakeUps: begun.length - falseAlarms,
    falseAlarms,
    awakeMs: householdAwakeMs(stretches),
    awakeSince: awakeSinceBefore(window, folded, stretches),
    observed: canBeKnown && (hasLoggedRow || begun.length > 0 || stretches.length > 0),
  };
}

/** Returns since when a child has been awake whose stretch reaches into a window; null if none. */
function awakeSinceBefore(
  { start }: NightWindow,
  folded: readonly FoldedIncident[],
  stretches: readonly AwakeStretch[],
): Instant | null {
  const reachingIds = new Set(stretches.flatMap(({ incidentId, from }) => (from === start ? [incidentId] : [])));
  const sinces = folded.flatMap(({ incident, state }) =>
    reachingIds.has(incident.id)
      ? state.stretches
          .filter(({ from }) => from < start)
          .map(({ from }) => from)
          .slice(-1)
      : [],
  );
  return sinces.length === 0 ? null : sinces.reduce(earlierOf);
}
