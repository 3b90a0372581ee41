import type { RowOf } from '@/domain/rows/tables';
import { addMs, type Day, HOUR_MS, type Instant, MINUTE_MS } from '@/lib/time';
import { addDays } from '@/lib/zone';
import type { Illness, NightPlan } from './calendar';
import { type NightClock, nightClock } from './nightClock';
import type { Random } from './random';
import type { SimulationContext } from './simulationContext';
import type { ChildRole } from './types';

type Observation = RowOf<'observations'>;

/** The minimal interval on most syrups against fever. It belongs to the story and is no advice. */
const MEDICINE_EVERY_HOURS = 6;

/** Degrees above a child's usual temperature, by day of the illness. */
const FEVER: Record<Illness['kind'], readonly number[]> = {
  cold: [0.8, 1.3, 1.2, 0.9, 0.5, 0.2],
  laryngitis: [1.4, 1.6, 0.8, 0.2],
};
const USUAL_CELSIUS = 37;
const EVENINGS_ARE_WARMER = 0.2;
const MEASUREMENT_ERROR = 0.2;
/**
 * These parents give the syrup at 38 °C, and in the nights of days on which the fever is about
 * that high.
 */
const SYRUP_FROM_CELSIUS = 38;
const SYRUP_FROM_FEVER = 0.8;

/**
 * Returns the observations of an evening of illness: a temperature, and a dose if the temperature
 * is high.
 */
export function eveningOf(
  plan: NightPlan,
  simulation: SimulationContext,
  clock: NightClock,
  random: Random,
): Observation[] {
  const { illness } = plan;
  if (!illness) return [];
  const at = clock.between(random, ['18:10', '19:10']);
  const celsius = measuredCelsius(illness, plan, EVENINGS_ARE_WARMER, random);
  const temperature = temperatureRow(simulation, illness.child, at, celsius);
  if (celsius < SYRUP_FROM_CELSIUS || !mayDose(simulation, plan, illness.child, at)) return [temperature];
  const doseAt = addMs(at, random.integer(2, 8) * MINUTE_MS);
  simulation.memory.lastDoseAt[illness.child] = doseAt;
  return [temperature, doseRow(simulation, illness.child, doseAt)];
}

/**
 * Returns the observations of the morning after a night of illness. The morning after the last
 * night is not a day of the illness and has none.
 */
export function morningOf(
  plan: NightPlan,
  simulation: SimulationContext,
  clock: NightClock,
  random: Random,
): Observation[] {
  const { illness } = plan;
  if (!illness || plan.night >= illness.endDay) return [];
  const at = clock.between(random, ['07:35', '08:30']);
  return [temperatureRow(simulation, illness.child, at, measuredCelsius(illness, plan, 0, random))];
}

/** Whether a child is ill enough for the syrup that day, and the last dose is long enough ago. */
export function mayDose(
  { memory }: SimulationContext,
  { illness, night }: NightPlan,
  child: ChildRole,
  at: Instant,
): boolean {
  if (illness?.child !== child || feverOf(illness, night) < SYRUP_FROM_FEVER) return false;
  const last = memory.lastDoseAt[child];
  return last === null || at >= addMs(last, MEDICINE_EVERY_HOURS * HOUR_MS);
}

export function doseRow({ ids, family, words }: SimulationContext, child: ChildRole, at: Instant): Observation {
  const { name, amount } = words.syrup;
  return {
    ...rowOf(ids, family.children[child].id, at),
    kind: 'medicine',
    name,
    amount,
    minHours: MEDICINE_EVERY_HOURS,
  };
}

function temperatureRow(
  { ids, family }: SimulationContext,
  child: ChildRole,
  at: Instant,
  celsius: number,
): Observation {
  return { ...rowOf(ids, family.children[child].id, at), kind: 'temperature', celsius };
}

const rowOf = (ids: Random, childId: string, at: Instant) => ({
  id: ids.uuid(),
  updatedAt: at,
  deletedAt: null,
  childId,
  at,
});

/** Returns a temperature rounded to a tenth of a degree, as thermometers show it. */
function measuredCelsius(illness: Illness, { night }: NightPlan, offset: number, random: Random): number {
  const wobble = (random.next() * 2 - 1) * MEASUREMENT_ERROR;
  return Math.round((USUAL_CELSIUS + feverOf(illness, night) + offset + wobble) * 10) / 10;
}

function feverOf({ kind, startDay }: Illness, night: Day): number {
  const fever = FEVER[kind];
  return fever.find((_, day) => addDays(startDay, day) === night) ?? 0;
}

/**
 * Returns the illnesses of the planned nights as episodes that are over. The stamp of an episode is
 * the evening of its last day.
 */
export function episodesOf(
  plans: readonly NightPlan[],
  simulation: SimulationContext,
  random: Random,
): RowOf<'episodes'>[] {
  const illnesses = [...new Set(plans.map(({ illness }) => illness))].filter((illness) => illness !== null);
  return illnesses.map(({ child, kind, startDay, endDay }) => ({
    id: simulation.ids.uuid(),
    updatedAt: nightClock(endDay, simulation.timeZone).between(random, ['19:30', '20:00']),
    deletedAt: null,
    childId: simulation.family.children[child].id,
    label: simulation.words[kind],
    kind,
    startDay,
    endDay,
    note: '',
  }));
}
