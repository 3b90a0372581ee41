import { createAcknowledged, createEscalated, createNoResponse, createStoodDown } from '@/domain/timeline/createEntry';
import { type Instant, laterOf } from '@/lib/time';
import { otherCaregiver } from './family';
import type { NightContext } from './simulationContext';
import type { TimelineBuilder } from './timelineBuilder';
import type { CaregiverRole } from './types';

/* Who gets up. The rota says one thing, sleep another. */

/** The share of attempts that wake the partner. The product's own example says: one in five. */
const PARTNER_ANSWERS = 0.2;
/** With this many attempts the share means something, and what strays from it is led back. */
const ENOUGH_ATTEMPTS = 5;
/** The mother answers nearly always, less after each time she was up, and never less than six times in ten. */
const MOTHER_ANSWERS = { fresh: 0.96, eachTime: 0.06, atLeast: 0.6 };
/** In the evening the one who is still up mostly goes, whoever's night it is. */
const EVENING_WATCH = 0.6;
/** One is not called for ever: a night with everything has up to three attempts in a row, another one or two. */
const ATTEMPTS = { usual: 1, storm: 3 };

export function primaryAt(scene: NightContext, at: Instant): CaregiverRole {
  const swapped = scene.handoverAt !== null && at >= scene.handoverAt;
  return swapped ? otherCaregiver(scene.primary) : scene.primary;
}

/**
 * Tells who was woken and who came.
 *
 * @param listener who heard the cry: awake already, and never escalated to. Null if only the phone heard it
 * @returns who is up for the child now
 */
export function wakeCaregiver(
  story: TimelineBuilder,
  scene: NightContext,
  listener: CaregiverRole | null,
): CaregiverRole {
  const first = firstInLine(story, scene);
  const second = otherCaregiver(first);
  if (tryToWake(story, scene, first, listener, 1)) return sendOtherToBed(story, scene, first, listener);
  if (tryToWake(story, scene, second, listener, 2)) return second;
  // Nobody is left to ask: the last call always wakes the mother.
  return attemptToWake(story, scene, 'mother', 2, { surely: true }) ? 'mother' : second;
}

/** Calls the other one to take over after a while; whoever was up goes back to bed if that works. */
export function askForRelief(story: TimelineBuilder, scene: NightContext, tired: CaregiverRole): CaregiverRole {
  const other = otherCaregiver(tired);
  if (story.up.has(other) || scene.busyUntil[other] > story.at) return tired;
  return attemptToWake(story, scene, other, 2) ? sendOtherToBed(story, scene, other, tired) : tired;
}

function firstInLine(story: TimelineBuilder, scene: NightContext): CaregiverRole {
  const evening = story.at < scene.partnerUpUntil && scene.random.chance(EVENING_WATCH);
  const first = evening ? 'partner' : primaryAt(scene, story.at);
  return scene.busyUntil[first] > story.at ? otherCaregiver(first) : first;
}

function tryToWake(
  story: TimelineBuilder,
  scene: NightContext,
  who: CaregiverRole,
  listener: CaregiverRole | null,
  level: 1 | 2,
): boolean {
  const stillUp = who === 'partner' && story.at < scene.partnerUpUntil;
  if (who === listener || stillUp || scene.busyUntil[who] > story.at) {
    story.wait(scene.random, [5, 50]);
    logAcknowledged(story, scene, who);
    return true;
  }
  const attempts = scene.random.integer(1, scene.plan.kind === 'storm' ? ATTEMPTS.storm : ATTEMPTS.usual);
  for (let attempt = 0; attempt < attempts; attempt += 1) if (attemptToWake(story, scene, who, level)) return true;
  return false;
}

function attemptToWake(
  story: TimelineBuilder,
  scene: NightContext,
  who: CaregiverRole,
  level: 1 | 2,
  { surely = false }: { surely?: boolean } = {},
): boolean {
  const { random, family } = scene;
  const { id } = family.caregivers[who];
  story.wait(random, [2, 15]);
  story.addEntry((moment) => createEscalated(moment, id, level));
  const answers = random.chance(surely ? 1 : answerChance(scene, who));
  if (who === 'partner') remember(scene, answers);
  story.wait(random, answers ? [15, 100] : [60, 150]);
  if (answers) logAcknowledged(story, scene, who);
  else story.addEntry((moment) => createNoResponse(moment, id));
  return answers;
}

function answerChance({ memory, interventions }: NightContext, who: CaregiverRole): number {
  const times = interventions[who];
  if (who === 'mother') return Math.max(MOTHER_ANSWERS.atLeast, MOTHER_ANSWERS.fresh - MOTHER_ANSWERS.eachTime * times);
  const { asked, answered } = memory.partner;
  // Alert fatigue: the second call of a night wakes him half as often as the first, the third a third as often.
  const tired = (PARTNER_ANSWERS * 1.4) / (1 + times);
  if (asked < ENOUGH_ATTEMPTS) return tired;
  const share = answered / asked;
  if (share > PARTNER_ANSWERS * 1.25) return tired / 3;
  return share < PARTNER_ANSWERS * 0.75 ? Math.max(tired, PARTNER_ANSWERS) * 2 : tired;
}

function remember({ memory }: NightContext, answers: boolean): void {
  memory.partner.asked += 1;
  if (answers) memory.partner.answered += 1;
}

/** An escalation that the child made needless: it counts as unanswered. */
export function escalateInVain(story: TimelineBuilder, scene: NightContext, who: CaregiverRole): void {
  const { id } = scene.family.caregivers[who];
  story.addEntry((moment) => createEscalated(moment, id, 1));
  if (who === 'partner') remember(scene, false);
}

function logAcknowledged(story: TimelineBuilder, { family }: NightContext, who: CaregiverRole): void {
  story.addEntry((moment) => createAcknowledged(moment, family.caregivers[who].id));
  story.addResponder(who);
}

/** Whoever was up and is not needed any more goes back to bed. */
function sendOtherToBed(
  story: TimelineBuilder,
  scene: NightContext,
  stays: CaregiverRole,
  other: CaregiverRole | null,
): CaregiverRole {
  if (other === null || other === stays) return stays;
  story.wait(scene.random, [10, 60]);
  story.addEntry((moment) => createStoodDown(moment, scene.family.caregivers[other].id));
  story.removeFromUp(other);
  scene.busyUntil[other] = laterOf(scene.busyUntil[other], story.at);
  return stays;
}
