/* The runbook's engine of version 1, frozen. It says what a log of that version meant. */

import type { Remedy } from '@/domain/rows/incident';
import type { RunbookStep } from '@/domain/rows/others';
import { type Instant, laterOf, SECOND_MS } from '@/lib/time';
import { type Situation, type Turn, turnsOf } from './turns';

/** The possible answers to a step. */
type Answer =
  | { kind: 'up'; by: string }
  | { kind: 'noResponse'; by: string }
  /** Chooses whom to wake when nobody is on call. */
  | { kind: 'wake'; to: string }
  | { kind: 'remedy'; remedy: Remedy }
  | { kind: 'done' }
  | { kind: 'skip' };

export interface CurrentStep {
  step: RunbookStep;
  /** The index of the step, from 0. */
  index: number;
  count: number;
  /** The instant at which the turn of the step began. */
  startsAt: Instant;
  /** The caregiver whom the step wakes; null for other steps, and while a person has to choose. */
  targetId: string | null;
  /**
   * The instant at which the time of the step is over; null for a step without a timer, or whose
   * timer has not begun.
   */
  timerEndsAt: Instant | null;
  /** The remaining time, from 0 to `totalMs`; null like `until`. */
  remainingMs: number | null;
  /** The whole time of the step. */
  totalMs: number | null;
  /**
   * The expected answers, the most likely first. Skipping the step is always possible and is not
   * listed.
   */
  answers: Answer[];
}

/**
 * Returns the current step of a runbook at `now`, its remaining time, and the answers it expects.
 * Null when all steps are done, and while no child is awake. The function is pure: the same
 * timeline, rota and `now` give the same step.
 */
export function currentStep(situation: Situation, now: Instant): CurrentStep | null {
  if (!situation.state.isOpen) return null;
  const turns = turnsOf(situation);
  const turn = turnAt(turns, timeIn(situation, now));
  if (!turn) return null;
  const { step, index, startsAt, targetId, timerEndsAt } = turn;
  const totalMs = timerEndsAt === null ? null : (step.seconds ?? situation.graceSeconds) * SECOND_MS;
  const leftMs = timerEndsAt === null ? null : timerEndsAt - timeIn(situation, now);
  return {
    step,
    index,
    startsAt,
    count: situation.runbook.steps.length,
    targetId,
    timerEndsAt,
    remainingMs: leftMs === null || totalMs === null ? null : Math.min(Math.max(leftMs, 0), totalMs),
    totalMs,
    answers: answersOf(turn, situation, turns),
  };
}

/** Returns the first turn that is not over at an instant. */
const turnAt = (turns: readonly Turn[], at: Instant): Turn | null =>
  turns.find(({ endsAt }) => endsAt === null || endsAt > at) ?? null;

/** If the clock was set back during the incident, the time stops at the last known entry. */
const timeIn = ({ state }: Pick<Situation, 'state'>, now: Instant): Instant =>
  laterOf(now, state.entries.at(-1)?.at ?? now);

function answersOf(
  { step, index, targetId, isRemedyLogged }: Turn,
  situation: Situation,
  turns: readonly Turn[],
): Answer[] {
  switch (step.kind) {
    case 'wait':
      return [];
    case 'escalate':
      if (targetId !== null)
        return [
          { kind: 'up', by: targetId },
          { kind: 'noResponse', by: targetId },
        ];
      return wakeable(situation, turns.slice(0, index)).map((to) => ({ kind: 'wake', to }));
    case 'remedy':
      if (step.remedy === null) return [{ kind: 'done' }];
      return isRemedyLogged ? [] : [{ kind: 'remedy', remedy: step.remedy }];
    case 'check':
      return [{ kind: 'done' }];
  }
}

/**
 * Returns the caregivers who are not up. Those who are not known to sleep through it come first.
 */
function wakeable({ state, caregivers }: Situation, before: readonly Turn[]): string[] {
  const asleep = caregivers.filter((id) => !state.caregiversUp.includes(id));
  const tried = new Set(before.map(({ targetId }) => targetId));
  return [...asleep.filter((id) => !tried.has(id)), ...asleep.filter((id) => tried.has(id))];
}
