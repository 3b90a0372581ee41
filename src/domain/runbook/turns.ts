import type { Duty } from '@/domain/rota';
import type { Entry, EntryOf } from '@/domain/rows/incident';
import type { Runbook, RunbookStep } from '@/domain/rows/others';
import { caregiversUpAt } from '@/domain/timeline/caregiversUpAt';
import type { IncidentState } from '@/domain/timeline/foldTimeline';
import { addMs, earlierOf, type Instant, laterOf, SECOND_MS } from '@/lib/time';
import { needsSecondAdult } from './needsSecondAdult';

/** A runbook, and the facts that decide which of its steps is the current one. */
export interface RunbookContext {
  runbook: Pick<Runbook, 'trigger' | 'steps'>;
  state: IncidentState;
  /** Returns who is on call at an instant and who is the backup; null without a rota. */
  dutyAt: (at: Instant) => Duty | null;
  /** Ids of the caregivers who can be woken: all of the household who are not archived. */
  caregivers: readonly string[];
  /** Returns who is up with another child at an instant: a double incident needs one for each. */
  upWithOtherChildAt?: (at: Instant) => Iterable<string>;
  /** Who holds this phone; null if nobody said. */
  holderId?: string | null | undefined;
  /** Returns whether a phone of a caregiver can be made to ring now. */
  canPage?: ((caregiverId: string) => boolean) | undefined;
  /** The household's grace time, for which a `wait` without `seconds` of its own lasts. */
  graceSeconds: number;
}

/** The turn of a step: when it is the current one, and what is known of it. */
export interface StepTurn {
  step: RunbookStep;
  index: number;
  startsAt: Instant;
  /** The end of the step's timer; null if it has none or the timer has not begun. */
  timerEndsAt: Instant | null;
  /**
   * When the next step takes over. It is in the future while a timer runs, and null while an answer
   * of a person is missing.
   */
  endsAt: Instant | null;
  /** The caregiver whom an `escalate` wakes; null if nobody is on call or all are up. */
  targetId: string | null;
  /** Whether the timeline has the `escalated` of this turn. */
  isEscalationLogged: boolean;
  /** Whether the time of an `escalate` passed without an answer and without a `noResponse`. */
  isTimedOut: boolean;
  /** Whether the timeline has the remedy of this turn. */
  isRemedyLogged: boolean;
}

/**
 * Returns the turns of a runbook's steps while a child is awake, from the first step to the last
 * one that has begun or will begin by itself. The turns are computed from the entries since the
 * last `detected` or `reopened`, from the rota, and from who is up with another child. They are not
 * stored, so they are right even after hours in a pocket.
 *
 * - `wait` ends with its timer, or with the first action of anybody.
 * - `escalate` ends when somebody is up or has not woken. In a "degraded" or "double" runbook that
 *   must be a caregiver who was not up before. If the timer runs out without an answer and the next
 *   step is an `escalate`, too, that step begins. Nobody is woken before the wake-up was logged: a
 *   backdated cry makes the grace timer start earlier, but not the `escalate`.
 * - `remedy` lasts from its entry until its timer ends or something else is done.
 * - `check` ends when it is ticked off.
 *
 * Every step can be skipped. A step that was done ahead of its turn is over at once.
 *
 * @example a standard runbook, cry at 2:43:00 → wait 2:43:00–2:43:30,
 * escalate 1 2:43:30–2:44:30, escalate 2 from 2:44:30
 */
export function turnsOf(context: RunbookContext): StepTurn[] {
  const reader = new TurnReader(context);
  const turns: StepTurn[] = [];
  const { steps } = context.runbook;
  let from = reader.startsAt;
  for (const [index, step] of steps.entries()) {
    const isNextEscalation = steps[index + 1]?.kind === 'escalate';
    const turn = reader.turn(step, index, from, isNextEscalation);
    turns.push(turn);
    if (turn.endsAt === null) break;
    from = turn.endsAt;
  }
  return turns;
}

/**
 * Reads the entries since the child last woke, each as the answer to at most one step. The steps
 * must be read in their order, because each takes the entries that belong to it.
 */
class TurnReader {
  private readonly entries: readonly Entry[];
  /** The entries since the runbook was chosen; answers to steps are searched only in these. */
  private readonly answers: readonly Entry[];
  private readonly takenIds = new Set<string>();
  /**
   * The start of the first turn: when the child woke, or when the runbook was chosen after that.
   */
  readonly startsAt: Instant;
  /** When the wake-up was logged; that is later than the cry if the cry was backdated. */
  private readonly loggedAt: Instant;
  /** Who logged the wake-up, and therefore is not woken for help; null if unknown. */
  private readonly loggedBy: string | null;

  constructor(private readonly context: RunbookContext) {
    const { entries, awakeSince } = context.state;
    const wakeUpIndex = entries.findLastIndex(({ kind }) => kind === 'detected' || kind === 'reopened');
    const wakeUp = entries[wakeUpIndex];
    this.entries = entries.slice(wakeUpIndex + 1);
    const choice = this.entries.findLast(({ kind }) => kind === 'runbookChosen');
    this.startsAt = laterOf(awakeSince, choice?.at ?? awakeSince);
    // Only answers after the choice count, because another runbook may have steps with the same
    // ids.
    this.answers = choice ? this.entries.slice(this.entries.indexOf(choice)) : this.entries;
    // A correction of the wake-up changes its `updatedAt`. All other entries were written after the
    // wake-up was logged, so the earliest `updatedAt` of all is the closest one.
    this.loggedAt = this.entries.map(({ updatedAt }) => updatedAt).reduce(earlierOf, wakeUp?.updatedAt ?? awakeSince);
    this.loggedBy = wakeUp?.kind === 'detected' ? wakeUp.by : null;
  }

  /**
   * Returns the turn of the next step.
   *
   * @param isNextEscalation whether the step after this one is an `escalate`
   */
  turn(step: RunbookStep, index: number, from: Instant, isNextEscalation: boolean): StepTurn {
    const turnSoFar: StepTurn = {
      step,
      index,
      startsAt: from,
      timerEndsAt: null,
      endsAt: null,
      targetId: null,
      isEscalationLogged: false,
      isTimedOut: false,
      isRemedyLogged: false,
    };
    const skipped = this.takeAnswer(step, 'skipped');
    if (skipped) return { ...turnSoFar, endsAt: laterOf(from, skipped.at) };
    switch (step.kind) {
      case 'wait':
        return this.wait(turnSoFar);
      case 'escalate':
        return this.escalate({ ...turnSoFar, startsAt: laterOf(from, this.loggedAt) }, isNextEscalation);
      case 'remedy':
        return step.remedy === null ? this.check(turnSoFar) : this.remedy(turnSoFar);
      case 'check':
        return this.check(turnSoFar);
    }
  }

  private wait(turn: StepTurn): StepTurn {
    const seconds = turn.step.seconds ?? this.context.graceSeconds;
    const timerEndsAt = addMs(turn.startsAt, seconds * SECOND_MS);
    return {
      ...turn,
      timerEndsAt,
      endsAt: earlierOf(timerEndsAt, this.firstActionAfter(turn.startsAt) ?? timerEndsAt),
    };
  }

  private check(turn: StepTurn): StepTurn {
    const done = this.takeAnswer(turn.step, 'done');
    return {
      ...turn,
      timerEndsAt: this.timerEndOf(turn.step, turn.startsAt),
      endsAt: done ? laterOf(turn.startsAt, done.at) : null,
    };
  }

  private remedy(turn: StepTurn): StepTurn {
    const done = this.takeAnswer(turn.step, 'done');
    const entry = this.takeEntry((candidate) => candidate.kind === 'remedy' && candidate.remedy === turn.step.remedy);
    if (!entry) return { ...turn, endsAt: done ? laterOf(turn.startsAt, done.at) : null };
    const timerEndsAt = this.timerEndOf(turn.step, entry.at);
    const remedyEndsAt =
      timerEndsAt === null ? entry.at : earlierOf(timerEndsAt, this.firstActionAfter(entry.at) ?? timerEndsAt);
    return { ...turn, timerEndsAt, endsAt: laterOf(turn.startsAt, remedyEndsAt), isRemedyLogged: true };
  }

  private escalate(turn: StepTurn, isNextEscalation: boolean): StepTurn {
    const escalated = this.takeEntry(
      (entry): entry is EntryOf<'escalated'> => entry.kind === 'escalated' && entry.level === (turn.step.level ?? 1),
    );
    const up = this.upAt(turn.startsAt);
    const targetId = escalated?.to ?? this.targetOf(turn.step, turn.startsAt, up);
    const from = escalated && escalated.at > turn.startsAt ? escalated.at : turn.startsAt;
    const turnSoFar = {
      ...turn,
      timerEndsAt: this.timerEndOf(turn.step, from),
      targetId,
      isEscalationLogged: escalated !== undefined,
    };

    const noResponse = this.takeEntry((entry) => entry.kind === 'noResponse' && entry.by === targetId);
    const answeredAt = noResponse?.at ?? this.gotUpAt(turn.startsAt, targetId, up);
    const answerEndsAt = answeredAt === null ? null : laterOf(turn.startsAt, answeredAt);
    const timeoutAt = isNextEscalation && targetId !== null ? turnSoFar.timerEndsAt : null;
    if (timeoutAt !== null && (answerEndsAt === null || answerEndsAt > timeoutAt))
      return { ...turnSoFar, endsAt: timeoutAt, isTimedOut: noResponse === undefined };
    return { ...turnSoFar, endsAt: answerEndsAt };
  }

  /**
   * Returns when the caregiver to be woken got up, or anybody if no second adult is needed; null if
   * that has not happened yet.
   */
  private gotUpAt(from: Instant, targetId: string | null, up: ReadonlySet<string>): Instant | null {
    const needsTarget = this.needsSecondAdult;
    if (needsTarget ? targetId !== null && up.has(targetId) : up.size > 0) return from;
    // A second adult is needed but there is none, so the step is over at once.
    if (needsTarget && targetId === null && up.size > 0 && this.caregiversNotUp(up).length === 0) return from;
    return (
      this.entries.find(
        (entry) =>
          entry.at >= from &&
          (entry.kind === 'acknowledged' || entry.kind === 'remedy') &&
          (!needsTarget || (entry.by !== null && (targetId === null ? !up.has(entry.by) : entry.by === targetId))),
      )?.at ?? null
    );
  }

  /**
   * Returns the caregiver on call at the step's level. If a second adult is needed, returns the
   * first of the two who is not up. Null if there is nobody.
   */
  private targetOf(step: RunbookStep, at: Instant, up: ReadonlySet<string>): string | null {
    const duty = this.context.dutyAt(at);
    const levels = duty ? [duty.primary, duty.secondary] : [];
    const inOrder = step.level === 2 ? levels.reverse() : levels;
    const candidates = this.needsSecondAdult ? inOrder.filter((id) => id !== null && !up.has(id)) : inOrder.slice(0, 1);
    const [targetId] = candidates;
    if (targetId) return this.context.caregivers.includes(targetId) ? targetId : null;
    const caregiversNotUp = this.caregiversNotUp(up);
    // If only one caregiver is not up, it must be that one.
    return this.needsSecondAdult && up.size > 0 && caregiversNotUp.length === 1 ? (caregiversNotUp[0] ?? null) : null;
  }

  private caregiversNotUp(up: ReadonlySet<string>): string[] {
    return this.context.caregivers.filter((id) => !up.has(id));
  }

  private get needsSecondAdult(): boolean {
    return needsSecondAdult(this.context.runbook.trigger);
  }

  /**
   * Returns who is up with this child at an instant. If a second adult is needed, the set includes
   * those who are up with another child, and whoever logged the wake-up.
   */
  private upAt(at: Instant): Set<string> {
    const up = caregiversUpAt(this.entries, at);
    if (!this.needsSecondAdult) return up;
    for (const id of this.context.upWithOtherChildAt?.(at) ?? []) up.add(id);
    return this.loggedBy === null ? up : up.add(this.loggedBy);
  }

  /**
   * Returns the first action after an instant, or null. Writing a note is no action, nor is a phone
   * that rings.
   */
  private firstActionAfter(at: Instant): Instant | null {
    return this.entries.find(({ at: then, kind }) => then > at && kind !== 'note' && kind !== 'delivered')?.at ?? null;
  }

  private takeAnswer({ id }: RunbookStep, outcome: EntryOf<'step'>['outcome']): Entry | undefined {
    return this.takeEntry(
      (entry) =>
        entry.kind === 'step' && entry.stepId === id && entry.outcome === outcome && this.answers.includes(entry),
    );
  }

  /** Returns the first matching entry that no step has taken yet, and marks it as taken. */
  private takeEntry<E extends Entry>(matches: (entry: Entry) => entry is E): E | undefined;
  private takeEntry(matches: (entry: Entry) => boolean): Entry | undefined;
  private takeEntry(matches: (entry: Entry) => boolean): Entry | undefined {
    const found = this.entries.find((entry) => !this.takenIds.has(entry.id) && matches(entry));
    if (found) this.takenIds.add(found.id);
    return found;
  }

  /** Returns the end of a step's timer that starts at `from`; null for a step without a timer. */
  private timerEndOf({ seconds }: RunbookStep, from: Instant): Instant | null {
    return seconds === null ? null : addMs(from, seconds * SECOND_MS);
  }
}
