import type { Cause, Remedy } from '@/domain/rows/incident';
import type { ChildRole } from './types';

/* What each child is like. The figures are made up, but of the kind that parents of children of these ages tell. */

export interface Attempt {
  remedy: Remedy;
  /** How readily it is reached for, against the others. */
  weight: number;
  /** How often it brings sleep, 0 to 1. */
  successChance: number;
  /** How long it is tried before one knows. */
  minutes: readonly [min: number, max: number];
}

export interface Temperament {
  /** Part of the household's wake-ups that is this child's. */
  share: number;
  /** How many more there are at the beginning than on average, and how many fewer at the end: things get better. */
  trend: number;
  /** Nightmares come in the second half of a night; hunger comes at any time. */
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
      { remedy: 'rocking', weight: 2, successChance: 0.5, minutes: [5, 12] },
      { remedy: 'pacifier', weight: 2, successChance: 0.35, minutes: [2, 4] },
      { remedy: 'song', weight: 1, successChance: 0.2, minutes: [3, 6] },
      { remedy: 'co-sleep', weight: 1, successChance: 0.55, minutes: [6, 14] },
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

/** What answers a cause by itself, before anything else is tried. */
export const FIRST_ATTEMPT_BY_CAUSE: Partial<Record<Cause, Attempt>> = {
  diaper: { remedy: 'diaper', weight: 1, successChance: 0.45, minutes: [4, 8] },
  'cold-or-hot': { remedy: 'clothes', weight: 1, successChance: 0.5, minutes: [2, 5] },
};
export const DOSE: Attempt = { remedy: 'medicine', weight: 1, successChance: 0.35, minutes: [5, 12] };

/** A feed brings sleep, and the next hunger: it fails within ten minutes, or within the hour, more often than the rest. */
export const relapseChances = (remedy: Remedy | null): { withinTenMinutes: number; withinTheHour: number } =>
  remedy === 'feed' ? { withinTenMinutes: 0.16, withinTheHour: 0.6 } : { withinTenMinutes: 0.08, withinTheHour: 0.08 };
