import { ID_MAX } from '@/domain/rows/fields';
import type { Entry } from '@/domain/rows/incident';
import {
  createAcknowledged,
  createEscalated,
  createNoResponse,
  createRemedy,
  type NewEntry,
  stepAnswered,
} from '@/domain/timeline/createEntry';
import type { Instant } from '@/lib/time';
import { type StepAnswer, timeNotBeforeLastEntry, turnAt } from './currentStep';
import { type RunbookContext, type StepTurn, turnsOf } from './turns';

export interface AnswerTap {
  /** The step that was shown when the thumb came down. */
  stepId: string;
  /** The moment of the answer; `at` is never before the last entry. */
  at: Instant;
  now: Instant;
  estimated?: boolean;
  newId: () => string;
  /** Ids the incident has used, those of deleted entries included. */
  usedIds: ReadonlySet<string>;
  /** Who holds the phone, for what is done without a name. */
  by: string | null;
}

/**
 * The entries an answer to the step adds, in their order. Empty where no step is running, and where the step it was meant for is
 * over by itself.
 *
 * A waking is written with the time at which it had its turn (the grace timer's end), not with the tap, and only once somebody says what came of
 * it: nobody knows whether a person was woken of whom nothing was said. Whoever let their time pass in silence before the one who answers is
 * written down as not having woken, at the end of that time.
 *
 * Two windows that give the same answer to the same step write the same ids, so that it is written once.
 */
export function entriesForAnswer(situation: RunbookContext, answer: StepAnswer, tap: AnswerTap): Entry[] {
  const turns = turnsOf(situation);
  const turn = turnAt(turns, timeNotBeforeLastEntry(situation, tap.at));
  if (!turn || !situation.state.isOpen) return [];
  const idOf = idsFor(situation, tap);
  const moment = (of: StepTurn, what: string, at = tap.at): NewEntry => ({
    id: idOf(of, what),
    at,
    now: tap.now,
    ...(tap.estimated === undefined ? {} : { estimated: tap.estimated }),
  });
  const level = (of: StepTurn) => of.step.level ?? 1;
  const timedOut = turns.filter(isTimedOut).filter(({ index }) => index < turn.index);

  const escalationOf = (of: StepTurn, whom: string): Entry[] =>
    of.isEscalationLogged ? [] : [createEscalated(moment(of, 'escalated', of.startsAt), whom, level(of))];
  const timeoutsBefore = (before: number): Entry[] =>
    timedOut
      .filter(({ index }) => index < before)
      .flatMap((of) => [
        ...escalationOf(of, of.targetId),
        createNoResponse(moment(of, 'noResponse', of.endsAt), of.targetId),
      ]);
  // A step that is over by itself needs no word.
  const isForThisStep = turn.step.id === tap.stepId;

  switch (answer.kind) {
    case 'up': {
      // Somebody may come late, while the next one is already being woken.
      const asking: StepTurn[] = turn.step.kind === 'escalate' ? [...timedOut, turn] : [];
      const asked = asking.find(({ targetId }) => targetId === answer.by);
      const before = asked ? [...timeoutsBefore(asked.index), ...escalationOf(asked, answer.by)] : [];
      return [...before, createAcknowledged(moment(turn, 'up'), answer.by)];
    }
    case 'noResponse':
      // Their time ran out while the thumb was on its way: that says the same.
      if (turn.targetId !== answer.by) return timeoutsBefore(turn.index);
      return [
        ...timeoutsBefore(turn.index),
        ...escalationOf(turn, answer.by),
        createNoResponse(moment(turn, 'noResponse'), answer.by),
      ];
    case 'wake':
      return [...timeoutsBefore(turn.index), createEscalated(moment(turn, 'escalated'), answer.to, level(turn))];
    case 'remedy':
      return [createRemedy(moment(turn, 'remedy'), situation.state.caregiversUp.at(-1) ?? tap.by, answer.remedy)];
    case 'done':
      return isForThisStep ? [stepAnswered(moment(turn, 'done'), turn.step.id, 'done')] : [];
    case 'skip':
      return isForThisStep ? [stepAnswered(moment(turn, 'skip'), turn.step.id, 'skipped')] : [];
  }
}

/** The id of what a step writes, the same in every window; a fresh one where that was used and taken back. */
function idsFor({ state }: RunbookContext, tap: AnswerTap): (of: StepTurn, what: string) => string {
  const awakening = state.entries.findLast(({ kind }) => kind === 'detected' || kind === 'reopened')?.id ?? '';
  const used = new Set(tap.usedIds);
  return (of, what) => {
    const id = `${awakening}/${of.step.id}/${what}`;
    if (id.length > ID_MAX || used.has(id)) return tap.newId();
    used.add(id);
    return id;
  };
}

/** Somebody was to be woken, and their time has passed without a word. */
const isTimedOut = (turn: StepTurn): turn is StepTurn & { targetId: string; endsAt: Instant } =>
  turn.isTimedOut && turn.targetId !== null && turn.endsAt !== null;
