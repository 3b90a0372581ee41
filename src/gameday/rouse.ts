import { acknowledged, escalated, stoodDown, unanswered } from '@/domain/timeline/make';
import { type Instant, later } from '@/lib/time';
import { otherThan } from './cast';
import type { Scene } from './scene';
import type { Story } from './story';
import type { CaregiverPart } from './types';

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

export function primaryAt(scene: Scene, at: Instant): CaregiverPart {
  const swapped = scene.handoverAt !== null && at >= scene.handoverAt;
  return swapped ? otherThan(scene.primary) : scene.primary;
}

/**
 * Tells who was woken and who came.
 *
 * @param listener who heard the cry: awake already, and never escalated to. Null if only the phone heard it
 * @returns who is up for the child now
 */
export function rouse(story: Story, scene: Scene, listener: CaregiverPart | null): CaregiverPart {
  const first = firstInLine(story, scene);
  const second = otherThan(first);
  if (comes(story, scene, first, listener, 1)) return onlyOneStays(story, scene, first, listener);
  if (comes(story, scene, second, listener, 2)) return second;
  // Nobody is left to ask: the last call always wakes the mother.
  return wakes(story, scene, 'mother', 2, { surely: true }) ? 'mother' : second;
}

/** Calls the other one to take over after a while; whoever was up goes back to bed if that works. */
export function askForRelief(story: Story, scene: Scene, tired: CaregiverPart): CaregiverPart {
  const other = otherThan(tired);
  if (story.up.has(other) || scene.busyUntil[other] > story.at) return tired;
  return wakes(story, scene, other, 2) ? onlyOneStays(story, scene, other, tired) : tired;
}

function firstInLine(story: Story, scene: Scene): CaregiverPart {
  const evening = story.at < scene.partnerUpUntil && scene.random.chance(EVENING_WATCH);
  const first = evening ? 'partner' : primaryAt(scene, story.at);
  return scene.busyUntil[first] > story.at ? otherThan(first) : first;
}

function comes(story: Story, scene: Scene, who: CaregiverPart, listener: CaregiverPart | null, level: 1 | 2): boolean {
  const stillUp = who === 'partner' && story.at < scene.partnerUpUntil;
  if (who === listener || stillUp || scene.busyUntil[who] > story.at) {
    story.wait(scene.random, [5, 50]);
    acknowledges(story, scene, who);
    return true;
  }
  const attempts = scene.random.whole(1, scene.plan.kind === 'storm' ? ATTEMPTS.storm : ATTEMPTS.usual);
  for (let attempt = 0; attempt < attempts; attempt += 1) if (wakes(story, scene, who, level)) return true;
  return false;
}

function wakes(
  story: Story,
  scene: Scene,
  who: CaregiverPart,
  level: 1 | 2,
  { surely = false }: { surely?: boolean } = {},
): boolean {
  const { random, cast } = scene;
  const { id } = cast.caregivers[who];
  story.wait(random, [2, 15]);
  story.say((moment) => escalated(moment, id, level));
  const answers = random.chance(surely ? 1 : answerChance(scene, who));
  if (who === 'partner') remember(scene, answers);
  story.wait(random, answers ? [15, 100] : [60, 150]);
  if (answers) acknowledges(story, scene, who);
  else story.say((moment) => unanswered(moment, id));
  return answers;
}

function answerChance({ memory, interventions }: Scene, who: CaregiverPart): number {
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

function remember({ memory }: Scene, answers: boolean): void {
  memory.partner.asked += 1;
  if (answers) memory.partner.answered += 1;
}

/** An escalation that the child made needless: it counts as unanswered. */
export function callInVain(story: Story, scene: Scene, who: CaregiverPart): void {
  const { id } = scene.cast.caregivers[who];
  story.say((moment) => escalated(moment, id, 1));
  if (who === 'partner') remember(scene, false);
}

function acknowledges(story: Story, { cast }: Scene, who: CaregiverPart): void {
  story.say((moment) => acknowledged(moment, cast.caregivers[who].id));
  story.getsUp(who);
}

/** Whoever was up and is not needed any more goes back to bed. */
function onlyOneStays(story: Story, scene: Scene, stays: CaregiverPart, other: CaregiverPart | null): CaregiverPart {
  if (other === null || other === stays) return stays;
  story.wait(scene.random, [10, 60]);
  story.say((moment) => stoodDown(moment, scene.cast.caregivers[other].id));
  story.liesDown(other);
  scene.busyUntil[other] = later(scene.busyUntil[other], story.at);
  return stays;
}
