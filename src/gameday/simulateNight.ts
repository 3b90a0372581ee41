import type { Shift } from '@/domain/rows/household';
import type { Incident } from '@/domain/rows/incident';
import type { NightRow } from '@/domain/rows/others';
import type { RowOf } from '@/domain/rows/tables';
import { addMs, earlierOf, type Instant, MINUTE_MS } from '@/lib/time';
import type { NightPlan } from './calendar';
import { otherCaregiver } from './family';
import { type NightClock, nightClock, spanMinute } from './nightClock';
import { nightRowOf } from './nightRow';
import { doseRow, eveningOf, morningOf } from './observations';
import type { Random } from './random';
import { type SimulatedIncident, simulateIncident } from './simulateIncident';
import type { NightContext, SimulationContext } from './simulationContext';
import type { CaregiverRole } from './types';
import { againMinutes, gapMinutes, planWakes, type Wake } from './wakes';

export interface SimulatedNight {
  plan: NightPlan;
  row: NightRow | null;
  incidents: Incident[];
  observations: RowOf<'observations'>[];
}

/**
 * The earliest and the latest time at which the children are put to bed, and at which they get up.
 */
const BEDTIME = ['19:25', '20:20'] as const;
const MORNING = ['06:10', '07:05'] as const;
const PARTNER_TO_BED = ['22:20', '23:30'] as const;
const DAWN = '05:00';
/**
 * The probability that a child sleeps through the other child's cry. A cry that would fall into an
 * incident of the other child then comes after it.
 */
const SLEEPS_THROUGH = 0.6;
const REVIEW = ['07:30', '09:10'] as const;

/** Simulates one night from its evening to its morning. */
export function simulateNight(
  plan: NightPlan,
  simulation: SimulationContext,
  random: Random,
  incidentsPerNight: number,
): SimulatedNight {
  if (plan.kind === 'away') return { plan, row: null, incidents: [], observations: [] };
  const clock = nightClock(plan.night, simulation.timeZone);
  const bedtime = random.integer(spanMinute(BEDTIME[0]), spanMinute(BEDTIME[1]));
  const morning = random.integer(spanMinute(MORNING[0]), spanMinute(MORNING[1]));
  const evening = eveningOf(plan, simulation, clock, random);
  const context = createContext(plan, simulation, clock, random);
  const wakes = planWakes(plan, random, { incidentsPerNight, bedtime, morning, clock });
  const simulated = simulateWakes(context, wakes, clock.at(morning));
  const doses = simulated.flatMap(({ child, incident }) =>
    incident.timeline
      .filter((entry) => entry.kind === 'remedy' && entry.remedy === 'medicine')
      .map(({ at }) => doseRow(simulation, child, at)),
  );
  const row = nightRowOf(context, simulated, {
    bedtimeAt: clock.at(bedtime),
    morningAt: clock.at(morning),
  });
  const incidents = simulated.map(({ incident }) => incident);
  return { plan, row, incidents, observations: [...evening, ...doses, ...morningOf(plan, simulation, clock, random)] };
}

function createContext(
  plan: NightPlan,
  simulation: SimulationContext,
  clock: NightClock,
  random: Random,
): NightContext {
  const { family } = simulation;
  const shift = slotOf(plan, family.household.rotation?.slots ?? []);
  const planned: CaregiverRole = shift?.primary === family.caregivers.partner.id ? 'partner' : 'mother';
  const handoverAt = plan.swapped ? null : (shift?.handoverAt ?? null);
  const noon = clock.time('12:00');
  return {
    ...simulation,
    plan,
    clock,
    random,
    primary: plan.swapped ? otherCaregiver(planned) : planned,
    handoverAt: handoverAt && clock.time(handoverAt),
    partnerUpUntil: clock.between(random, PARTNER_TO_BED),
    dawn: clock.time(DAWN),
    reviewAt: clock.between(random, REVIEW),
    interventions: { mother: 0, partner: 0 },
    busyUntil: { mother: noon, partner: noon },
  };
}

/** The rotation's anchor is the first night, so the slots alternate from there. */
const slotOf = ({ index }: NightPlan, slots: readonly Shift[]): Shift | undefined => slots[index % slots.length];

/**
 * Simulates the planned cries in ascending order. What happens in one incident can move the next
 * cries.
 */
function simulateWakes(context: NightContext, planned: readonly Wake[], morningAt: Instant): SimulatedIncident[] {
  const { random } = context;
  const incidents: SimulatedIncident[] = [];
  const queue = [...planned];
  let until = addMs(morningAt, -MINUTE_MS);
  for (let wake = takeNext(queue); wake; wake = takeNext(queue)) {
    const { child, at } = wake;
    const previous = incidents.findLast((candidate) => candidate.child === child);
    const gapMs = gapMinutes(random) * MINUTE_MS;
    // A child who is woken by the other's diaper does not wait.
    if (previous && at < addMs(previous.endsAt, wake.cause === null ? gapMs : 0)) {
      queue.push({ ...wake, at: addMs(previous.endsAt, gapMs) });
      continue;
    }
    if (at > until) continue;
    const overlapping = incidents.find((candidate) => candidate.child !== child && candidate.endsAt > at);
    if (overlapping && wake.cause === null && random.chance(SLEEPS_THROUGH)) {
      queue.push({ ...wake, at: addMs(overlapping.endsAt, gapMs) });
      continue;
    }
    if (overlapping) followDouble(context, overlapping);
    const next = simulateIncident(context, wake, { double: overlapping !== undefined });
    incidents.push(next);
    if (next.outcome === 'upForDay') until = earlierOf(until, next.endsAt);
    if (next.wakesOtherAt !== null)
      queue.push({ child: otherChild(child), at: next.wakesOtherAt, cause: 'noise', wakesOther: false });
    if (next.wakesAgain) bringForward(queue, child, addMs(next.endsAt, againMinutes(random) * MINUTE_MS));
  }
  return incidents;
}

const otherChild = (child: Wake['child']): Wake['child'] => (child === 'baby' ? 'toddler' : 'baby');

function takeNext(queue: Wake[]): Wake | undefined {
  const next = queue.reduce<Wake | undefined>(
    (first, wake) => (first && first.at <= wake.at ? first : wake),
    undefined,
  );
  if (next) queue.splice(queue.indexOf(next), 1);
  return next;
}

/** Moves the next cry of a child forward. The number of cries stays the same. */
function bringForward(queue: Wake[], child: Wake['child'], at: Instant): void {
  const next = queue
    .filter((wake) => wake.child === child && !wake.wakesOther && wake.at > at)
    .sort((a, b) => a.at - b.at)[0];
  if (next) next.at = at;
}

/** Once both children are awake, the first incident follows the runbook for two as well. */
function followDouble({ family }: NightContext, first: SimulatedIncident): void {
  first.incident = { ...first.incident, runbookId: family.runbooks.double.id };
}
