import type { Cause, Remedy } from '@/domain/rows/incident';
import { createRemedy } from '@/domain/timeline/createEntry';
import type { Instant } from '@/lib/time';
import { mayDose } from './observations';
import type { NightContext } from './simulationContext';
import { type Attempt, DOSE, FIRST_ATTEMPT_BY_CAUSE, TEMPERAMENTS } from './temperament';
import type { TimelineBuilder } from './timelineBuilder';
import type { CaregiverRole, ChildRole } from './types';
import { askForRelief } from './wakeCaregiver';

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
const WITHOUT_NAME_CHANCE = 0.05;

interface RemedyGoal {
  child: ChildRole;
  cause: Cause;
  caregiver: CaregiverRole;
  /** The degraded runbook: no feed. */
  withoutFeed: boolean;
  /** The child cries at least until here, whatever is tried. */
  notBefore: Instant | null;
}

interface RemedyResult {
  caregiver: CaregiverRole;
  /** What was tried last, and so is credited with it. */
  remedy: Remedy | null;
  firstRemedyAt: Instant | null;
}

export function tryRemedies(story: TimelineBuilder, scene: NightContext, soothing: RemedyGoal): RemedyResult {
  const { random, memory, family, plan } = scene;
  const ill = plan.illness?.child === soothing.child;
  const tried = new Set<Remedy>();
  const told: RemedyResult = { caregiver: soothing.caregiver, remedy: null, firstRemedyAt: null };
  for (let count = 1; count <= ATTEMPTS_MAX; count += 1) {
    const attempt = nextAttempt(scene, soothing, tried, story.at);
    if (!attempt) break;
    tried.add(attempt.remedy);
    story.wait(random, [15, 60]);
    const by = random.chance(WITHOUT_NAME_CHANCE) ? null : family.caregivers[told.caregiver].id;
    story.addEntry((moment) => createRemedy(moment, by, attempt.remedy));
    if (by !== null) story.addResponder(told.caregiver);
    if (attempt.remedy === 'medicine') memory.lastDoseAt[soothing.child] = story.at;
    told.firstRemedyAt ??= story.at;
    told.remedy = attempt.remedy;
    const [min, max] = attempt.minutes;
    story.wait(random, [min * 60, max * 60]);
    const holdsOut = soothing.notBefore !== null && story.at < soothing.notBefore;
    if (random.chance(ill ? attempt.successChance * WORKS_WHEN_ILL : attempt.successChance) && !holdsOut) break;
    if (count === RELIEF_AFTER && random.chance(RELIEF_ASKED))
      told.caregiver = askForRelief(story, scene, told.caregiver);
  }
  if (soothing.notBefore !== null) story.waitUntil(soothing.notBefore);
  return told;
}

/** The house remembers what was tried last before a child settled. */
export function learn({ memory }: NightContext, child: ChildRole, remedy: Remedy | null): void {
  if (remedy) memory.worked[child].set(remedy, (memory.worked[child].get(remedy) ?? 0) + 1);
}

function nextAttempt(
  scene: NightContext,
  { child, cause, withoutFeed }: RemedyGoal,
  tried: ReadonlySet<Remedy>,
  at: Instant,
): Attempt | null {
  const { random, memory, plan } = scene;
  const answer = FIRST_ATTEMPT_BY_CAUSE[cause];
  if (tried.size === 0 && answer) return answer;
  if (cause === 'illness' && mayDose(scene, plan, child, at)) return DOSE;
  const worked = memory.worked[child];
  const weightedAttempts = TEMPERAMENTS[child].attempts
    .filter(({ remedy }) => !tried.has(remedy) && !(withoutFeed && remedy === 'feed'))
    .map((attempt) => {
      const successes = Math.min(worked.get(attempt.remedy) ?? 0, LEARNING.successes);
      return [attempt, attempt.weight * (1 + LEARNING.weight * successes)] as const;
    });
  const hungry = cause === 'hunger' && tried.size === 0;
  const feed = hungry ? weightedAttempts.find(([{ remedy }]) => remedy === 'feed') : undefined;
  if (feed) return feed[0];
  return weightedAttempts.length === 0 ? null : random.weighted(weightedAttempts);
}
