import { NOON } from '@/domain/night';
import type { HouseholdLog } from '@/domain/rows/tables';
import { addDays, instantOnWall } from '@/lib/zone';
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
/** What a family whose baby is nine months old might call usual. */
const DEFAULT_INCIDENTS_PER_NIGHT = 4.5;

/**
 * A simulated household and everything it logged: two children, two caregivers, one of whom sleeps well. The same options make the
 * same bytes on any machine, in any time zone of its own; another seed makes other nights with the same kinds of events in them.
 *
 * Every six weeks have a cold and, later, a laryngitis of the other child, a weekend nobody logged, quiet nights, and nights with
 * everything. Fewer than six weeks have the same, closer together; of a single week do not expect all of it. Rows are in the order of
 * time. Nothing in them is later than local noon of the day after `lastNight`, and nothing is open.
 *
 * Linear in the number of incidents. For a benchmark of ten years: `weeks: 522, incidentsPerNight: 13.5` makes about 40,000. The children's
 * ages are right at the end; the years before they were born are there for the size alone.
 *
 * @param options `weeks` is 6 unless given, `incidentsPerNight` 4.5
 */
export function gameDayLog(options: GameDayOptions): HouseholdLog {
  const { seed, lastNight, weeks = DEFAULT_WEEKS, timeZone, names } = options;
  const { incidentsPerNight = DEFAULT_INCIDENTS_PER_NIGHT } = options;
  const plans = planNights(seed, lastNight, weeks * 7);
  const firstNight = plans[0]?.night ?? addDays(lastNight, 1);
  const ids = createRandom(seed, 'ids');
  const cast = createFamily(options, ids, instantOnWall(plans[0]?.night ?? lastNight, NOON, timeZone), firstNight);
  const house: SimulationContext = { timeZone, family: cast, words: names.words, ids, memory: noMemory() };
  const nights = plans.map((plan) =>
    simulateNight(plan, house, createRandom(seed, 'night', plan.index), incidentsPerNight),
  );
  return {
    household: cast.household,
    children: [cast.children.baby, cast.children.toddler],
    caregivers: [cast.caregivers.mother, cast.caregivers.partner],
    incidents: nights.flatMap(({ incidents }) => incidents),
    nights: nights.flatMap(({ row }) => row ?? []),
    episodes: episodesOf(plans, house, createRandom(seed, 'illness')),
    observations: nights.flatMap(({ observations }) => observations).sort((a, b) => a.at - b.at),
    chores: choresOf(seed, nights, house),
    naps: napsOf(seed, nights, house),
    runbooks: [cast.runbooks.standard, cast.runbooks.degraded, cast.runbooks.double],
  };
}
