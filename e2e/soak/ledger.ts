import {
  type Act,
  type Cause,
  type Child,
  type Edit,
  HOLDERS,
  type NightTap,
  type Person,
  type Side,
  type Tap,
} from './acts';

/*
 * What every answered act must amount to, kept beside the app by rules of its own: nothing here is
 * taken from src. The rules of the runbook are those of a new household: thirty seconds of grace,
 * a minute for Dad, who is always on call, and then Mum.
 */

const GRACE_MS = 30_000;
const CALL_MS = 60_000;

type LineKind = 'detected' | 'reopened' | 'escalated' | 'noResponse' | 'acknowledged' | 'remedy' | 'step' | 'resolved';

/** One line of a wake-up, in the words in which the app stores it. */
export interface Line {
  at: number;
  kind: LineKind;
  /** Who did it, or who was called. */
  by: Person | null;
  /** The remedy, or how it ended. */
  what: string;
}

export interface WakeUp {
  number: number;
  child: Child;
  /** In the order of their times. */
  lines: Line[];
  cause: Cause | null;
}

export interface NightTimes {
  goodNight: number | null;
  goodMorning: number | null;
}

export class Ledger {
  /** What is in the log; what was deleted or undone is not. */
  readonly wakeUps = new Map<number, WakeUp>();
  readonly nights = new Map<string, NightTimes>();
  /** How many acts were recorded, by their names. */
  readonly counts = new Map<string, number>();
  /** What takes back the last tap on each phone. */
  readonly #undo = new Map<Side, () => void>();

  /** Records an act that was answered. */
  record({ what, side, at }: Act): void {
    const name = 'tap' in what ? what.tap : 'edit' in what ? what.edit : what.event;
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    if ('edit' in what) this.#edit(what, side);
    else if ('tap' in what && 'night' in what) this.#tapNight(what, at);
    else if ('tap' in what && what.tap === 'undo') this.#undo.get(side)?.();
    else if ('tap' in what) this.#tap(what, side, at);
  }

  find(number: number): WakeUp {
    const wakeUp = this.wakeUps.get(number);
    if (!wakeUp) throw new Error(`the ledger has no wake-up ${number}`);
    return wakeUp;
  }

  openChildren(): Child[] {
    return [...this.wakeUps.values()].filter((wakeUp) => endOf(wakeUp) === null).map(({ child }) => child);
  }

  #tap(tap: Tap, side: Side, at: number): void {
    const { wakeUp: number } = tap;
    const before = this.wakeUps.get(number);
    this.#undo.set(side, () => {
      if (before) this.wakeUps.set(number, before);
      else this.wakeUps.delete(number);
    });
    const wakeUp = before ?? { number, child: 'child' in tap ? tap.child : 'Baby', lines: [], cause: null };
    this.#add(wakeUp, ...linesOf(tap, wakeUp, side, at));
  }

  #tapNight({ tap, night }: NightTap, at: number): void {
    const times = this.nights.get(night) ?? { goodNight: null, goodMorning: null };
    this.nights.set(night, { ...times, [tap]: at });
  }

  #edit(edit: Edit, side: Side): void {
    if (edit.edit === 'skippedTime' || edit.edit === 'removeAndUndo') return;
    const { wakeUp: number } = edit;
    if (edit.edit === 'remove') {
      this.wakeUps.delete(number);
      return;
    }
    if (edit.edit === 'add') {
      const { child, from, to, who } = edit;
      const lines = [line(from, 'detected', HOLDERS[side]), line(to, 'resolved', who, 'settled')];
      this.#add({ number, child, lines: [], cause: null }, ...lines);
      return;
    }
    const wakeUp = this.find(number);
    const { lines } = wakeUp;
    switch (edit.edit) {
      case 'end': {
        const last = lines.findLast(({ kind }) => kind === 'resolved');
        this.#add({ ...wakeUp, lines: lines.map((known) => (known === last ? { ...known, at: edit.to } : known)) });
        break;
      }
      case 'tellEnd':
        this.#add(wakeUp, line(edit.to, 'resolved', lastUp(wakeUp) ?? HOLDERS[side], 'settled'));
        break;
      case 'remedy':
        // A line that is added begins with the time of the last one, and stands after it.
        this.#add(wakeUp, line(lines.at(-1)?.at ?? 0, 'remedy', edit.who, edit.remedy));
        break;
      case 'cause':
        this.#add({ ...wakeUp, cause: edit.cause });
    }
  }

  #add(wakeUp: WakeUp, ...lines: Line[]): void {
    const sorted = [...wakeUp.lines, ...lines].sort((a, b) => a.at - b.at);
    this.wakeUps.set(wakeUp.number, { ...wakeUp, lines: sorted });
  }
}

const line = (at: number, kind: LineKind, by: Person | null, what = ''): Line => ({ at, kind, by, what });

/** How a wake-up ended; null while it goes on. */
export function endOf({ lines }: WakeUp): Line | null {
  const last = lines.findLast(({ kind }) => kind === 'detected' || kind === 'reopened' || kind === 'resolved');
  return last?.kind === 'resolved' ? last : null;
}

/** Who got up last since the child woke; null if nobody did. */
function lastUp({ lines }: WakeUp): Person | null {
  const woke = lines.findLastIndex(({ kind }) => kind === 'reopened' || kind === 'resolved');
  const ups: Person[] = [];
  for (const { kind, by } of lines.slice(woke + 1))
    if ((kind === 'acknowledged' || kind === 'remedy') && by && !ups.includes(by)) ups.push(by);
  return ups.at(-1) ?? null;
}

/** Returns what a tap adds to a wake-up. */
function linesOf(tap: Tap, wakeUp: WakeUp, side: Side, at: number): Line[] {
  const holder = HOLDERS[side];
  switch (tap.tap) {
    case 'woke':
      return [line(at, 'detected', holder)];
    case 'awakeAgain':
      return [line(at, 'reopened', null)];
    case 'goIn':
      return [line(at, 'acknowledged', holder)];
    case 'up':
      return [...callsBefore(tap.who, wakeUp, at), line(at, 'acknowledged', tap.who)];
    case 'noAnswer':
    case 'cannot':
      return [...callsBefore(tap.who, wakeUp, at), line(at, 'noResponse', tap.who)];
    case 'done':
      return [line(at, 'step', null)];
    case 'remedy':
      return [line(at, 'remedy', lastUp(wakeUp) ?? holder, tap.remedy)];
    case 'settled':
      return [line(at, 'resolved', lastUp(wakeUp) ?? holder, 'settled')];
    case 'settledAlone':
      return [line(at, 'resolved', holder, 'selfSettled')];
    case 'upForDay':
      return [line(at, 'resolved', lastUp(wakeUp) ?? holder, 'upForDay')];
    case 'undo':
      return [];
  }
}

/** Who was called until somebody answered: Dad after the grace, and Mum once he has not come. */
function callsBefore(who: Person, { lines }: WakeUp, at: number): Line[] {
  const woke = lines.findLast(({ kind }) => kind === 'detected' || kind === 'reopened');
  const dadCalledAt = (woke?.at ?? at) + GRACE_MS;
  if (who === 'Dad') return [line(dadCalledAt, 'escalated', 'Dad')];
  const refused = lines.find(({ kind, by }) => kind === 'noResponse' && by === 'Dad');
  if (refused) return [line(refused.at, 'escalated', 'Mum')];
  const overAt = dadCalledAt + CALL_MS;
  return [line(dadCalledAt, 'escalated', 'Dad'), line(overAt, 'noResponse', 'Dad'), line(overAt, 'escalated', 'Mum')];
}
