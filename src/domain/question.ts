import { earlierOf, HOUR_MS, type Instant, laterOf, SECOND_MS } from '@/lib/time';
import type { Outcome, Remedy } from './rows/incident';
import type { RunbookStep } from './rows/others';
import type { CurrentStep, StepAnswer } from './runbook/currentStep';
import { isInFuture } from './timeline/checkTimeline';
import type { IncidentState } from './timeline/foldTimeline';

/*
 * At three in the morning the screen asks one question at a time. This file decides which one, so
 * that the screen only draws it.
 */

/** After this long without a word the child is probably asleep: the screen asks how it ended. */
const SILENCE_MS = 2 * HOUR_MS;

/** At most so many answers stand below a question; what is left is in the sheet "More". */
const MAX_ANSWERS = 2;

/** The one question of the night screen while a child is awake. */
export type Question =
  /** Nobody goes yet: most children settle by themselves. */
  | { kind: 'grace' }
  /** Nothing was logged for two hours: when was the child asleep again? */
  | { kind: 'howItEnded' }
  /** Nobody is on call, and nobody is up: the ids of those who may go, most likely first. */
  | { kind: 'whoGoes'; ids: string[] }
  /** The step of the runbook, with one or two answers. */
  | { kind: 'step'; answers: StepAnswer[] }
  /** What is tried: the remedies in reach are the answers. */
  | { kind: 'remedies' };

export interface QuestionFacts {
  state: Pick<IncidentState, 'entries' | 'caregiversUp' | 'awakeSince'>;
  /** The household's grace time. */
  graceSeconds: number;
  /** The current step of the runbook; null without a runbook and once all its steps are over. */
  currentStep: Pick<CurrentStep, 'step' | 'targetId' | 'answers'> | null;
  /** The ids of the caregivers who can go. */
  caregivers: readonly string[];
  /** Who holds this phone, or null. */
  holderId: string | null;
  /** When somebody last said that the child is still awake, which the timeline does not know. */
  heardAt: Instant | null;
  /** The remedies that are in reach, which stay the same for the whole incident. */
  remedies: readonly Remedy[];
}

/**
 * Returns what the screen asks at `now`. The same facts always give the same question. A cry that a
 * wrong clock has dated in the future has no grace time, which would not end for hours.
 */
export function questionOf(facts: QuestionFacts, now: Instant): Question {
  const { state, currentStep, heardAt } = facts;
  if (isSilent(state, now) && (heardAt === null || now - heardAt >= SILENCE_MS)) return { kind: 'howItEnded' };
  const nobodyIsUp = state.caregiversUp.length === 0;
  if (!currentStep) return nobodyIsUp ? whoGoes(facts) : { kind: 'remedies' };
  const { step, targetId, answers } = currentStep;
  switch (step.kind) {
    case 'wait':
      return nobodyIsUp && !isInFuture(state.awakeSince, now) ? { kind: 'grace' } : withSkip(answers);
    case 'escalate':
      return targetId === null ? whoGoes(facts) : { kind: 'step', answers: answers.slice(0, MAX_ANSWERS) };
    case 'check':
      return withSkip(answers);
    case 'remedy':
      return isInReach(step, facts.remedies) ? { kind: 'remedies' } : withSkip(answers);
  }
}

/**
 * Returns how an incident ends with the largest button: the child has settled alone while the grace
 * time runs and nothing was done, and otherwise it is asleep again.
 */
export function wayOutOf(
  { kind }: Question,
  { state, graceSeconds }: Pick<QuestionFacts, 'state' | 'graceSeconds'>,
  now: Instant,
): Outcome {
  const isInGrace = !isInFuture(state.awakeSince, now) && now - state.awakeSince <= graceSeconds * SECOND_MS;
  const last = state.entries.at(-1)?.kind;
  const nothingWasDone = last === 'detected' || last === 'reopened';
  return kind === 'grace' || (isInGrace && nothingWasDone) ? 'selfSettled' : 'settled';
}

const withSkip = (answers: StepAnswer[]): Question => ({
  kind: 'step',
  answers: [...answers, { kind: 'skip' } as const].slice(0, MAX_ANSWERS),
});

const isInReach = ({ remedy }: Pick<RunbookStep, 'remedy'>, remedies: readonly Remedy[]): boolean =>
  remedy !== null && remedies.includes(remedy);

/**
 * Asks who goes: first the holder of this phone, who is awake. Those who have just not woken are
 * left out, unless there is nobody else.
 */
function whoGoes({ state, caregivers, holderId }: QuestionFacts): Question {
  const inBed = caregivers.filter((id) => !state.caregiversUp.includes(id));
  const silentIds = silentIn(state.entries);
  const awake = inBed.filter((id) => !silentIds.has(id));
  const ids = (awake.length > 0 ? awake : inBed).toSorted((a, b) => Number(b === holderId) - Number(a === holderId));
  return ids.length === 0 ? { kind: 'remedies' } : { kind: 'whoGoes', ids: ids.slice(0, MAX_ANSWERS) };
}

/** Returns who was called since the child last woke, did not wake, and has not been up since. */
function silentIn(entries: IncidentState['entries']): ReadonlySet<string> {
  const wokeAt = entries.findLastIndex(({ kind }) => kind === 'detected' || kind === 'reopened');
  const silentIds = new Set<string>();
  for (const entry of entries.slice(wokeAt + 1)) {
    if (entry.kind === 'noResponse') silentIds.add(entry.by);
    if (entry.kind === 'acknowledged') silentIds.delete(entry.by);
  }
  return silentIds;
}

/** Whether nothing was logged in an incident for two hours. */
export const isSilent = (state: Pick<IncidentState, 'entries'>, now: Instant): boolean =>
  now - lastWordIn(state, now) >= SILENCE_MS;

/**
 * Returns when something was last logged. An entry that was dated back is a word at the time it was
 * written, and one that a wrong clock has dated in the future is one of now.
 */
export const lastWordIn = ({ entries }: Pick<IncidentState, 'entries'>, now: Instant): Instant =>
  entries
    .flatMap(({ at, updatedAt }) => [at, updatedAt])
    .map((at) => earlierOf(at, now))
    .reduce(laterOf);
