import type { EntryOf, Remedy } from '@/domain/rows/incident';
import { HOUR_MS } from '@/lib/time';
import { type Summary, share, summarize } from './percentiles';
import type { IncidentReading, Reading } from './reading';

/** What a remedy did. */
export interface RemedyFigures {
  /** Counted incidents in which it was tried. */
  used: number;
  /** Of those, the ones that settled with it as the last thing tried. */
  credited: number;
  /** Minutes from that last try to the sleep it is credited with. */
  recovery: Summary;
  /** Of the credited ones, the share after which that child did not wake again within the hour; null without any. */
  held: number | null;
}

/** A fix that lasts less than this was a temporary one. */
const HOLDS_FOR_MS = HOUR_MS;

/**
 * What was tried and what helped, by remedy; only what occurs is there. Being the last thing tried is no proof that it
 * helped: the figures say what went before sleep, over as many nights as there are.
 * Source: metrics.md, `remedies`.
 *
 * @example feed 2:48, asleep again 3:03, awake 3:50 → used 1, credited 1, recovery 15 minutes, held 0
 */
export function remedies({ counted }: Reading): Partial<Record<Remedy, RemedyFigures>> {
  const cries = criesByChild(counted);
  const found = new Map<Remedy, { used: number; recoveries: number[]; held: number }>();
  for (const reading of counted) {
    if (reading.state.remedies.length === 0) continue;
    const credit = creditOf(reading);
    for (const remedy of namesOf(reading.state.remedies)) {
      const figures = found.get(remedy) ?? { used: 0, recoveries: [], held: 0 };
      found.set(remedy, figures);
      figures.used += 1;
      if (credit?.remedy !== remedy) continue;
      figures.recoveries.push(credit.ms);
      if (!wokeWithin(cries.get(reading.incident.childId) ?? [], credit.settledAt, reading)) figures.held += 1;
    }
  }
  return Object.fromEntries(
    [...found].map(([remedy, { used, recoveries, held }]) => [
      remedy,
      { used, credited: recoveries.length, recovery: summarize(recoveries), held: share(held, recoveries.length) },
    ]),
  );
}

/** Each once. */
const namesOf = (tried: readonly EntryOf<'remedy'>[]): Iterable<Remedy> =>
  tried.length === 1 ? tried.map(({ remedy }) => remedy) : new Set(tried.map(({ remedy }) => remedy));

/** The remedy that an incident's sleep is credited to; null where it did not settle by being helped, or nothing was tried. */
function creditOf({ state: { entries, resolution } }: IncidentReading) {
  if (resolution?.outcome !== 'settled') return null;
  const end = entries.indexOf(resolution);
  const last = entries.findLast((entry, index): entry is EntryOf<'remedy'> => index < end && entry.kind === 'remedy');
  return last ? { remedy: last.remedy, ms: resolution.at - last.at, settledAt: resolution.at } : null;
}

/** Each child's counted incidents, in the order of their beginnings. */
function criesByChild(counted: readonly IncidentReading[]): Map<string, IncidentReading[]> {
  const cries = new Map<string, IncidentReading[]>();
  for (const reading of counted) {
    const known = cries.get(reading.incident.childId);
    if (known) known.push(reading);
    else cries.set(reading.incident.childId, [reading]);
  }
  return cries;
}

function wokeWithin(cries: readonly IncidentReading[], settledAt: number, self: IncidentReading): boolean {
  let [low, high] = [0, cries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cries[middle]?.state.detectedAt ?? 0) < settledAt) low = middle + 1;
    else high = middle;
  }
  const next = cries[low] === self ? cries[low + 1] : cries[low];
  return next !== undefined && next.state.detectedAt <= settledAt + HOLDS_FOR_MS;
}
