import type { Day, Instant } from '@/lib/time';
import { type AwakeStretch, awakeStretches, householdAwakeMs } from './awakeStretches';
import { isWithin, type NightHours, type NightWindow, nightOf, nightWindow } from './night';
import type { Incident } from './rows/incident';
import type { NightRow } from './rows/others';
import { type FoldedIncident, foldIncidents } from './tonight';

/** A night as the list and its page tell it. */
export interface NightSummary {
  night: Day;
  window: NightWindow;
  row: NightRow | null;
  /** Filed under the night by when they began, noon to noon, oldest first. */
  incidents: FoldedIncident[];
  /** Within the window, also of what began before it. */
  stretches: AwakeStretch[];
  /** How many began within the window. */
  wakeUps: number;
  /** With at least one child awake, within the window, in milliseconds. */
  awakeMs: number;
  /** Whether anybody logged anything of it (metrics.md): nothing logged is not a perfect night. */
  observed: boolean;
}

export function summarizeNight(
  night: Day,
  hours: NightHours,
  log: { incidents: readonly Incident[]; nightRows: readonly NightRow[] },
  now: Instant,
): NightSummary {
  const row = log.nightRows.find(({ id }) => id === night) ?? null;
  const window = nightWindow(night, hours, row);
  const folded = foldIncidents(log.incidents);
  const incidents = folded
    .filter(({ state }) => nightOf(state.detectedAt, hours.timeZone) === night)
    .sort((a, b) => a.state.detectedAt - b.state.detectedAt);
  const stretches = awakeStretches(log.incidents, window, now);
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
