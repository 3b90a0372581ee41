import type { Cause, Remedy } from '@/domain/rows/incident';
import type { ChildRole } from './types';

/*
 * What each child is like. The figures are invented, but similar to what parents of children of
 * these ages report.
 */

export interface Attempt {
  remedy: Remedy;
  /** How often the remedy is chosen, relative to the others. */
  weight: number;
  /** The probability that the child falls asleep, 0 to 1. */
  successChance: number;
  /** How long the remedy is tried before its effect is known. */
  minutes: readonly [min: number, max: number];
}

export interface Temperament {
  /** The share of the household's wake-ups that are this child's. */
  share: number;
  /**
   * How much the number of wake-ups is above average at the beginning and below it at the end, as a
   * share of the average: things get better.
   */
  trend: number;
  /**
   * The hours in which the child mostly wakes; null for any hour. Nightmares come in the second
   * half of a night, hunger at any time.
   */
  usualHours: readonly [from: string, to: string] | null;
  causes: readonly (readonly [Cause, number])[];
  attempts: readonly Attempt[];
}

export const TEMPERAMENTS: Record<ChildRole, Temperament> = {
  baby: {
    share: 0.78,
    trend: 0.5,
    usualHours: null,
    causes: [
      ['hunger', 40],
      ['teething', 22],
      ['diaper', 8],
      ['unknown-to-us', 10],
      ['separation', 6],
      ['cold-or-hot', 5],
      ['noise', 5],
      ['other', 2],
    ],
    attempts: [
      { remedy: 'feed', weight: 7, successChance: 0.88, minutes: [7, 16] },
      { remedy: 'cuddle', weight: 3, successChance: 0.4, minutes: [4, 9] },
      // At nine months the baby sleeps in a bed of its own; only the toddler comes to the parents'.
      { remedy: 'rocking', weight: 3, successChance: 0.5, minutes: [5, 12] },
      { remedy: 'pacifier', weight: 2, successChance: 0.35, minutes: [2, 4] },
      { remedy: 'song', weight: 1, successChance: 0.2, minutes: [3, 6] },
    ],
  },
  toddler: {
    share: 0.22,
    trend: 0.1,
    usualHours: ['00:30', '05:30'],
    causes: [
      ['nightmare', 38],
      ['noise', 16],
      ['separation', 20],
      ['cold-or-hot', 6],
      ['unknown-to-us', 8],
      ['diaper', 4],
      ['other', 3],
    ],
    attempts: [
      { remedy: 'cuddle', weight: 5, successChance: 0.6, minutes: [4, 10] },
      { remedy: 'lie-down', weight: 2, successChance: 0.45, minutes: [5, 12] },
      { remedy: 'song', weight: 2, successChance: 0.35, minutes: [3, 6] },
      { remedy: 'water', weight: 2, successChance: 0.3, minutes: [2, 4] },
      { remedy: 'co-sleep', weight: 1, successChance: 0.6, minutes: [5, 12] },
    ],
  },
};

/** The remedy that a cause asks for, before any other is tried. */
export const FIRST_ATTEMPT_BY_CAUSE: Partial<Record<Cause, Attempt>> = {
  diaper: { remedy: 'diaper', weight: 1, successChance: 0.45, minutes: [4, 8] },
  'cold-or-hot': { remedy: 'clothes', weight: 1, successChance: 0.5, minutes: [2, 5] },
};
export const DOSE: Attempt = { remedy: 'medicine', weight: 1, successChance: 0.35, minutes: [5, 12] };

/**
 * Returns the probabilities that a child wakes again after a remedy. They are higher after a feed,
 * which brings sleep but also the next hunger.
 */
export const relapseChances = (remedy: Remedy | null): { withinTenMinutes: number; withinTheHour: number } =>
  remedy === 'feed' ? { withinTenMinutes: 0.16, withinTheHour: 0.6 } : { withinTenMinutes: 0.08, withinTheHour: 0.08 };
