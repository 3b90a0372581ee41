import type { Entry, EntryOf, Remedy } from '@/domain/rows/incident';
import { HOUR_MS } from '@/lib/time';
import type { MetricAccumulator } from './metricAccumulator';
import { ascending, firstAtLeast, type Summary, share, summarize } from './percentiles';

/** How often a remedy was tried, and how often sleep followed. */
export interface RemedyFigures {
  /** Counted incidents in which the remedy was tried. */
  used: number;
  /** Counted incidents that settled with this remedy as the last one tried. */
  credited: number;
  /** Minutes from the last try to the sleep that the remedy is credited with. */
  recovery: Summary;
  /**
   * The share of the credited incidents after which the child did not wake again within the hour;
   * null without a credited incident.
   */
  held: number | null;
}

/** Sleep that lasts less than this did not hold. */
const HOLDS_FOR_MS = HOUR_MS;

/**
 * Returns the figures of every remedy that was tried. The last remedy before sleep is credited with
 * it. This is no proof that it helped: the figures only show what came before sleep, over all
 * nights of the range.
 * Source: metrics.md, `remedies`.
 *
 * @example feed 2:48, asleep again 3:03, awake 3:50 → used 1, credited 1, recovery 15 minutes,
 * held 0
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
        const lastRemedy = resolution?.outcome === 'settled' ? lastBefore(resolution, tried, entries) : undefined;
        if (!resolution || !lastRemedy) continue;
        const childSleeps = getOrCreate(
          getOrCreate(sleeps, lastRemedy.remedy, () => new Map()),
          childId,
          emptySleeps,
        );
        childSleeps.detectedAt.push(detected.at);
        childSleeps.triedAt.push(lastRemedy.at);
        childSleeps.settledAt.push(resolution.at);
      }
    },
    value() {
      const criesByChild = new Map([...cries].map(([childId, instants]) => [childId, ascending(instants)]));
      return Object.fromEntries(
        [...used].map(([remedy, count]) => [
          remedy,
          { used: count, ...figuresOf([...(sleeps.get(remedy) ?? [])], criesByChild) },
        ]),
      );
    },
  };
}

/**
 * The sleeps of one child that one remedy is credited with, as columns: for ten years of sleeps,
 * one object each would take longer to keep than to compute.
 */
interface Sleeps {
  detectedAt: number[];
  triedAt: number[];
  settledAt: number[];
}

const emptySleeps = (): Sleeps => ({ detectedAt: [], triedAt: [], settledAt: [] });

function getOrCreate<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

function figuresOf(sleeps: readonly (readonly [childId: string, Sleeps])[], cries: ReadonlyMap<string, Float64Array>) {
  const recoveriesMs: number[] = [];
  let heldCount = 0;
  for (const [childId, { detectedAt, triedAt, settledAt }] of sleeps) {
    const childCries = cries.get(childId) ?? new Float64Array();
    for (const [index, settled] of settledAt.entries()) {
      recoveriesMs.push(settled - (triedAt[index] ?? settled));
      // A cry that was settled at the instant at which it was heard is not a later cry.
      const nextCry = firstAtLeast(childCries, settled) + Number(detectedAt[index] === settled);
      if ((childCries[nextCry] ?? Number.POSITIVE_INFINITY) > settled + HOLDS_FOR_MS) heldCount += 1;
    }
  }
  const credited = recoveriesMs.length;
  return { credited, recovery: summarize(recoveriesMs), held: share(heldCount, credited) };
}

/** Returns each remedy once. */
const namesOf = (tried: readonly EntryOf<'remedy'>[]): Remedy[] =>
  tried.map(({ remedy }) => remedy).filter((remedy, index, names) => names.indexOf(remedy) === index);

/** Returns the last remedy before the end: the one that is credited. */
function lastBefore(end: Entry, tried: readonly EntryOf<'remedy'>[], entries: readonly Entry[]) {
  const endIndex = entries.indexOf(end);
  return tried.findLast((remedy) => entries.indexOf(remedy) < endIndex);
}
