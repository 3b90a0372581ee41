import { newChild } from '@/domain/defaults';
import type { Incident } from '@/domain/rows/incident';
import type { HouseholdLog } from '@/domain/rows/tables';
import { type Random, randomOf } from '@/gameday/random';
import { type Instant, after as instantAfter, MINUTE_MS } from '@/lib/time';
import { addDays } from '@/lib/zone';
import { at, day, nightRow } from './factories';
import { log } from './metrics';
import { ill, wokeAt } from './patterns';

/*
 * Households in whose nights there is nothing to find: two children, four weeks, cries at any time. What is found in them all the same is
 * what the thresholds let through.
 */

export const LAST = day('2026-11-16');
const NIGHTS = 28;
const WINDOW_MINUTES = 660;

export interface Luck {
  /** The least and the most a child of these households wakes in a night, on average. */
  mean: readonly [least: number, most: number];
  /** Bad nights come in heaps: each night’s own mean is drawn anew, with twice the variance or more. */
  heaps?: boolean;
  /** It gets better by and by: three times as many in the first night as in the last. */
  better?: boolean;
  /** Three cries in four come within five hours of the night. */
  mostlyLate?: boolean;
  /** Each child has a cold of six days, at any time, that does nothing. */
  cold?: boolean;
  /** One night in five was not logged. */
  forgetful?: boolean;
  /** Minutes into the night of the first child’s cries, so many nights ago; null leaves them to chance. */
  planted?: (ago: number, random: Random) => number[] | null;
}

/** No child cries anew while awake. */
const NOT_AGAIN_WITHIN_MINUTES = 20;

export function randomHousehold(seed: number, luck: Luck): HouseholdLog {
  const random = randomOf(seed, 'night');
  const agos = Array.from({ length: NIGHTS }, (_, place) => NIGHTS - 1 - place);
  const logged = agos.filter(() => !luck.forgetful || random.chance(0.8));
  const children = ['one', 'two'].map((id) => newChild(id, id, 'blue', at('2026-01-01 10:00')));
  const [least, most] = luck.mean;
  const incidents = children.flatMap(({ id }, place) => {
    const mean = least * (most / least) ** random.next();
    return logged.flatMap((ago) => {
      const planted = place === 0 ? luck.planted?.(ago, random) : null;
      return criesOf(ago, id, planted ?? drawn(meanOf(mean, ago, luck, random), luck, random));
    });
  });
  return log({
    children,
    incidents,
    nights: logged.map((ago) => nightRow({ id: addDays(LAST, -ago), quiet: true })),
    episodes: luck.cold
      ? children.map(({ id }) => {
          const ago = random.whole(0, NIGHTS - 1);
          return ill(addDays(LAST, -ago), addDays(LAST, 5 - ago), { id, childId: id });
        })
      : [],
  });
}

function meanOf(mean: number, ago: number, { heaps, better }: Luck, random: Random): number {
  const trend = better ? 0.5 + ago / (NIGHTS - 1) : 1;
  // The mean of four exponential draws: 1 on average, a quarter of that as its variance.
  const heap = heaps ? -Math.log(random.next() * random.next() * random.next() * random.next()) / 4 : 1;
  return mean * trend * heap;
}

/** Minutes of a night’s cries, as many as a Poisson draw has. */
export function drawn(mean: number, { mostlyLate }: Pick<Luck, 'mostlyLate'>, random: Random): number[] {
  const found: number[] = [];
  for (let left = random.next(); left > Math.exp(-mean); left *= random.next()) {
    const late = mostlyLate && random.chance(0.75);
    found.push(late ? 270 + random.next() * 300 : random.next() * WINDOW_MINUTES);
  }
  return found;
}

function criesOf(ago: number, childId: string, minutes: readonly number[]): Incident[] {
  const evening = at(`${addDays(LAST, -ago)} 20:00`);
  let before = Number.NEGATIVE_INFINITY;
  return minutes
    .filter((minute) => minute < WINDOW_MINUTES)
    .sort((a, b) => a - b)
    .filter((minute) => {
      if (minute - before < NOT_AGAIN_WITHIN_MINUTES) return false;
      before = minute;
      return true;
    })
    .map((minute) => wokeAt(instantAfter(evening, Math.round(minute) * MINUTE_MS), childId));
}

export const noonAfter = (ago: number): Instant => at(`${addDays(LAST, 1 - ago)} 12:00`);
