import type { Day } from '@/lib/time';
import { addDays } from '@/lib/zone';
import { createRandom, type Random } from './random';
import type { ChildRole } from './types';

/*
 * Decides the kind of every night before any night is simulated. The weeks are divided into blocks
 * of six, counted back from the last night. Each block has the whole story: a cold, a laryngitis,
 * some days away, stormy nights and quiet nights.
 */

export interface Illness {
  child: ChildRole;
  kind: 'cold' | 'laryngitis';
  startDay: Day;
  endDay: Day;
}

export interface NightPlan {
  night: Day;
  /** The number of nights before this one. */
  index: number;
  /** The part of the whole range that has passed, 0 to 1. */
  progress: number;
  /** `away`: nobody logs anything. `quiet`: nobody wakes. `storm`: everything happens at once. */
  kind: 'usual' | 'away' | 'quiet' | 'storm';
  illness: Illness | null;
  /** Whether the two caregivers have swapped this night. */
  swapped: boolean;
}

const BLOCK_NIGHTS = 42;
/**
 * The probability that a usual night becomes quiet, or that nobody logs it. Both are low, so that
 * the rows of the raster are mostly full.
 */
const QUIET_BY_CHANCE = 0.04;
const UNLOGGED_BY_CHANCE = 0.02;
const FRIDAY = 5;

/** @returns the plans of the nights up to `lastNight`, oldest first */
export function planNights(seed: number, lastNight: Day, nights: number): NightPlan[] {
  const first = addDays(lastNight, 1 - nights);
  const plans = Array.from({ length: nights }, (_, index): NightPlan => {
    const progress = nights === 1 ? 1 : index / (nights - 1);
    return { night: addDays(first, index), index, progress, kind: 'usual', illness: null, swapped: false };
  });
  for (let end = nights, block = 0; end > 0; end -= BLOCK_NIGHTS, block += 1) {
    planBlock(plans.slice(Math.max(0, end - BLOCK_NIGHTS), end), createRandom(seed, 'calendar', block), block === 0);
  }
  return plans;
}

function planBlock(block: NightPlan[], random: Random, isLastBlock: boolean): void {
  const firstIll: ChildRole = random.chance(0.5) ? 'baby' : 'toddler';
  planIllness(block, firstIll, 'cold', random);
  const second = planIllness(block, firstIll === 'baby' ? 'toddler' : 'baby', 'laryngitis', random);
  // The first night of a laryngitis is a storm, and sometimes the second one as well.
  second.slice(0, random.integer(1, 2)).forEach((plan) => {
    plan.kind = 'storm';
  });
  const isFree = (plan: NightPlan) => plan.kind === 'usual' && plan.illness === null && !plan.swapped;
  const take = (from: readonly NightPlan[]) => random.pick(from.filter(isFree));
  // The very last night is what a visitor sees first, so everything happens in it.
  const storm = isLastBlock ? block.at(-1) : take(block);
  if (storm) storm.kind = 'storm';
  for (const plan of awayNights(block, isFree) ?? [take(block)]) if (plan) plan.kind = 'away';
  // Quiet nights are in the second half of a block, because things get better.
  for (let count = 0; count < 2; count += 1) {
    const plan = take(block.slice(Math.floor(block.length / 2))) ?? take(block);
    if (plan) plan.kind = 'quiet';
  }
  for (let count = 0; count < 2; count += 1) {
    const plan = take(block);
    if (plan) plan.swapped = true;
  }
  for (const plan of block.filter(isFree)) {
    if (random.chance(QUIET_BY_CHANCE)) plan.kind = 'quiet';
    else if (random.chance(UNLOGGED_BY_CHANCE)) plan.kind = 'away';
  }
}

/**
 * Marks the nights of an illness and returns them. The cold begins after a quarter of a block and
 * the laryngitis after two thirds, so that the two never touch.
 */
function planIllness(block: NightPlan[], child: ChildRole, kind: Illness['kind'], random: Random): NightPlan[] {
  const { length } = block;
  const slack = random.integer(0, Math.floor(length / 14));
  const firstIndex = Math.floor(kind === 'cold' ? length / 4 : (length * 2) / 3) + slack;
  const days = kind === 'cold' ? Math.min(6, Math.floor(length / 5)) : Math.min(4, Math.floor(length / 4));
  const illnessPlans = block.slice(firstIndex, firstIndex + Math.max(1, days));
  const [start, end] = [illnessPlans.at(0)?.night, illnessPlans.at(-1)?.night];
  if (start === undefined || end === undefined) return [];
  const illness: Illness = { child, kind, startDay: start, endDay: end };
  for (const plan of illnessPlans) plan.illness = illness;
  return illnessPlans;
}

/**
 * Returns a weekend, Friday to Sunday, at the grandparents' after the cold; null when no weekend is
 * free.
 */
function awayNights(block: readonly NightPlan[], isFree: (plan: NightPlan) => boolean): NightPlan[] | null {
  const recovered = block.findLastIndex(({ illness }) => illness?.kind === 'cold') + 1;
  for (let index = recovered; index + 3 <= block.length; index += 1) {
    const weekend = block.slice(index, index + 3);
    if (weekend.every(isFree) && weekend.findIndex(({ night }) => weekdayOf(night) === FRIDAY) === 0) return weekend;
  }
  return null;
}

/** Returns the weekday, with 0 for Sunday. A day has the same weekday in every zone. */
const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00.000Z`).getUTCDay();
