import type { Cause, Incident, Outcome } from '@/domain/rows/incident';
import { createReopened, createResolved } from '@/domain/timeline/createEntry';
import { addMs, type Instant, laterOf, MINUTE_MS, SECOND_MS } from '@/lib/time';
import { simulateAnsweredCry, simulateCry, simulateRememberedCry } from './simulateCry';
import type { NightContext } from './simulationContext';
import { relapseChances, TEMPERAMENTS } from './temperament';
import { createTimelineBuilder, type TimelineBuilder } from './timelineBuilder';
import { recordSuccess, tryRemedies } from './tryRemedies';
import type { CaregiverRole, ChildRole } from './types';
import { escalateInVain, primaryAt } from './wakeCaregiver';
import type { Wake } from './wakes';

/** A simulated incident, and its effect on the rest of the night. */
export interface SimulatedIncident {
  child: ChildRole;
  incident: Incident;
  endsAt: Instant;
  outcome: Outcome;
  /** When the incident wakes the other child; null if it does not. */
  wakesOtherAt: Instant | null;
  /** Whether the same child wakes again within the hour. */
  wakesAgain: boolean;
}

/** How a cry goes on, as weights of a hundred. Most cries need help. */
const FATES = [
  ['falseAlarm', 9],
  ['settlesAlone', 6],
  ['forgotten', 4],
  ['helped', 81],
] as const;
/** The probability that a child who wakes after 5:00 is up for the day. */
const UP_FOR_THE_DAY = 0.28;
const WAKES_OTHER = 0.02;
/** The least duration of a cry that wakes the other child, so that both are awake at once. */
const WAKES_OTHER_FOR_MS = 9 * MINUTE_MS;
/** The probability that the mother tries without a feed. The partner never feeds the baby. */
const WEANING = 0.1;
const RUNBOOK_FOLLOWED = 0.8;
const END_FORGOTTEN = 0.05;
const NOTE_FOR_REPORT = 0.3;
const WITHOUT_NAME_CHANCE = 0.04;
const CAUSE_OF_ILLNESS = 0.75;
/** When the cause is logged: at night, in the morning, or never. */
const CAUSE_LOGGED_WEIGHTS = [
  ['atOnce', 50],
  ['inTheMorning', 38],
  ['never', 12],
] as const;

/** Simulates one wake-up; `double` says that the other child is awake at the time. */
export function simulateIncident(
  context: NightContext,
  wake: Wake,
  { double }: { double: boolean },
): SimulatedIncident {
  const { random } = context;
  const isUsual = wake.cause === null && !double;
  const fate = isUsual ? random.weighted(FATES) : 'helped';
  const builder = createTimelineBuilder(wake.at, context.ids, fate === 'forgotten' ? context.reviewAt : undefined);
  if (fate === 'falseAlarm' || fate === 'settlesAlone') return settlesAlone(builder, context, wake, fate);
  const isForgotten = fate === 'forgotten';
  const caregiver = isForgotten
    ? simulateRememberedCry(builder, context)
    : simulateAnsweredCry(builder, context, double);
  const cause = wake.cause ?? causeOf(context, wake.child);
  const withoutFeed = wake.child === 'baby' && (caregiver === 'partner' || random.chance(WEANING));
  const wakesOther =
    wake.wakesOther || (isUsual && !isForgotten && wake.child === 'baby' && random.chance(WAKES_OTHER));
  const goal = { child: wake.child, cause, caregiver, withoutFeed, criesUntil: null };
  const criesUntil = wakesOther ? addMs(builder.at, WAKES_OTHER_FOR_MS) : null;
  const first = tryRemedies(builder, context, { ...goal, criesUntil });
  const isUpForDay = wake.at >= context.dawn && random.chance(UP_FOR_THE_DAY);
  const outcome = isUpForDay ? 'upForDay' : 'settled';
  resolve(builder, context, first.caregiver, outcome, random.chance(END_FORGOTTEN));
  let last = first;
  if (!isUpForDay && random.chance(relapseChances(first.remedy).withinTenMinutes)) {
    builder.wait(random, [120, 570]);
    builder.addEntry(createReopened);
    last = tryRemedies(builder, context, { ...goal, caregiver: first.caregiver });
    resolve(builder, context, last.caregiver, outcome, false);
  }
  if (!isUpForDay) recordSuccess(context, wake.child, last.remedy);
  const wakesOtherAt =
    wakesOther && first.firstRemedyAt !== null ? addMs(first.firstRemedyAt, random.integer(60, 150) * SECOND_MS) : null;
  const runbookForOne = withoutFeed ? 'degraded' : 'standard';
  const runbook = double || wake.wakesOther ? 'double' : runbookForOne;
  return {
    ...toSimulatedIncident(builder, context, wake, { cause, outcome, runbook }),
    wakesOtherAt,
    wakesAgain: !isUpForDay && random.chance(relapseChances(last.remedy).withinTheHour),
  };
}

/** Simulates a child who settles alone: within thirty seconds, or after a few minutes. */
function settlesAlone(
  builder: TimelineBuilder,
  context: NightContext,
  wake: Wake,
  fate: 'falseAlarm' | 'settlesAlone',
): SimulatedIncident {
  const { random } = context;
  const listener = simulateCry(builder, context, false);
  if (fate === 'falseAlarm') builder.wait(random, [7, 29]);
  else {
    builder.wait(random, [40, 70]);
    const primary = primaryAt(context, builder.at);
    if (primary !== listener && builder.at >= context.partnerUpUntil) escalateInVain(builder, context, primary);
    builder.wait(random, [90, 480]);
  }
  const by = listener && context.family.caregivers[listener].id;
  builder.addEntry((moment) => createResolved(moment, by, 'selfSettled'));
  const cause = fate === 'falseAlarm' && random.chance(0.7) ? null : causeOf(context, wake.child);
  return {
    ...toSimulatedIncident(builder, context, wake, { cause, outcome: 'selfSettled', runbook: 'standard' }),
    wakesOtherAt: null,
    wakesAgain: false,
  };
}

function causeOf({ random, plan }: NightContext, child: ChildRole): Cause {
  if (plan.illness?.child === child && random.chance(CAUSE_OF_ILLNESS)) return 'illness';
  return random.weighted(TEMPERAMENTS[child].causes);
}

function resolve(
  builder: TimelineBuilder,
  context: NightContext,
  caregiver: CaregiverRole,
  outcome: Outcome,
  isEstimated: boolean,
): void {
  const by = context.random.chance(WITHOUT_NAME_CHANCE) ? null : context.family.caregivers[caregiver].id;
  if (by !== null) builder.addResponder(caregiver);
  builder.addEntry((moment) => createResolved(moment, by, outcome), isEstimated ? context.reviewAt : undefined);
}

/**
 * Returns the row of the incident, and records in the context who responded and until when they
 * were up.
 */
function toSimulatedIncident(
  builder: TimelineBuilder,
  context: NightContext,
  { child }: Wake,
  { cause, outcome, runbook }: { cause: Cause | null; outcome: Outcome; runbook: 'standard' | 'degraded' | 'double' },
): Pick<SimulatedIncident, 'child' | 'incident' | 'endsAt' | 'outcome'> {
  const { random, family, interventions, busyUntil } = context;
  for (const who of builder.responded) interventions[who] += 1;
  for (const who of builder.up) busyUntil[who] = laterOf(busyUntil[who], builder.at);
  const causeLogged = cause === null ? 'never' : random.weighted(CAUSE_LOGGED_WEIGHTS);
  const isRunbookFollowed = runbook !== 'standard' || random.chance(RUNBOOK_FOLLOWED);
  const isIll = context.plan.illness?.child === child;
  const note = (isIll && random.chance(NOTE_FOR_REPORT) && random.pick(context.words.reportNotes ?? [])) || '';
  const causeAt = causeLogged === 'inTheMorning' ? context.reviewAt : builder.at;
  const incident: Incident = {
    id: context.ids.uuid(),
    updatedAt: builder.entries.map(({ updatedAt }) => updatedAt).reduce(laterOf, laterOf(builder.at, causeAt)),
    deletedAt: null,
    childId: family.children[child].id,
    causeId: causeLogged === 'never' ? null : cause,
    runbookId: isRunbookFollowed ? family.runbooks[runbook].id : null,
    note,
    forReport: note !== '',
    mergedInto: null,
    timeline: [...builder.entries],
  };
  return { child, incident, endsAt: builder.at, outcome };
}
