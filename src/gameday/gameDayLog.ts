import type { HouseholdLog } from '@/domain/rows/tables';
import { addDays, instantOnWall, NOON } from '@/lib/zone';
import { planNights } from './calendar';
import { choresOf } from './chores';
import { createFamily } from './family';
import { napsOf } from './naps';
import { episodesOf } from './observations';
import { createRandom } from './random';
import { simulateNight } from './simulateNight';
import { noMemory, type SimulationContext } from './simulationContext';
import type { GameDayOptions } from './types';

const DEFAULT_WEEKS = 6;
/** A usual number of wake-ups for a family whose baby is nine months old. */
const DEFAULT_INCIDENTS_PER_NIGHT = 4.5;

/**
 * Returns a simulated household and everything that it logged: two children and two caregivers, one
 * of whom sleeps well. The same options give the same bytes on any machine and in any time zone of
 * the machine. Another seed gives other nights with the same kinds of events.
 *
 * Every six weeks have a cold and, later, a laryngitis of the other child, a weekend that nobody
 * logged, quiet nights, and stormy nights in which everything happens. Fewer than six weeks have
 * the same events closer together; a single week may not have all of them. Rows are sorted by time.
 * No row is later than local noon of the day after `lastNight`, and no incident is open.
 *
 * The time is linear in the number of incidents. For a benchmark of ten years, `weeks: 522,
 * incidentsPerNight: 13.5` makes about 40,000. The children's ages are right at the end; the years
 * before their birth are there for the size alone.
 *
 * @param options `weeks` defaults to 6, and `incidentsPerNight` to 4.5
 */
export function gameDayLog(options: GameDayOptions): HouseholdLog {
  const { seed, lastNight, weeks = DEFAULT_WEEKS, timeZone, names } = options;
  const { incidentsPerNight = DEFAULT_INCIDENTS_PER_NIGHT } = options;
  const plans = planNights(seed, lastNight, weeks * 7);
  const firstNight = plans[0]?.night ?? addDays(lastNight, 1);
  const ids = createRandom(seed, 'ids');
  const family = createFamily(options, ids, instantOnWall(plans[0]?.night ?? lastNight, NOON, timeZone), firstNight);
  const simulation: SimulationContext = { timeZone, family, words: names.words, ids, memory: noMemory() };
  const nights = plans.map((plan) =>
    simulateNight(plan, simulation, createRandom(seed, 'night', plan.index), incidentsPerNight),
  );
  return {
    household: family.household,
    children: [family.children.baby, family.children.toddler],
    caregivers: [family.caregivers.mother, family.caregivers.partner],
    incidents: nights.flatMap(({ incidents }) => incidents),
    nights: nights.flatMap(({ row }) => row ?? []),
    episodes: episodesOf(plans, simulation, createRandom(seed, 'illness')),
    observations: nights.flatMap(({ observations }) => observations).sort((a, b) => a.at - b.at),
    chores: choresOf(seed, nights, simulation),
    naps: napsOf(seed, nights, simulation),
    runbooks: [family.runbooks.standard, family.runbooks.degraded, family.runbooks.double],
  };
}
