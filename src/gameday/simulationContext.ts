import type { Remedy } from '@/domain/rows/incident';
import type { Instant } from '@/lib/time';
import type { NightPlan } from './calendar';
import type { Family } from './family';
import type { NightClock } from './nightClock';
import type { Random } from './random';
import type { CaregiverRole, ChildRole, GameDayWords } from './types';

/** What is remembered from night to night: which remedies work, and how often the partner woke. */
export interface Memory {
  /** How often each remedy was the last one before sleep, by child. */
  worked: Record<ChildRole, Map<Remedy, number>>;
  partner: { asked: number; answered: number };
  lastDoseAt: Record<ChildRole, Instant | null>;
}

export const noMemory = (): Memory => ({
  worked: { baby: new Map(), toddler: new Map() },
  partner: { asked: 0, answered: 0 },
  lastDoseAt: { baby: null, toddler: null },
});

/** What the simulation of all nights has in common. */
export interface SimulationContext {
  timeZone: string;
  family: Family;
  words: GameDayWords;
  ids: Random;
  memory: Memory;
}

/**
 * The state of one night while it is simulated. Incidents change it: a caregiver who was up three
 * times is less likely to wake for the fourth cry.
 */
export interface NightContext extends SimulationContext {
  plan: NightPlan;
  clock: NightClock;
  random: Random;
  primary: CaregiverRole;
  /** When the two caregivers swap; null without a hand-over. */
  handoverAt: Instant | null;
  /** When the partner goes to bed. Before, he is awake anyway and needs no waking. */
  partnerUpUntil: Instant;
  /** From this instant on a child may be up for the day. */
  dawn: Instant;
  /** When the morning review happens: forgotten cries and causes are logged then. */
  reviewAt: Instant;
  interventions: Record<CaregiverRole, number>;
  busyUntil: Record<CaregiverRole, Instant>;
}
