import type { Entry } from '@/domain/rows/incident';
import { acknowledged, escalated, type Moment, noted, remedied, unanswered } from '@/domain/timeline/make';
import type { Instant } from '@/lib/time';
import { type Answer, timeIn, turnAt } from './engine';
import { doneMark, skipMark } from './marks';
import { type Situation, type Turn, turnsOf } from './turns';

export interface Tap {
  /** The moment of the answer; `at` is never before the last entry. */
  at: Instant;
  now: Instant;
  estimated?: boolean;
  newId: () => string;
  /** Who holds the phone, for what is done without a name. */
  by: string | null;
}

/**
 * The entries an answer to the current step adds, in their order. Empty where no step is running.
 *
 * A waking is written with the time at which it had its turn (the grace timer's end), not with the tap, and only once somebody says what came of
 * it: nobody knows whether a person was woken of whom nothing was said. Whoever let their time pass in silence before the one who answers is
 * written down as not having woken, at the end of that time.
 */
export function entriesFor(situation: Situation, answer: Answer, tap: Tap): Entry[] {
  const turns = turnsOf(situation);
  const turn = turnAt(turns, timeIn(situation, tap.at));
  if (!turn || !situation.state.open) return [];
  const moment = (at = tap.at): Moment => ({
    id: tap.newId(),
    at,
    now: tap.now,
    ...(tap.estimated === undefined ? {} : { estimated: tap.estimated }),
  });
  const level = (of: Turn) => of.step.level ?? 1;
  const inSilence = turns.filter(isSilent).filter(({ index }) => index < turn.index);

  const silence = (before: number): Entry[] =>
    inSilence
      .filter(({ index }) => index < before)
      .flatMap((other) => [
        escalated(moment(other.from), other.whom, level(other)),
        unanswered(moment(other.to), other.whom),
      ]);

  switch (answer.kind) {
    case 'up': {
      // Somebody may come late, while the next one is already being woken.
      const asking: Turn[] = turn.step.kind === 'escalate' ? [...inSilence, turn] : [];
      const asked = asking.find(({ whom, unanswered: open }) => whom === answer.by && open);
      const woken = asked ? [escalated(moment(asked.from), answer.by, level(asked))] : [];
      const before = asked || turn.whom === answer.by ? silence((asked ?? turn).index) : [];
      return [...before, ...woken, acknowledged(moment(), answer.by)];
    }
    case 'noResponse': {
      // Their time ran out while the thumb was on its way: that says the same.
      if (turn.whom !== answer.by) return silence(turn.index);
      const woken = turn.unanswered ? [escalated(moment(turn.from), answer.by, level(turn))] : [];
      return [...silence(turn.index), ...woken, unanswered(moment(), answer.by)];
    }
    case 'wake':
      return [...silence(turn.index), escalated(moment(), answer.to, level(turn))];
    case 'remedy':
      return [remedied(moment(), situation.state.up.at(-1) ?? tap.by, answer.remedy)];
    case 'done':
      return [noted(moment(), doneMark(turn.step))];
    case 'skip':
      return [noted(moment(), skipMark(turn.step))];
  }
}

/** Somebody was to be woken, and their time has passed without a word. */
const isSilent = (turn: Turn): turn is Turn & { whom: string; to: Instant } =>
  turn.unanswered && turn.whom !== null && turn.to !== null;
