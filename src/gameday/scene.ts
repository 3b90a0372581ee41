import type { Remedy } from '@/domain/rows/incident';
import type { Instant } from '@/lib/time';
import type { NightPlan } from './calendar';
import type { Cast } from './cast';
import type { Random } from './random';
import type { CaregiverPart, ChildPart, GameDayWords } from './types';
import type { NightClock } from './wall';

/** What outlives a night: the house learns what works, and the partner keeps his average. */
export interface Memory {
  /** How often each remedy brought sleep, by child. */
  worked: Record<ChildPart, Map<Remedy, number>>;
  partner: { asked: number; answered: number };
  lastDoseAt: Record<ChildPart, Instant | null>;
}

export const noMemory = (): Memory => ({
  worked: { baby: new Map(), toddler: new Map() },
  partner: { asked: 0, answered: 0 },
  lastDoseAt: { baby: null, toddler: null },
});

/** What the whole log is told with. */
export interface House {
  timeZone: string;
  cast: Cast;
  words: GameDayWords;
  ids: Random;
  memory: Memory;
}

/** One night while it is told. What happens changes it: somebody who was up three times hears the fourth cry less. */
export interface Scene extends House {
  plan: NightPlan;
  clock: NightClock;
  random: Random;
  primary: CaregiverPart;
  /** From here on the two have swapped; null without a hand-over. */
  handoverAt: Instant | null;
  /** Until then the partner has not gone to bed, and needs no waking. */
  partnerUpUntil: Instant;
  /** From here on a child may be up for the day. */
  dawn: Instant;
  /** Over coffee, what was forgotten is written down and causes are chosen. */
  reviewAt: Instant;
  interventions: Record<CaregiverPart, number>;
  busyUntil: Record<CaregiverPart, Instant>;
}
