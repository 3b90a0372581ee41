import type { Day, Instant } from '@/lib/time';
import { addDays } from '@/lib/zone';
import { rowLookup } from './forgotten';
import { type NightHours, nightOf } from './night';
import { type NightSummary, type SummaryHours, summarizeFoldedNight } from './nightSummary';
import type { Incident } from './rows/incident';
import type { NightRow } from './rows/others';
import { type FoldedIncident, foldIncidents } from './tonight';

/**
 * Summarizes the nights `from` to `to`, both included, the latest first. Each timeline is folded
 * once, and each night looks only at the incidents near it, so the time grows with the nights and
 * the incidents and not with their product. The incidents and rows must not be deleted.
 */
export function summarizeNights(
  { from, to }: { from: Day; to: Day },
  hours: SummaryHours,
  log: { incidents: readonly Incident[]; nightRows: readonly NightRow[] },
  now: Instant,
): NightSummary[] {
  const incidentsByNight = groupByNight(foldIncidents(log.incidents), { from, to }, hours, now);
  const rowOf = rowLookup(log.nightRows);
  const summaries: NightSummary[] = [];
  for (let night = to; night >= from; night = addDays(night, -1))
    summaries.push(summarizeFoldedNight(night, hours, rowOf, incidentsByNight.get(night) ?? [], now));
  return summaries;
}

/**
 * Returns for each night the incidents that may concern it: from the night before the detection to
 * the night after the end, because the hours of a night may reach past noon.
 */
function groupByNight(
  folded: readonly FoldedIncident[],
  { from, to }: { from: Day; to: Day },
  hours: NightHours,
  now: Instant,
): Map<Day, FoldedIncident[]> {
  const byNight = new Map<Day, FoldedIncident[]>();
  for (const foldedIncident of folded) {
    const { detectedAt, resolution } = foldedIncident.state;
    const first = addDays(nightOf(detectedAt, hours), -1);
    const endNight = addDays(nightOf(resolution?.at ?? now, hours), 1);
    // An incident that begins after `now` belongs to its own night all the same, or to the next
    // one.
    let last = addDays(first, 2);
    if (endNight > last) last = endNight;
    for (let night = first > from ? first : from; night <= last && night <= to; night = addDays(night, 1)) {
      const incidents = byNight.get(night);
      if (incidents) incidents.push(foldedIncident);
      else byNight.set(night, [foldedIncident]);
    }
  }
  return byNight;
}
