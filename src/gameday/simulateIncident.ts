import type { Cause, Incident, Outcome } from '@/domain/rows/incident';
import { createReopened, createResolved } from '@/domain/timeline/createEntry';
import { addMs, type Instant, laterOf, MINUTE_MS, SECOND_MS } from '@/lib/time';
import { simulateAnsweredCry, simulateCry, simulateRememberedCry } from './simulateCry';
import type { NightContext } from './simulationContext';
import { relapseChances, TEMPERAMENTS } from './temperament';
import { createTimelineBuilder, type TimelineBuilder } from './timelineBuilder';
import { learn, tryRemedies } from './tryRemedies';
import type { CaregiverRole, ChildRole } from './types';
import { escalateInVain, primaryAt } from './wakeCaregiver';
import type { Wake } from './wakes';

/** An incident as it is told, and what it does to the rest of the night. */
export interface SimulatedIncident {
  child: ChildRole;
  incident: Incident;
  endsAt: Instant;
  outcome: Outcome;
  /** When the other child is woken by it; null if not. */
  wakesOtherAt: Instant | null;
  /** The same child will be awake again within the hour. */
  wakesAgain: boolean;
}

/** What becomes of a cry, of a hundred: most need help. */
const FATES = [
  ['falseAlarm', 9],
  ['settlesAlone', 6],
  ['forgotten', 4],
  ['helped', 81],
] as const;
/** After 5:00. */
const UP_FOR_THE_DAY = 0.28;
const WAKES_OTHER = 0.02;
/** A cry that wakes the other one lasts at least so long, so that both are awake. */
const WAKES_OTHER_FOR_MS = 9 * MINUTE_MS;
/** The mother tries without a feed now and then; with the partner there is none. */
const WEANING = 0.1;
const RUNBOOK_FOLLOWED = 0.8;
const END_FORGOTTEN = 0.05;
const NOTE_FOR_REPORT = 0.3;
const WITHOUT_NAME_CHANCE = 0.04;
const CAUSE_OF_ILLNESS = 0.75;
/** Causes are tapped at once, or over coffee, or never. */
const CAUSE_LOGGED_WEIGHTS = [
  ['atOnce', 50],
  ['inTheMorning', 38],
  ['never', 12],
] as const;

export function simulateIncident(scene: NightContext, wake: Wake, { double }: { double: boolean }): SimulatedIncident {
  const { random } = scene;
  const plain = wake.cause === null && !double;
  const fate = plain ? random.weighted(FATES) : 'helped';
  const story = createTimelineBuilder(wake.at, scene.ids, fate === 'forgotten' ? scene.reviewAt : undefined);
  if (fate === 'falseAlarm' || fate === 'settlesAlone') return settlesAlone(story, scene, wake, fate);
  const forgotten = fate === 'forgotten';
  const caregiver = forgotten ? simulateRememberedCry(story, scene) : simulateAnsweredCry(story, scene, double);
  const cause = wake.cause ?? causeOf(scene, wake.child);
  const withoutFeed = wake.child === 'baby' && (caregiver === 'partner' || random.chance(WEANING));
  const wakesOther = wake.wakesOther || (plain && !forgotten && wake.child === 'baby' && random.chance(WAKES_OTHER));
  const soothing = { child: wake.child, cause, caregiver, withoutFeed, notBefore: null };
  const notBefore = wakesOther ? addMs(story.at, WAKES_OTHER_FOR_MS) : null;
  const first = tryRemedies(story, scene, { ...soothing, notBefore });
  const upForDay = wake.at >= scene.dawn && random.chance(UP_FOR_THE_DAY);
  const outcome = upForDay ? 'upForDay' : 'settled';
  resolve(story, scene, first.caregiver, outcome, random.chance(END_FORGOTTEN));
  let last = first;
  if (!upForDay && random.chance(relapseChances(first.remedy).withinTenMinutes)) {
    story.wait(random, [120, 570]);
    story.addEntry(createReopened);
    last = tryRemedies(story, scene, { ...soothing, caregiver: first.caregiver });
    resolve(story, scene, last.caregiver, outcome, false);
  }
  if (!upForDay) learn(scene, wake.child, last.remedy);
  const wakesOtherAt =
    wakesOther && first.firstRemedyAt !== null ? addMs(first.firstRemedyAt, random.integer(60, 150) * SECOND_MS) : null;
  const runbook = double || wake.wakesOther ? 'double' : withoutFeed ? 'degraded' : 'standard';
  return {
    ...toSimulatedIncident(story, scene, wake, { cause, outcome, runbook }),
    wakesOtherAt,
    wakesAgain: !upForDay && random.chance(relapseChances(last.remedy).withinTheHour),
  };
}

/** Thirty seconds of patience are enough for some, a few minutes for others. */
function settlesAlone(
  story: TimelineBuilder,
  scene: NightContext,
  wake: Wake,
  fate: 'falseAlarm' | 'settlesAlone',
): SimulatedIncident {
  const { random } = scene;
  const listener = simulateCry(story, scene, false);
  if (fate === 'falseAlarm') story.wait(random, [7, 29]);
  else {
    story.wait(random, [40, 70]);
    const primary = primaryAt(scene, story.at);
    if (primary !== listener && story.at >= scene.partnerUpUntil) escalateInVain(story, scene, primary);
    story.wait(random, [90, 480]);
  }
  const by = listener && scene.family.caregivers[listener].id;
  story.addEntry((moment) => createResolved(moment, by, 'selfSettled'));
  const cause = fate === 'falseAlarm' && random.chance(0.7) ? null : causeOf(scene, wake.child);
  return {
    ...toSimulatedIncident(story, scene, wake, { cause, outcome: 'selfSettled', runbook: 'standard' }),
    wakesOtherAt: null,
    wakesAgain: false,
  };
}

function causeOf({ random, plan }: NightContext, child: ChildRole): Cause {
  if (plan.illness?.child === child && random.chance(CAUSE_OF_ILLNESS)) return 'illness';
  return random.weighted(TEMPERAMENTS[child].causes);
}

function resolve(
  story: TimelineBuilder,
  scene: NightContext,
  caregiver: CaregiverRole,
  outcome: Outcome,
  guessed: boolean,
): void {
  const by = scene.random.chance(WITHOUT_NAME_CHANCE) ? null : scene.family.caregivers[caregiver].id;
  if (by !== null) story.addResponder(caregiver);
  story.addEntry((moment) => createResolved(moment, by, outcome), guessed ? scene.reviewAt : undefined);
}

/** The row, and the marks it leaves on the two who were up. */
function toSimulatedIncident(
  story: TimelineBuilder,
  scene: NightContext,
  { child }: Wake,
  { cause, outcome, runbook }: { cause: Cause | null; outcome: Outcome; runbook: 'standard' | 'degraded' | 'double' },
): Pick<SimulatedIncident, 'child' | 'incident' | 'endsAt' | 'outcome'> {
  const { random, family, interventions, busyUntil } = scene;
  for (const who of story.responded) interventions[who] += 1;
  for (const who of story.up) busyUntil[who] = laterOf(busyUntil[who], story.at);
  const said = cause === null ? 'never' : random.weighted(CAUSE_LOGGED_WEIGHTS);
  const followed = runbook !== 'standard' || random.chance(RUNBOOK_FOLLOWED);
  const ill = scene.plan.illness?.child === child;
  const note = (ill && random.chance(NOTE_FOR_REPORT) && random.pick(scene.words.reportNotes ?? [])) || '';
  const causeAt = said === 'inTheMorning' ? scene.reviewAt : story.at;
  const incident: Incident = {
    id: scene.ids.uuid(),
    updatedAt: story.entries.map(({ updatedAt }) => updatedAt).reduce(laterOf, laterOf(story.at, causeAt)),
    deletedAt: null,
    childId: family.children[child].id,
    causeId: said === 'never' ? null : cause,
    runbookId: followed ? family.runbooks[runbook].id : null,
    note,
    forReport: note !== '',
    mergedInto: null,
    timeline: [...story.entries],
  };
  return { child, incident, endsAt: story.at, outcome };
}
