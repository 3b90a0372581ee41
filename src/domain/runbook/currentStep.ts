import type { Remedy } from '@/domain/rows/incident';
import type { RunbookStep } from '@/domain/rows/others';
import { type Instant, laterOf, SECOND_MS } from '@/lib/time';
import { type RunbookContext, type StepTurn, turnsOf } from './turns';

/** An answer that a person can give to a step. */
export type StepAnswer =
  | { kind: 'up'; by: string }
  | { kind: 'noResponse'; by: string }
  /** "I can't", said by the caregiver who was to be woken. */
  | { kind: 'declined'; by: string }
  /** The caregiver's phone is to ring. */
  | { kind: 'page'; to: string }
  /** Nobody is on call, and this caregiver is woken. */
  | { kind: 'wake'; to: string }
  | { kind: 'remedy'; remedy: Remedy }
  | { kind: 'done' }
  | { kind: 'skip' };

export interface CurrentStep {
  step: RunbookStep;
  /** The index of the step in the runbook, from 0. */
  index: number;
  /** How many steps the runbook has. */
  count: number;
  /** The start of the step's turn. */
  startsAt: Instant;
  /** The id of the caregiver to wake; null for other steps, and while nobody was chosen yet. */
  targetId: string | null;
  /** The end of the step's timer; null if the step has none or its timer has not begun. */
  timerEndsAt: Instant | null;
  /** Milliseconds left, from 0 to `totalMs`; null if `timerEndsAt` is. */
  remainingMs: number | null;
  /** The whole duration of the timer in milliseconds; null if `timerEndsAt` is. */
  totalMs: number | null;
  /** The answers that are offered, most likely first. A step can always be skipped as well. */
  answers: StepAnswer[];
}

/**
 * Returns the step of a runbook whose turn it is at `now`, with its remaining time and its answers.
 * Returns null once all steps are over, and while the child is asleep. The same timeline, rota and
 * `now` always give the same step.
 */
export function currentStep(context: RunbookContext, now: Instant): CurrentStep | null {
  if (!context.state.isOpen) return null;
  const turns = turnsOf(context);
  const turn = turnAt(turns, timeNotBeforeLastEntry(context, now));
  if (!turn) return null;
  const { step, index, startsAt, targetId, timerEndsAt } = turn;
  const totalMs = timerEndsAt === null ? null : (step.seconds ?? context.graceSeconds) * SECOND_MS;
  const unclampedMs = timerEndsAt === null ? null : timerEndsAt - timeNotBeforeLastEntry(context, now);
  return {
    step,
    index,
    startsAt,
    count: context.runbook.steps.length,
    targetId,
    timerEndsAt,
    remainingMs: unclampedMs === null || totalMs === null ? null : Math.min(Math.max(unclampedMs, 0), totalMs),
    totalMs,
    answers: answersOf(turn, context, turns),
  };
}

/** Returns the first turn that is not over at an instant; null if all are. */
export const turnAt = (turns: readonly StepTurn[], at: Instant): StepTurn | null =>
  turns.find(({ endsAt }) => endsAt === null || endsAt > at) ?? null;

/**
 * Returns `now`, or the instant of the last entry if that is later, as after the clock was set back
 * during the incident.
 */
export const timeNotBeforeLastEntry = ({ state }: Pick<RunbookContext, 'state'>, now: Instant): Instant =>
  laterOf(now, state.entries.at(-1)?.at ?? now);

function answersOf(
  { step, index, targetId, isEscalationLogged, isRemedyLogged }: StepTurn,
  context: RunbookContext,
  turns: readonly StepTurn[],
): StepAnswer[] {
  switch (step.kind) {
    case 'wait':
      return [];
    case 'escalate':
      if (targetId !== null) return answersOfTarget(targetId, isEscalationLogged, context);
      return caregiversToWake(context, turns.slice(0, index)).map((to) => ({ kind: 'wake', to }));
    case 'remedy':
      if (step.remedy === null) return [{ kind: 'done' }];
      return isRemedyLogged ? [] : [{ kind: 'remedy', remedy: step.remedy }];
    case 'check':
      return [{ kind: 'done' }];
  }
}

/**
 * The one who is to be woken answers for themselves on their own phone. On another one their phone
 * is made to ring first, if that can be done.
 */
function answersOfTarget(by: string, wasCalled: boolean, { holderId, canPage }: RunbookContext): StepAnswer[] {
  if (by === holderId)
    return [
      { kind: 'up', by },
      { kind: 'declined', by },
    ];
  const byVoice: StepAnswer[] = [
    { kind: 'up', by },
    { kind: 'noResponse', by },
  ];
  return !wasCalled && canPage?.(by) ? [{ kind: 'page', to: by }, ...byVoice] : byVoice;
}

/** Returns the caregivers who are not up, first those whom no earlier step tried to wake. */
function caregiversToWake({ state, caregivers }: RunbookContext, earlierTurns: readonly StepTurn[]): string[] {
  const caregiversInBed = caregivers.filter((id) => !state.caregiversUp.includes(id));
  const triedIds = new Set(earlierTurns.map(({ targetId }) => targetId));
  return [...caregiversInBed.filter((id) => !triedIds.has(id)), ...caregiversInBed.filter((id) => triedIds.has(id))];
}
