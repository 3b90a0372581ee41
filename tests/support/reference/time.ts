import type { HouseholdLog } from '@/domain/rows/tables';
import type { ReferenceNight } from './night';
import { mean, ratio, total } from './numbers';
import { MINUTE } from './wallClock';

/* The figures that measure time, counted tick by tick over observed nights. */

type Nights = readonly ReferenceNight[];
type Moment = ReferenceNight['moments'][number];

const isAnyAwake = ({ childrenAwake }: Moment): boolean => childrenAwake.size > 0;

/** Returns the minutes of some nights in which something is true. */
const minutesWith = (nights: Nights, isTrue: (moment: Moment) => boolean): number =>
  total(nights.map(({ moments, tickMs }) => (moments.filter(isTrue).length * tickMs) / MINUTE));

/** Returns the minutes of each stretch of a night throughout which something is true. */
function stretchesWith({ moments, tickMs }: ReferenceNight, isTrue: (moment: Moment) => boolean): number[] {
  const stretches: number[] = [];
  let ticks = 0;
  for (const moment of moments) {
    if (isTrue(moment)) ticks += 1;
    else {
      if (ticks > 0) stretches.push((ticks * tickMs) / MINUTE);
      ticks = 0;
    }
  }
  if (ticks > 0) stretches.push((ticks * tickMs) / MINUTE);
  return stretches;
}

const windowMinutes = (nights: Nights): number => minutesWith(nights, () => true);
export const childAwakeMinutes = (nights: Nights): number => minutesWith(nights, isAnyAwake);
export const caregiverAwakeMinutes = (nights: Nights, caregiverId: string): number =>
  minutesWith(nights, ({ caregiversAwake }) => caregiversAwake.has(caregiverId));

export const longestStretchOf = (night: ReferenceNight): number =>
  Math.max(0, ...stretchesWith(night, (moment) => !isAnyAwake(moment)));

const shareWithout = (lost: number, nights: Nights): number | null => {
  const share = ratio(lost, windowMinutes(nights));
  return share === null ? null : 1 - share;
};

export const availabilityOf = (nights: Nights): number | null => shareWithout(childAwakeMinutes(nights), nights);

export function referenceAvailability(log: HouseholdLog, nights: Nights) {
  const longest = nights.map(longestStretchOf);
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
    longestStretch: { best: longest.length === 0 ? null : Math.max(...longest), mean: mean(longest) },
  };
}

export function referenceErrorBudget({ household }: HouseholdLog, nights: Nights) {
  const objective = household.objectives.availability;
  const budget = (1 - objective) * windowMinutes(nights);
  const spent = childAwakeMinutes(nights);
  return { objective, budget, spent, remaining: budget === 0 ? null : 1 - spent / budget };
}

export function referenceDouble(nights: Nights) {
  const stretches = nights.flatMap((night) => stretchesWith(night, ({ childrenAwake }) => childrenAwake.size >= 2));
  return { count: stretches.length, minutes: total(stretches) };
}
