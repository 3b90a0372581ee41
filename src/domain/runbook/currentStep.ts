import type { Remedy } from '@/domain/rows/incident';
import type { RunbookStep } from '@/domain/rows/others';
import { type Instant, laterOf, SECOND_MS } from '@/lib/time';
import { type RunbookContext, type StepTurn, turnsOf } from './turns';

/** What a step can be told. */
export type StepAnswer =
  | { kind: 'up'; by: string }
  | { kind: 'noResponse'; by: string }
  /** Nobody is on call: this one is woken. */
  | { kind: 'wake'; to: string }
  | { kind: 'remedy'; remedy: Remedy }
  | { kind: 'done' }
  | { kind: 'skip' };

export interface CurrentStep {
  step: RunbookStep;
  /** From 0. */
  index: number;
  count: number;
  /** Since when it has had its turn. */
  startsAt: Instant;
  /** Whom it wakes; null for other steps, and while it is to be said. */
  targetId: string | null;
  /** When its time is over; null for a step without one, or whose time has not begun. */
  timerEndsAt: Instant | null;
  /** What is left of its time, never below 0 nor above the whole; null as `timerEndsAt`. */
  remainingMs: number | null;
  /** The whole of it. */
  totalMs: number | null;
  /** The answers it wants, most likely first. Leaving it out is always possible and not among them. */
  answers: StepAnswer[];
}

/**
 * Where a runbook stands at `now`: the step whose turn it is, what is left of its time, and the answers it wants. Null once
 * all are done, and while nobody is awake. Pure: the same timeline, rota and `now` give the same step.
 */
export function currentStep(situation: RunbookContext, now: Instant): CurrentStep | null {
  if (!situation.state.isOpen) return null;
  const turns = turnsOf(situation);
  const turn = turnAt(turns, timeNotBeforeLastEntry(situation, now));
  if (!turn) return null;
  const { step, index, startsAt, targetId, timerEndsAt } = turn;
  const totalMs = timerEndsAt === null ? null : (step.seconds ?? situation.graceSeconds) * SECOND_MS;
  const leftMs = timerEndsAt === null ? null : timerEndsAt - timeNotBeforeLastEntry(situation, now);
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

/** The first turn that is not over at an instant. */
export const turnAt = (turns: readonly StepTurn[], at: Instant): StepTurn | null =>
  turns.find(({ endsAt }) => endsAt === null || endsAt > at) ?? null;

/** A clock that was set back during the incident stands still at the last thing that is known to have happened. */
export const timeNotBeforeLastEntry = ({ state }: Pick<RunbookContext, 'state'>, now: Instant): Instant =>
  laterOf(now, state.entries.at(-1)?.at ?? now);

function answersOf(
  { step, index, targetId, isRemedyLogged }: StepTurn,
  situation: RunbookContext,
  turns: readonly StepTurn[],
): StepAnswer[] {
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

/** Whoever is not up, those first of whom it is not known yet that they sleep through it. */
function wakeable({ state, caregivers }: RunbookContext, before: readonly StepTurn[]): string[] {
  const asleep = caregivers.filter((id) => !state.caregiversUp.includes(id));
  const tried = new Set(before.map(({ targetId }) => targetId));
  return [...asleep.filter((id) => !tried.has(id)), ...asleep.filter((id) => tried.has(id))];
}
