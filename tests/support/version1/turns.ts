/* The runbook's engine of version 1, frozen. It says what a log of that version meant. */

import type { Duty } from '@/domain/rota';
import type { Entry, EntryOf } from '@/domain/rows/incident';
import type { Runbook, RunbookStep } from '@/domain/rows/others';
import { caregiversUpAt } from '@/domain/timeline/caregiversUpAt';
import type { IncidentState } from '@/domain/timeline/foldTimeline';
import { addMs, earlierOf, type Instant, laterOf, SECOND_MS } from '@/lib/time';
import { doneNote, isProgressNote, isRunbookNote, skipNote } from './progressNotes';

/** The situation that a runbook is applied to. */
export interface Situation {
  runbook: Pick<Runbook, 'trigger' | 'steps'>;
  state: IncidentState;
  /** Returns who is on call and who is the backup at an instant; null without a rota. */
  dutyAt: (at: Instant) => Duty | null;
  /** The caregivers who can be woken: those of the household who are not archived. */
  caregivers: readonly string[];
  /**
   * Returns who is up with another child at an instant. In a double incident each child needs one
   * caregiver.
   */
  upWithOtherChildAt?: (at: Instant) => Iterable<string>;
  /** The time of a `wait` step without a time of its own: the household's grace timer. */
  graceSeconds: number;
}

/** The turn of one step: when it begins and ends. */
export interface Turn {
  step: RunbookStep;
  index: number;
  startsAt: Instant;
  /** The instant at which the step's own time is over; null for a step without one. */
  timerEndsAt: Instant | null;
  /**
   * The instant at which the next step begins: in the future while a timer runs, null while an
   * answer is needed.
   */
  endsAt: Instant | null;
  /**
   * The caregiver whom an `escalate` wakes; null when nobody is on call, or when everybody is up.
   */
  targetId: string | null;
  /** Whether the `escalate` to `whom` is logged. */
  isEscalationLogged: boolean;
  /** Whether the time of an `escalate` passed without an answer, which is not logged either. */
  isTimedOut: boolean;
  /** Whether a `remedy` is being tried. */
  isRemedyLogged: boolean;
}

/**
 * Returns the turns of a runbook's steps while a child is awake, from the first to the last that
 * has begun or will begin by itself. They are computed from the timeline of this awakening (since
 * the last `detected` or `reopened`), the rota, and who is up with another child. Nothing is
 * stored, so the turns are right even after hours in a pocket.
 *
 * - `wait` ends with its time, or with the first thing that anybody does.
 * - `escalate` ends when somebody is up or does not wake. "Degraded" and "double" need one more
 *   caregiver, so there it ends when that one is up. If the time passes in silence and the next
 *   step wakes somebody, too, that step begins. Nobody can have been woken before the alarm was
 *   raised: a backdated cry starts the grace timer earlier, but not the waking.
 * - `remedy` is tried from its entry on, for its time or until something else is done.
 * - `check` ends when it is ticked off. Every step can be skipped. A step that was done before its
 *   turn is done.
 *
 * @example a standard runbook, cry at 2:43:00 → wait 2:43:00–2:43:30, escalate 1
 * 2:43:30–2:44:30, escalate 2 from 2:44:30
 */
export function turnsOf(situation: Situation): Turn[] {
  const reader = new StretchReader(situation);
  const turns: Turn[] = [];
  const { steps } = situation.runbook;
  let from = reader.begin;
  for (const [index, step] of steps.entries()) {
    const nextWakes = steps[index + 1]?.kind === 'escalate';
    const turn = reader.turn(step, index, from, nextWakes);
    turns.push(turn);
    if (turn.endsAt === null) break;
    from = turn.endsAt;
  }
  return turns;
}

/** Reads the entries of one awakening, each as the answer to one step. */
class StretchReader {
  private readonly entries: readonly Entry[];
  private readonly used = new Set<string>();
  /** The beginning of the first step's turn: the awakening, or the later choice of the runbook. */
  readonly begin: Instant;
  /** The instant at which the awakening was logged: later than the cry if the cry was backdated. */
  private readonly saidAt: Instant;
  /** The caregiver who raised the alarm, and who is therefore not woken for help. */
  private readonly raisedBy: string | null;

  constructor(private readonly situation: Situation) {
    const { entries, awakeSince } = situation.state;
    const place = entries.findLastIndex(({ kind }) => kind === 'detected' || kind === 'reopened');
    const alarm = entries[place];
    this.entries = entries.slice(place + 1);
    this.begin = laterOf(awakeSince, this.entries.findLast(isRunbookNote)?.at ?? awakeSince);
    // The stamp of the alarm moves with every correction; all other entries of this awakening are
    // later than the alarm.
    this.saidAt = this.entries.map(({ updatedAt }) => updatedAt).reduce(earlierOf, alarm?.updatedAt ?? awakeSince);
    this.raisedBy = alarm?.kind === 'detected' ? alarm.by : null;
  }

  turn(step: RunbookStep, index: number, from: Instant, nextWakes: boolean): Turn {
    const begun: Turn = {
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
    const skipped = this.note(skipNote(step));
    if (skipped) return { ...begun, endsAt: laterOf(from, skipped.at) };
    switch (step.kind) {
      case 'wait':
        return this.wait(begun);
      case 'escalate':
        return this.escalate({ ...begun, startsAt: laterOf(from, this.saidAt) }, nextWakes);
      case 'remedy':
        return step.remedy === null ? this.check(begun) : this.remedy(begun);
      case 'check':
        return this.check(begun);
    }
  }

  private wait(turn: Turn): Turn {
    const seconds = turn.step.seconds ?? this.situation.graceSeconds;
    const until = addMs(turn.startsAt, seconds * SECOND_MS);
    return { ...turn, timerEndsAt: until, endsAt: earlierOf(until, this.moveAfter(turn.startsAt) ?? until) };
  }

  private check(turn: Turn): Turn {
    const done = this.note(doneNote(turn.step));
    return {
      ...turn,
      timerEndsAt: this.untilOf(turn.step, turn.startsAt),
      endsAt: done ? laterOf(turn.startsAt, done.at) : null,
    };
  }

  private remedy(turn: Turn): Turn {
    const done = this.note(doneNote(turn.step));
    const entry = this.take((other) => other.kind === 'remedy' && other.remedy === turn.step.remedy);
    if (!entry) return { ...turn, endsAt: done ? laterOf(turn.startsAt, done.at) : null };
    const until = this.untilOf(turn.step, entry.at);
    const over = until === null ? entry.at : earlierOf(until, this.moveAfter(entry.at) ?? until);
    return { ...turn, timerEndsAt: until, endsAt: laterOf(turn.startsAt, over), isRemedyLogged: true };
  }

  private escalate(turn: Turn, nextWakes: boolean): Turn {
    const woken = this.take(
      (entry): entry is EntryOf<'escalated'> => entry.kind === 'escalated' && entry.level === (turn.step.level ?? 1),
    );
    const up = this.upAt(turn.startsAt);
    const whom = woken?.to ?? this.whomOf(turn.step, turn.startsAt, up);
    const from = woken && woken.at > turn.startsAt ? woken.at : turn.startsAt;
    const begun = {
      ...turn,
      timerEndsAt: this.untilOf(turn.step, from),
      targetId: whom,
      isEscalationLogged: woken !== undefined,
    };

    const refusal = this.take((entry) => entry.kind === 'noResponse' && entry.by === whom);
    const answeredAt = refusal?.at ?? this.gotUpAt(turn.startsAt, whom, up);
    const over = answeredAt === null ? null : laterOf(turn.startsAt, answeredAt);
    const inSilence = nextWakes && whom !== null ? begun.timerEndsAt : null;
    if (inSilence !== null && (over === null || over > inSilence))
      return { ...begun, endsAt: inSilence, isTimedOut: refusal === undefined };
    return { ...begun, endsAt: over };
  }

  /**
   * Returns the instant at which the caregiver to be woken, or anybody at all, is up; null if not
   * yet.
   */
  private gotUpAt(from: Instant, whom: string | null, up: ReadonlySet<string>): Instant | null {
    const theOther = this.wakesTheOther;
    if (theOther ? whom !== null && up.has(whom) : up.size > 0) return from;
    // The step wakes the other caregiver, and there is none: nothing can be done here.
    if (theOther && whom === null && up.size > 0 && this.others(up).length === 0) return from;
    return (
      this.entries.find(
        (entry) =>
          entry.at >= from &&
          (entry.kind === 'acknowledged' || entry.kind === 'remedy') &&
          (!theOther || (entry.by !== null && (whom === null ? !up.has(entry.by) : entry.by === whom))),
      )?.at ?? null
    );
  }

  /**
   * Returns the caregiver of a level. Where one more is needed, this is the one of the two who is
   * not up.
   */
  private whomOf(step: RunbookStep, at: Instant, up: ReadonlySet<string>): string | null {
    const duty = this.situation.dutyAt(at);
    const levels = duty ? [duty.primary, duty.secondary] : [];
    const inOrder = step.level === 2 ? levels.reverse() : levels;
    const candidates = this.wakesTheOther ? inOrder.filter((id) => id !== null && !up.has(id)) : inOrder.slice(0, 1);
    const [whom] = candidates;
    if (whom) return this.situation.caregivers.includes(whom) ? whom : null;
    const others = this.others(up);
    // With a single other parent the choice is clear.
    return this.wakesTheOther && up.size > 0 && others.length === 1 ? (others[0] ?? null) : null;
  }

  private others(up: ReadonlySet<string>): string[] {
    return this.situation.caregivers.filter((id) => !up.has(id));
  }

  /**
   * Whether the runbook needs one more caregiver although somebody is up: to hand over to, or for
   * the other child.
   */
  private get wakesTheOther(): boolean {
    const { trigger } = this.situation.runbook;
    return trigger === 'degraded' || trigger === 'double';
  }

  /**
   * Returns who is up at an instant. Where one more is needed, this includes whoever is up with any
   * child, and whoever raised the alarm.
   */
  private upAt(at: Instant): Set<string> {
    const up = caregiversUpAt(this.entries, at);
    if (!this.wakesTheOther) return up;
    for (const id of this.situation.upWithOtherChildAt?.(at) ?? []) up.add(id);
    return this.raisedBy === null ? up : up.add(this.raisedBy);
  }

  /** Returns the first thing that anybody did after an instant. A plain note does not count. */
  private moveAfter(at: Instant): Instant | null {
    return this.entries.find((entry) => entry.at > at && (entry.kind !== 'note' || isProgressNote(entry)))?.at ?? null;
  }

  private note(text: string): Entry | undefined {
    return this.take((entry) => entry.kind === 'note' && entry.text === text);
  }

  private take<E extends Entry>(fits: (entry: Entry) => entry is E): E | undefined;
  private take(fits: (entry: Entry) => boolean): Entry | undefined;
  private take(fits: (entry: Entry) => boolean): Entry | undefined {
    const found = this.entries.find((entry) => !this.used.has(entry.id) && fits(entry));
    if (found) this.used.add(found.id);
    return found;
  }

  private untilOf({ seconds }: RunbookStep, from: Instant): Instant | null {
    return seconds === null ? null : addMs(from, seconds * SECOND_MS);
  }
}
