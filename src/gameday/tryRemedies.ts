import type { Cause, Remedy } from '@/domain/rows/incident';
import { createRemedy } from '@/domain/timeline/createEntry';
import type { Instant } from '@/lib/time';
import { mayDose } from './observations';
import type { NightContext } from './simulationContext';
import { type Attempt, DOSE, FIRST_ATTEMPT_BY_CAUSE, TEMPERAMENTS } from './temperament';
import type { TimelineBuilder } from './timelineBuilder';
import type { CaregiverRole, ChildRole } from './types';
import { askForRelief } from './wakeCaregiver';

/** After this many attempts the child falls asleep anyway. */
const MAX_ATTEMPTS = 5;
/** After this many attempts without success, the caregiver may ask the other one to take over. */
const RELIEF_AFTER = 3;
/** The probability that the caregiver then asks. */
const ASK_FOR_RELIEF_CHANCE = 0.6;
/** The factor on the chance of success for an ill child. */
const ILLNESS_SUCCESS_FACTOR = 0.6;
/** Each success of a remedy adds a quarter of its weight, up to this many successes. */
const LEARNING = { bonusPerSuccess: 0.25, maxSuccesses: 12 };
/** The probability that an entry names a remedy but no caregiver. */
const WITHOUT_NAME_CHANCE = 0.05;

interface RemedySituation {
  child: ChildRole;
  cause: Cause;
  caregiver: CaregiverRole;
  /** Whether the degraded runbook is followed, in which nobody feeds. */
  withoutFeed: boolean;
  /** The child cries at least until this instant, whatever is tried; null for no limit. */
  criesUntil: Instant | null;
}

interface RemedyResult {
  caregiver: CaregiverRole;
  /** The last remedy, which is credited with the sleep; null if none was tried. */
  remedy: Remedy | null;
  firstRemedyAt: Instant | null;
}

/** Simulates the remedies, one after the other, until the child sleeps. */
export function tryRemedies(builder: TimelineBuilder, context: NightContext, situation: RemedySituation): RemedyResult {
  const { random, memory, family, plan } = context;
  const isIll = plan.illness?.child === situation.child;
  const tried = new Set<Remedy>();
  const result: RemedyResult = { caregiver: situation.caregiver, remedy: null, firstRemedyAt: null };
  for (let attemptNumber = 1; attemptNumber <= MAX_ATTEMPTS; attemptNumber += 1) {
    const attempt = nextAttempt(context, situation, tried, builder.at);
    if (!attempt) break;
    tried.add(attempt.remedy);
    builder.wait(random, [15, 60]);
    const by = random.chance(WITHOUT_NAME_CHANCE) ? null : family.caregivers[result.caregiver].id;
    builder.addEntry((moment) => createRemedy(moment, by, attempt.remedy));
    if (by !== null) builder.addResponder(result.caregiver);
    if (attempt.remedy === 'medicine') memory.lastDoseAt[situation.child] = builder.at;
    result.firstRemedyAt ??= builder.at;
    result.remedy = attempt.remedy;
    const [min, max] = attempt.minutes;
    builder.wait(random, [min * 60, max * 60]);
    const mustStillCry = situation.criesUntil !== null && builder.at < situation.criesUntil;
    const successChance = isIll ? attempt.successChance * ILLNESS_SUCCESS_FACTOR : attempt.successChance;
    // The number is drawn even when the child must still cry: one draw fewer would change all
    // that are drawn after it.
    if (random.chance(successChance) && !mustStillCry) break;
    if (attemptNumber === RELIEF_AFTER && random.chance(ASK_FOR_RELIEF_CHANCE))
      result.caregiver = askForRelief(builder, context, result.caregiver);
  }
  if (situation.criesUntil !== null) builder.waitUntil(situation.criesUntil);
  return result;
}

/** Counts the remedy as a success for this child, so that it is chosen more often later. */
export function recordSuccess({ memory }: NightContext, child: ChildRole, remedy: Remedy | null): void {
  if (remedy) memory.worked[child].set(remedy, (memory.worked[child].get(remedy) ?? 0) + 1);
}

function nextAttempt(
  context: NightContext,
  { child, cause, withoutFeed }: RemedySituation,
  tried: ReadonlySet<Remedy>,
  at: Instant,
): Attempt | null {
  const { random, memory, plan } = context;
  const firstAttempt = FIRST_ATTEMPT_BY_CAUSE[cause];
  if (tried.size === 0 && firstAttempt) return firstAttempt;
  if (cause === 'illness' && mayDose(context, plan, child, at)) return DOSE;
  const worked = memory.worked[child];
  const weightedAttempts = TEMPERAMENTS[child].attempts
    .filter(({ remedy }) => !tried.has(remedy) && !(withoutFeed && remedy === 'feed'))
    .map((attempt) => {
      const successes = Math.min(worked.get(attempt.remedy) ?? 0, LEARNING.maxSuccesses);
      return [attempt, attempt.weight * (1 + LEARNING.bonusPerSuccess * successes)] as const;
    });
  const feedFirst = cause === 'hunger' && tried.size === 0;
  const feed = feedFirst ? weightedAttempts.find(([{ remedy }]) => remedy === 'feed') : undefined;
  if (feed) return feed[0];
  return weightedAttempts.length === 0 ? null : random.weighted(weightedAttempts);
}
