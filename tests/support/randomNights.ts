import { newChild } from '@/domain/defaults';
import type { Incident } from '@/domain/rows/incident';
import type { HouseholdLog } from '@/domain/rows/tables';
import { createRandom, type Random } from '@/gameday/random';
import { type Instant, addMs as instantAfter, MINUTE_MS } from '@/lib/time';
import { addDays } from '@/lib/zone';
import { at, day, nightRow } from './factories';
import { illnessEpisode } from './health';
import { logWith } from './metrics';
import { wakeUpFrom } from './patterns';

/*
 * Households without any pattern: two children, four weeks, cries at random times. Every pattern
 * that is found in them is a false finding.
 */

export const LAST_NIGHT = day('2026-11-16');
const NIGHTS = 28;
const WINDOW_MINUTES = 660;

export interface NightModel {
  /** The bounds of a child's mean number of wake-ups per night. */
  mean: readonly [least: number, most: number];
  /**
   * Whether bad nights come in clusters: each night's mean is drawn anew, which at least doubles
   * the variance.
   */
  isClustered?: boolean;
  /**
   * Whether the nights improve gradually: the first night has three times as many cries as the
   * last.
   */
  improves?: boolean;
  /** Whether three of four cries come within five hours of the night. */
  mostlyLate?: boolean;
  /** Whether each child has a cold of six days at a random time, without any effect. */
  hasCold?: boolean;
  /** Whether one of five nights was not logged. */
  hasGaps?: boolean;
  /**
   * Returns the first child's cries of a night, `ago` nights before the last, in minutes after its
   * beginning; null for random cries.
   */
  plantedCries?: (ago: number, random: Random) => number[] | null;
}

/** A child does not cry again while awake. */
const NOT_AGAIN_WITHIN_MINUTES = 20;

export function randomHousehold(seed: number, model: NightModel): HouseholdLog {
  const random = createRandom(seed, 'night');
  const nightsAgo = Array.from({ length: NIGHTS }, (_, index) => NIGHTS - 1 - index);
  const loggedNightsAgo = nightsAgo.filter(() => !model.hasGaps || random.chance(0.8));
  const children = ['one', 'two'].map((id) => newChild(id, id, 'blue', at('2026-01-01 10:00')));
  const [least, most] = model.mean;
  const incidents = children.flatMap(({ id }, index) => {
    const mean = least * (most / least) ** random.next();
    return loggedNightsAgo.flatMap((ago) => {
      const plantedMinutes = index === 0 ? model.plantedCries?.(ago, random) : null;
      return criesOf(ago, id, plantedMinutes ?? drawCryMinutes(meanOf(mean, ago, model, random), model, random));
    });
  });
  return logWith({
    children,
    incidents,
    nights: loggedNightsAgo.map((ago) => nightRow({ id: addDays(LAST_NIGHT, -ago), quiet: true })),
    episodes: model.hasCold
      ? children.map(({ id }) => {
          const ago = random.integer(0, NIGHTS - 1);
          return illnessEpisode(addDays(LAST_NIGHT, -ago), addDays(LAST_NIGHT, 5 - ago), { id, childId: id });
        })
      : [],
  });
}

function meanOf(mean: number, ago: number, { isClustered, improves }: NightModel, random: Random): number {
  const trend = improves ? 0.5 + ago / (NIGHTS - 1) : 1;
  // The mean of four exponential draws has the mean 1 and the variance ¼.
  const clusterFactor = isClustered ? -Math.log(random.next() * random.next() * random.next() * random.next()) / 4 : 1;
  return mean * trend * clusterFactor;
}

/** Returns the minutes of a night’s cries. Their number is a Poisson draw. */
export function drawCryMinutes(mean: number, { mostlyLate }: Pick<NightModel, 'mostlyLate'>, random: Random): number[] {
  const minutes: number[] = [];
  // After D. Knuth: the number of uniform draws until their product falls to e^−mean is Poisson.
  for (let product = random.next(); product > Math.exp(-mean); product *= random.next()) {
    const isLate = mostlyLate && random.chance(0.75);
    minutes.push(isLate ? 270 + random.next() * 300 : random.next() * WINDOW_MINUTES);
  }
  return minutes;
}

function criesOf(ago: number, childId: string, minutes: readonly number[]): Incident[] {
  const evening = at(`${addDays(LAST_NIGHT, -ago)} 20:00`);
  let previousMinute = Number.NEGATIVE_INFINITY;
  return minutes
    .filter((minute) => minute < WINDOW_MINUTES)
    .sort((a, b) => a - b)
    .filter((minute) => {
      if (minute - previousMinute < NOT_AGAIN_WITHIN_MINUTES) return false;
      previousMinute = minute;
      return true;
    })
    .map((minute) => wakeUpFrom(instantAfter(evening, Math.round(minute) * MINUTE_MS), childId));
}

export const noonAfter = (ago: number): Instant => at(`${addDays(LAST_NIGHT, 1 - ago)} 12:00`);
