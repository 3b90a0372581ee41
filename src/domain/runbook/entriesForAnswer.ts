import { ID_MAX } from '@/domain/rows/fields';
import type { Entry } from '@/domain/rows/incident';
import {
  createAcknowledged,
  createDeclined,
  createEscalated,
  createNoResponse,
  createRemedy,
  createStepAnswer,
  type NewEntry,
} from '@/domain/timeline/createEntry';
import type { Instant } from '@/lib/time';
import { type StepAnswer, timeNotBeforeLastEntry, turnAt } from './currentStep';
import { type RunbookContext, type StepTurn, turnsOf } from './turns';

export interface AnswerTap {
  /** The id of the step that the screen showed when the thumb came down. */
  stepId: string;
  /** The instant of the answer, never before the last entry. */
  at: Instant;
  now: Instant;
  estimated?: boolean;
  newId: () => string;
  /** The ids of all entries of the incident, including deleted ones. */
  usedIds: ReadonlySet<string>;
  /** The holder of the phone, who did a remedy if nobody else is known to be up; or null. */
  by: string | null;
}

/**
 * Returns the entries that an answer to a step adds, in their order. The result is empty if no step
 * is running, and for `done` and `skip` if the step that was shown is over by itself.
 *
 * An `escalated` has the time at which its step had its turn (the end of the grace timer), not that
 * of the tap. It is written only with the answer: without one, nobody knows whether anybody was
 * woken. Each earlier caregiver whose time passed without an answer gets a `noResponse` at the end
 * of that time.
 *
 * Two windows that give the same answer to the same step create the same ids, so that the answer is
 * stored once.
 */
export function entriesForAnswer(context: RunbookContext, answer: StepAnswer, tap: AnswerTap): Entry[] {
  const turns = turnsOf(context);
  const turn = turnAt(turns, timeNotBeforeLastEntry(context, tap.at));
  if (!turn || !context.state.isOpen) return [];
  const idOf = idsFor(context, tap);
  const newEntry = (stepTurn: StepTurn, suffix: string, at = tap.at): NewEntry => ({
    id: idOf(stepTurn, suffix),
    at,
    now: tap.now,
    ...(tap.estimated === undefined ? {} : { estimated: tap.estimated }),
  });
  const levelOf = (stepTurn: StepTurn) => stepTurn.step.level ?? 1;
  const timedOut = turns.filter(isTimedOut).filter(({ index }) => index < turn.index);

  const escalationOf = (stepTurn: StepTurn, caregiverId: string): Entry[] =>
    stepTurn.isEscalationLogged
      ? []
      : [createEscalated(newEntry(stepTurn, 'escalated', stepTurn.startsAt), caregiverId, levelOf(stepTurn))];
  const timeoutsBefore = (before: number): Entry[] =>
    timedOut
      .filter(({ index }) => index < before)
      .flatMap((stepTurn) => [
        ...escalationOf(stepTurn, stepTurn.targetId),
        createNoResponse(newEntry(stepTurn, 'noResponse', stepTurn.endsAt), stepTurn.targetId),
      ]);
  // The step that was shown may be over by itself, and then needs no answer.
  const isForThisStep = turn.step.id === tap.stepId;

  switch (answer.kind) {
    case 'up': {
      // A caregiver may get up late, while the next one is already being woken.
      const askingTurns: StepTurn[] = turn.step.kind === 'escalate' ? [...timedOut, turn] : [];
      const askedTurn = askingTurns.find(({ targetId }) => targetId === answer.by);
      const earlierEntries = askedTurn
        ? [...timeoutsBefore(askedTurn.index), ...escalationOf(askedTurn, answer.by)]
        : [];
      return [...earlierEntries, createAcknowledged(newEntry(turn, 'up'), answer.by)];
    }
    case 'noResponse':
    case 'declined': {
      const isDeclined = answer.kind === 'declined';
      // If their time ran out just before the tap, the entries for the timeout say the same.
      if (turn.targetId !== answer.by) return timeoutsBefore(turn.index);
      return [
        ...timeoutsBefore(turn.index),
        ...escalationOf(turn, answer.by),
        (isDeclined ? createDeclined : createNoResponse)(newEntry(turn, 'noResponse'), answer.by),
      ];
    }
    case 'page':
      return [
        ...timeoutsBefore(turn.index),
        createEscalated(newEntry(turn, 'escalated'), answer.to, levelOf(turn), 'page'),
      ];
    case 'wake':
      return [...timeoutsBefore(turn.index), createEscalated(newEntry(turn, 'escalated'), answer.to, levelOf(turn))];
    case 'remedy':
      return [createRemedy(newEntry(turn, 'remedy'), context.state.caregiversUp.at(-1) ?? tap.by, answer.remedy)];
    case 'done':
      return isForThisStep ? [createStepAnswer(newEntry(turn, 'done'), turn.step.id, 'done')] : [];
    case 'skip':
      return isForThisStep ? [createStepAnswer(newEntry(turn, 'skip'), turn.step.id, 'skipped')] : [];
  }
}

/**
 * Returns a function that gives the id of an entry that a step adds. The id is the same in every
 * window; if it is used already (the entry was undone), or too long, the id is a random one.
 */
function idsFor({ state }: RunbookContext, tap: AnswerTap): (stepTurn: StepTurn, suffix: string) => string {
  const wakeUpId = state.entries.findLast(({ kind }) => kind === 'detected' || kind === 'reopened')?.id ?? '';
  const used = new Set(tap.usedIds);
  return (stepTurn, suffix) => {
    const id = `${wakeUpId}/${stepTurn.step.id}/${suffix}`;
    if (id.length > ID_MAX || used.has(id)) return tap.newId();
    used.add(id);
    return id;
  };
}

/** Returns whether a caregiver was to be woken in a turn and its time passed without an answer. */
const isTimedOut = (turn: StepTurn): turn is StepTurn & { targetId: string; endsAt: Instant } =>
  turn.isTimedOut && turn.targetId !== null && turn.endsAt !== null;
