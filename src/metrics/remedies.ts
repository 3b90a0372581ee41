import type { Entry, EntryOf, Remedy } from '@/domain/rows/incident';
import { HOUR_MS } from '@/lib/time';
import type { MetricAccumulator } from './metricAccumulator';
import { ascending, firstAtLeast, type Summary, share, summarize } from './percentiles';

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
export function remedies(): MetricAccumulator<Partial<Record<Remedy, RemedyFigures>>> {
  const used = new Map<Remedy, number>();
  const sleeps = new Map<Remedy, Map<string, Sleeps>>();
  const cries = new Map<string, number[]>();
  return {
    add({ counted }) {
      for (const { incident, entries, detected, resolution, remedies: tried } of counted) {
        const { childId } = incident;
        getOrCreate(cries, childId, () => []).push(detected.at);
        for (const remedy of namesOf(tried)) used.set(remedy, (used.get(remedy) ?? 0) + 1);
        const last = resolution?.outcome === 'settled' ? lastBefore(resolution, tried, entries) : undefined;
        if (!resolution || !last) continue;
        const own = getOrCreate(
          getOrCreate(sleeps, last.remedy, () => new Map()),
          childId,
          noSleeps,
        );
        own.detectedAt.push(detected.at);
        own.triedAt.push(last.at);
        own.settledAt.push(resolution.at);
      }
    },
    value() {
      const heard = new Map([...cries].map(([childId, instants]) => [childId, ascending(instants)]));
      return Object.fromEntries(
        [...used].map(([remedy, count]) => [
          remedy,
          { used: count, ...figuresOf([...(sleeps.get(remedy) ?? [])], heard) },
        ]),
      );
    },
  };
}

/** The sleeps of one child that one remedy is credited with. In columns: a decade of them as objects would take longer to keep than to make. */
interface Sleeps {
  detectedAt: number[];
  triedAt: number[];
  settledAt: number[];
}

const noSleeps = (): Sleeps => ({ detectedAt: [], triedAt: [], settledAt: [] });

function getOrCreate<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

function figuresOf(sleeps: readonly (readonly [childId: string, Sleeps])[], cries: ReadonlyMap<string, Float64Array>) {
  const recoveries: number[] = [];
  let held = 0;
  for (const [childId, { detectedAt, triedAt, settledAt }] of sleeps) {
    const heard = cries.get(childId) ?? new Float64Array();
    for (const [place, settled] of settledAt.entries()) {
      recoveries.push(settled - (triedAt[place] ?? settled));
      // The cry that was settled in the moment it was heard is not one after it.
      const next = firstAtLeast(heard, settled) + Number(detectedAt[place] === settled);
      if ((heard[next] ?? Number.POSITIVE_INFINITY) > settled + HOLDS_FOR_MS) held += 1;
    }
  }
  const credited = recoveries.length;
  return { credited, recovery: summarize(recoveries), held: share(held, credited) };
}

/** Each once. */
const namesOf = (tried: readonly EntryOf<'remedy'>[]): Remedy[] =>
  tried.map(({ remedy }) => remedy).filter((remedy, place, all) => all.indexOf(remedy) === place);

/** The last thing tried before a sleep: what it is credited to. */
function lastBefore(end: Entry, tried: readonly EntryOf<'remedy'>[], entries: readonly Entry[]) {
  const place = entries.indexOf(end);
  return tried.findLast((remedy) => entries.indexOf(remedy) < place);
}
