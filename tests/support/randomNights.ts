import { newChild } from '@/domain/defaults';
import type { Incident } from '@/domain/rows/incident';
import type { HouseholdLog } from '@/domain/rows/tables';
import { createRandom, type Random } from '@/gameday/random';
import { type Instant, addMs as instantAfter, MINUTE_MS } from '@/lib/time';
import { addDays } from '@/lib/zone';
import { at, day, nightRow } from './factories';
import { logWith } from './metrics';
import { illnessEpisode, wakeUpFrom } from './patterns';

/*
 * Households in whose nights there is nothing to find: two children, four weeks, cries at any time. What is found in them all the same is
 * what the thresholds let through.
 */

export const LAST_NIGHT = day('2026-11-16');
const NIGHTS = 28;
const WINDOW_MINUTES = 660;

export interface NightModel {
  /** The least and the most a child of these households wakes in a night, on average. */
  mean: readonly [least: number, most: number];
  /** Bad nights come in heaps: each night’s own mean is drawn anew, with twice the variance or more. */
  isClustered?: boolean;
  /** It gets better by and by: three times as many in the first night as in the last. */
  improves?: boolean;
  /** Three cries in four come within five hours of the night. */
  mostlyLate?: boolean;
  /** Each child has a cold of six days, at any time, that does nothing. */
  hasCold?: boolean;
  /** One night in five was not logged. */
  hasGaps?: boolean;
  /** Minutes into the night of the first child’s cries, so many nights ago; null leaves them to chance. */
  plantedCries?: (ago: number, random: Random) => number[] | null;
}

/** No child cries anew while awake. */
const NOT_AGAIN_WITHIN_MINUTES = 20;

export function randomHousehold(seed: number, luck: NightModel): HouseholdLog {
  const random = createRandom(seed, 'night');
  const nightsAgo = Array.from({ length: NIGHTS }, (_, place) => NIGHTS - 1 - place);
  const logged = nightsAgo.filter(() => !luck.hasGaps || random.chance(0.8));
  const children = ['one', 'two'].map((id) => newChild(id, id, 'blue', at('2026-01-01 10:00')));
  const [least, most] = luck.mean;
  const incidents = children.flatMap(({ id }, place) => {
    const mean = least * (most / least) ** random.next();
    return logged.flatMap((ago) => {
      const planted = place === 0 ? luck.plantedCries?.(ago, random) : null;
      return criesOf(ago, id, planted ?? drawCryMinutes(meanOf(mean, ago, luck, random), luck, random));
    });
  });
  return logWith({
    children,
    incidents,
    nights: logged.map((ago) => nightRow({ id: addDays(LAST_NIGHT, -ago), quiet: true })),
    episodes: luck.hasCold
      ? children.map(({ id }) => {
          const ago = random.integer(0, NIGHTS - 1);
          return illnessEpisode(addDays(LAST_NIGHT, -ago), addDays(LAST_NIGHT, 5 - ago), { id, childId: id });
        })
      : [],
  });
}

function meanOf(mean: number, ago: number, { isClustered, improves }: NightModel, random: Random): number {
  const trend = improves ? 0.5 + ago / (NIGHTS - 1) : 1;
  // The mean of four exponential draws: 1 on average, a quarter of that as its variance.
  const heap = isClustered ? -Math.log(random.next() * random.next() * random.next() * random.next()) / 4 : 1;
  return mean * trend * heap;
}

/** Minutes of a night’s cries, as many as a Poisson draw has. */
export function drawCryMinutes(mean: number, { mostlyLate }: Pick<NightModel, 'mostlyLate'>, random: Random): number[] {
  const found: number[] = [];
  for (let left = random.next(); left > Math.exp(-mean); left *= random.next()) {
    const late = mostlyLate && random.chance(0.75);
    found.push(late ? 270 + random.next() * 300 : random.next() * WINDOW_MINUTES);
  }
  return found;
}

function criesOf(ago: number, childId: string, minutes: readonly number[]): Incident[] {
  const evening = at(`${addDays(LAST_NIGHT, -ago)} 20:00`);
  let before = Number.NEGATIVE_INFINITY;
  return minutes
    .filter((minute) => minute < WINDOW_MINUTES)
    .sort((a, b) => a - b)
    .filter((minute) => {
      if (minute - before < NOT_AGAIN_WITHIN_MINUTES) return false;
      before = minute;
      return true;
    })
    .map((minute) => wakeUpFrom(instantAfter(evening, Math.round(minute) * MINUTE_MS), childId));
}

export const noonAfter = (ago: number): Instant => at(`${addDays(LAST_NIGHT, 1 - ago)} 12:00`);
