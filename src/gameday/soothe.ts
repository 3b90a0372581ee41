import type { Cause, Remedy } from '@/domain/rows/incident';
import { remedied } from '@/domain/timeline/make';
import type { Instant } from '@/lib/time';
import { mayDose } from './observations';
import { askForRelief } from './rouse';
import type { Scene } from './scene';
import type { Story } from './story';
import { type Attempt, DOSE, FIRST_FOR, TEMPERAMENTS } from './temperament';
import type { CaregiverPart, ChildPart } from './types';

/* What is tried, one thing after the other, until the child sleeps. */

/** Nothing cries for ever: after so many attempts sleep comes by itself. */
const ATTEMPTS_MAX = 5;
/** After this many in vain, one asks for relief. */
const RELIEF_AFTER = 3;
const RELIEF_ASKED = 0.6;
/** An ill child is hard to help. */
const WORKS_WHEN_ILL = 0.6;
/** What worked is reached for again: each success weighs a quarter of the first liking, up to so many. */
const LEARNING = { weight: 0.25, successes: 12 };
/** Some taps say what and not who. */
const NOBODY_SAID = 0.05;

interface Soothing {
  child: ChildPart;
  cause: Cause;
  caregiver: CaregiverPart;
  /** The degraded runbook: no feed. */
  withoutFeed: boolean;
  /** The child cries at least until here, whatever is tried. */
  notBefore: Instant | null;
}

interface Soothed {
  caregiver: CaregiverPart;
  /** What was tried last, and so is credited with it. */
  remedy: Remedy | null;
  firstRemedyAt: Instant | null;
}

export function soothe(story: Story, scene: Scene, soothing: Soothing): Soothed {
  const { random, memory, cast, plan } = scene;
  const ill = plan.illness?.child === soothing.child;
  const tried = new Set<Remedy>();
  const told: Soothed = { caregiver: soothing.caregiver, remedy: null, firstRemedyAt: null };
  for (let count = 1; count <= ATTEMPTS_MAX; count += 1) {
    const attempt = nextAttempt(scene, soothing, tried, story.at);
    if (!attempt) break;
    tried.add(attempt.remedy);
    story.wait(random, [15, 60]);
    const by = random.chance(NOBODY_SAID) ? null : cast.caregivers[told.caregiver].id;
    story.say((moment) => remedied(moment, by, attempt.remedy));
    if (by !== null) story.getsUp(told.caregiver);
    if (attempt.remedy === 'medicine') memory.lastDoseAt[soothing.child] = story.at;
    told.firstRemedyAt ??= story.at;
    told.remedy = attempt.remedy;
    const [min, max] = attempt.minutes;
    story.wait(random, [min * 60, max * 60]);
    const holdsOut = soothing.notBefore !== null && story.at < soothing.notBefore;
    if (random.chance(ill ? attempt.works * WORKS_WHEN_ILL : attempt.works) && !holdsOut) break;
    if (count === RELIEF_AFTER && random.chance(RELIEF_ASKED))
      told.caregiver = askForRelief(story, scene, told.caregiver);
  }
  if (soothing.notBefore !== null) story.waitUntil(soothing.notBefore);
  return told;
}

/** The house remembers what was tried last before a child settled. */
export function learn({ memory }: Scene, child: ChildPart, remedy: Remedy | null): void {
  if (remedy) memory.worked[child].set(remedy, (memory.worked[child].get(remedy) ?? 0) + 1);
}

function nextAttempt(
  scene: Scene,
  { child, cause, withoutFeed }: Soothing,
  tried: ReadonlySet<Remedy>,
  at: Instant,
): Attempt | null {
  const { random, memory, plan } = scene;
  const answer = FIRST_FOR[cause];
  if (tried.size === 0 && answer) return answer;
  if (cause === 'illness' && mayDose(scene, plan, child, at)) return DOSE;
  const worked = memory.worked[child];
  const likings = TEMPERAMENTS[child].attempts
    .filter(({ remedy }) => !tried.has(remedy) && !(withoutFeed && remedy === 'feed'))
    .map((attempt) => {
      const successes = Math.min(worked.get(attempt.remedy) ?? 0, LEARNING.successes);
      return [attempt, attempt.weight * (1 + LEARNING.weight * successes)] as const;
    });
  const hungry = cause === 'hunger' && tried.size === 0;
  const feed = hungry ? likings.find(([{ remedy }]) => remedy === 'feed') : undefined;
  if (feed) return feed[0];
  return likings.length === 0 ? null : random.weighted(likings);
}
