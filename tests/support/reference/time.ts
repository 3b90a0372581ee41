import type { HouseholdLog } from '@/domain/rows/tables';
import type { ReferenceNight } from './night';
import { mean, ratio, total } from './numbers';
import { MINUTE } from './wallClock';

/* The figures that measure time, counted tick by tick over observed nights. */

type Nights = readonly ReferenceNight[];
type Tick = ReferenceNight['ticks'][number];

const isAnyAwake = ({ childrenAwake }: Tick): boolean => childrenAwake.size > 0;

/** Returns the minutes of the nights for which a condition is true. */
const minutesWith = (nights: Nights, isTrue: (tick: Tick) => boolean): number =>
  total(nights.map(({ ticks, tickMs }) => (ticks.filter(isTrue).length * tickMs) / MINUTE));

/** Returns the minutes of each stretch of a night throughout which a condition is true. */
function stretchesWith({ ticks, tickMs }: ReferenceNight, isTrue: (tick: Tick) => boolean): number[] {
  const stretches: number[] = [];
  let tickCount = 0;
  for (const tick of ticks) {
    if (isTrue(tick)) tickCount += 1;
    else {
      if (tickCount > 0) stretches.push((tickCount * tickMs) / MINUTE);
      tickCount = 0;
    }
  }
  if (tickCount > 0) stretches.push((tickCount * tickMs) / MINUTE);
  return stretches;
}

const windowMinutes = (nights: Nights): number => minutesWith(nights, () => true);
export const childAwakeMinutes = (nights: Nights): number => minutesWith(nights, isAnyAwake);
export const caregiverAwakeMinutes = (nights: Nights, caregiverId: string): number =>
  minutesWith(nights, ({ caregiversAwake }) => caregiversAwake.has(caregiverId));

export const longestStretchOf = (night: ReferenceNight): number =>
  Math.max(0, ...stretchesWith(night, (tick) => !isAnyAwake(tick)));

const shareWithout = (lostMinutes: number, nights: Nights): number | null => {
  const share = ratio(lostMinutes, windowMinutes(nights));
  return share === null ? null : 1 - share;
};

export const availabilityOf = (nights: Nights): number | null => shareWithout(childAwakeMinutes(nights), nights);

export function referenceAvailability(log: HouseholdLog, nights: Nights) {
  const longestStretches = nights.map(longestStretchOf);
  const byChild: Record<string, number | null> = {};
  for (const { id } of log.children) {
    const childMinutes = minutesWith(nights, ({ childrenAwake }) => childrenAwake.has(id));
    byChild[id] = shareWithout(childMinutes, nights);
  }
  const byCaregiver: Record<string, number | null> = {};
  for (const { id } of log.caregivers) byCaregiver[id] = shareWithout(caregiverAwakeMinutes(nights, id), nights);
  return {
    household: availabilityOf(nights),
    byChild,
    byCaregiver,
    observedNights: nights.length,
    incidentFreeNights: nights.filter(({ counted }) => counted.length === 0).length,
    longestStretch: {
      best: longestStretches.length === 0 ? null : Math.max(...longestStretches),
      mean: mean(longestStretches),
    },
  };
}

export function referenceErrorBudget({ household }: HouseholdLog, nights: Nights) {
  const objective = household.objectives.availability;
  if (nights.length === 0) return { objective, budget: null, spent: null, remaining: null };
  const budget = (1 - objective) * windowMinutes(nights);
  const spent = childAwakeMinutes(nights);
  return { objective, budget, spent, remaining: budget === 0 ? null : 1 - spent / budget };
}

export function referenceDouble(nights: Nights) {
  const stretches = nights.flatMap((night) => stretchesWith(night, ({ childrenAwake }) => childrenAwake.size >= 2));
  return { count: stretches.length, minutes: total(stretches) };
}
