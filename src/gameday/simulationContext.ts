import type { Remedy } from '@/domain/rows/incident';
import type { Instant } from '@/lib/time';
import type { NightPlan } from './calendar';
import type { Family } from './family';
import type { NightClock } from './nightClock';
import type { Random } from './random';
import type { CaregiverRole, ChildRole, GameDayWords } from './types';

/** What outlives a night: the house learns what works, and the partner keeps his average. */
export interface Memory {
  /** How often each remedy brought sleep, by child. */
  worked: Record<ChildRole, Map<Remedy, number>>;
  partner: { asked: number; answered: number };
  lastDoseAt: Record<ChildRole, Instant | null>;
}

export const noMemory = (): Memory => ({
  worked: { baby: new Map(), toddler: new Map() },
  partner: { asked: 0, answered: 0 },
  lastDoseAt: { baby: null, toddler: null },
});

/** What the whole log is told with. */
export interface SimulationContext {
  timeZone: string;
  family: Family;
  words: GameDayWords;
  ids: Random;
  memory: Memory;
}

/** One night while it is told. What happens changes it: somebody who was up three times hears the fourth cry less. */
export interface NightContext extends SimulationContext {
  plan: NightPlan;
  clock: NightClock;
  random: Random;
  primary: CaregiverRole;
  /** From here on the two have swapped; null without a hand-over. */
  handoverAt: Instant | null;
  /** Until then the partner has not gone to bed, and needs no waking. */
  partnerUpUntil: Instant;
  /** From here on a child may be up for the day. */
  dawn: Instant;
  /** Over coffee, what was forgotten is written down and causes are chosen. */
  reviewAt: Instant;
  interventions: Record<CaregiverRole, number>;
  busyUntil: Record<CaregiverRole, Instant>;
}
