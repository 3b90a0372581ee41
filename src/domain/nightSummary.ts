import type { Day, Instant } from '@/lib/time';
import { type AwakeStretch, householdAwakeMs, stretchesOfFolded } from './awakeStretches';
import { isWithin, type NightHours, type NightWindow, nightOf, nightWindow } from './night';
import type { Incident } from './rows/incident';
import type { NightRow } from './rows/others';
import { type FoldedIncident, foldIncidents } from './tonight';

/** A night as the list of nights and the page of a night show it. */
export interface NightSummary {
  night: Day;
  window: NightWindow;
  row: NightRow | null;
  /** The incidents that began between noon of the night's day and the next noon, oldest first. */
  incidents: FoldedIncident[];
  /** Awake stretches within the window, those of incidents that began before it included. */
  stretches: AwakeStretch[];
  /** How many incidents began within the window. */
  wakeUps: number;
  /** Milliseconds within the window in which at least one child was awake. */
  awakeMs: number;
  /**
   * Whether anything of the night was logged (metrics.md). An unlogged night is no perfect night.
   */
  observed: boolean;
}

/** Summarizes one night from the incidents and night rows of a log, which must not be deleted. */
export function summarizeNight(
  night: Day,
  hours: NightHours,
  log: { incidents: readonly Incident[]; nightRows: readonly NightRow[] },
  now: Instant,
): NightSummary {
  const row = log.nightRows.find(({ id }) => id === night) ?? null;
  return summarizeFoldedNight(night, hours, row, foldIncidents(log.incidents), now);
}

/**
 * Summarizes one night like {@link summarizeNight}, from incidents whose timelines are folded
 * already. Incidents that have nothing to do with the night change nothing.
 */
export function summarizeFoldedNight(
  night: Day,
  hours: NightHours,
  row: NightRow | null,
  folded: readonly FoldedIncident[],
  now: Instant,
): NightSummary {
  const window = nightWindow(night, hours, row);
  const incidents = folded
    .filter(({ state }) => nightOf(state.detectedAt, hours.timeZone) === night)
    .sort((a, b) => a.state.detectedAt - b.state.detectedAt);
  const stretches = stretchesOfFolded(folded, window, now);
  const wakeUps = folded.filter(({ state }) => isWithin(state.detectedAt, window)).length;
  const hasLoggedRow = row !== null && (row.bedtimeAt !== null || row.morningAt !== null || row.quiet);
  return {
    night,
    window,
    row,
    incidents,
    stretches,
    wakeUps,
    awakeMs: householdAwakeMs(stretches),
    observed: hasLoggedRow || wakeUps > 0 || stretches.length > 0,
  };
}
