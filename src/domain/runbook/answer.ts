import { ID_MAX } from '@/domain/rows/fields';
import type { Entry } from '@/domain/rows/incident';
import { acknowledged, escalated, type Moment, remedied, stepAnswered, unanswered } from '@/domain/timeline/make';
import type { Instant } from '@/lib/time';
import { type Answer, timeIn, turnAt } from './engine';
import { type Situation, type Turn, turnsOf } from './turns';

export interface Tap {
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
export function entriesFor(situation: Situation, answer: Answer, tap: Tap): Entry[] {
  const turns = turnsOf(situation);
  const turn = turnAt(turns, timeIn(situation, tap.at));
  if (!turn || !situation.state.open) return [];
  const idOf = idsFor(situation, tap);
  const moment = (of: Turn, what: string, at = tap.at): Moment => ({
    id: idOf(of, what),
    at,
    now: tap.now,
    ...(tap.estimated === undefined ? {} : { estimated: tap.estimated }),
  });
  const level = (of: Turn) => of.step.level ?? 1;
  const inSilence = turns.filter(isSilent).filter(({ index }) => index < turn.index);

  const waking = (of: Turn, whom: string): Entry[] =>
    of.woken ? [] : [escalated(moment(of, 'escalated', of.from), whom, level(of))];
  const silence = (before: number): Entry[] =>
    inSilence
      .filter(({ index }) => index < before)
      .flatMap((of) => [...waking(of, of.whom), unanswered(moment(of, 'noResponse', of.to), of.whom)]);
  // A step that is over by itself needs no word.
  const isMeant = turn.step.id === tap.stepId;

  switch (answer.kind) {
    case 'up': {
      // Somebody may come late, while the next one is already being woken.
      const asking: Turn[] = turn.step.kind === 'escalate' ? [...inSilence, turn] : [];
      const asked = asking.find(({ whom }) => whom === answer.by);
      const before = asked ? [...silence(asked.index), ...waking(asked, answer.by)] : [];
      return [...before, acknowledged(moment(turn, 'up'), answer.by)];
    }
    case 'noResponse':
      // Their time ran out while the thumb was on its way: that says the same.
      if (turn.whom !== answer.by) return silence(turn.index);
      return [...silence(turn.index), ...waking(turn, answer.by), unanswered(moment(turn, 'noResponse'), answer.by)];
    case 'wake':
      return [...silence(turn.index), escalated(moment(turn, 'escalated'), answer.to, level(turn))];
    case 'remedy':
      return [remedied(moment(turn, 'remedy'), situation.state.up.at(-1) ?? tap.by, answer.remedy)];
    case 'done':
      return isMeant ? [stepAnswered(moment(turn, 'done'), turn.step.id, 'done')] : [];
    case 'skip':
      return isMeant ? [stepAnswered(moment(turn, 'skip'), turn.step.id, 'skipped')] : [];
  }
}

/** The id of what a step writes, the same in every window; a fresh one where that was used and taken back. */
function idsFor({ state }: Situation, tap: Tap): (of: Turn, what: string) => string {
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
const isSilent = (turn: Turn): turn is Turn & { whom: string; to: Instant } =>
  turn.silent && turn.whom !== null && turn.to !== null;
