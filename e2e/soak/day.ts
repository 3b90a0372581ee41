import type { Random } from '@/gameday/random';
import {
  type Act,
  CAUSES,
  CHILDREN,
  type Child,
  type Edit,
  type Event,
  PEOPLE,
  REMEDIES,
  SIDES,
  type Side,
} from './acts';
import type { Calendar } from './calendar';
import { beginningOf } from './count';
import { endOf, type Ledger, type WakeUp } from './ledger';

const MINUTE_MS = 60_000;

interface Day {
  /** The night before it. */
  night: string;
  /** How many nights were before that. */
  index: number;
  calendar: Calendar;
  random: Random;
  /** What is known by the morning. */
  ledger: Ledger;
  nextWakeUp: number;
}

/** A new version comes out every so many nights, a backup is made, a phone is started again. */
const VERSION_EVERY = 24;
const BACKUP_EVERY = 15;
const RELOAD_EVERY = 9;

/** Plans what is told and corrected after a night, and what happens to the app by day. */
export function planDay(day: Day): Act[] {
  const { night, index, calendar, random, ledger } = day;
  const acts: Act[] = [];
  let at = calendar.instant(calendar.addDays(night, 1), '09:05');
  const add = (what: Edit | Event, side = random.pick(SIDES)) => {
    acts.push({ at, side, what });
    at += random.integer(10, 400) * 1000;
  };
  const ofNight = [...ledger.wakeUps.values()].filter(
    (wakeUp) => beginningOf(wakeUp) > calendar.instant(night, '19:00'),
  );
  const open = ofNight.find((wakeUp) => endOf(wakeUp) === null);
  if (open) add(toldEnd(open, random));
  const edited = random.pick(ofNight.filter((wakeUp) => wakeUp !== open));
  for (const edit of edited ? editsOf(edited, day) : []) add(edit);
  const added = addedWakeUp(day, ofNight);
  if (added) add(added);
  const skipped = skippedTime(day);
  if (skipped) add({ edit: 'skippedTime', night, time: skipped });

  const updates: Partial<Record<number, readonly [Event['event'], Side][]>> = {
    1: [
      ['publish', 'hers'],
      ['update', 'hers'],
    ],
    2: [['update', 'his']],
  };
  for (const [event, side] of updates[index % VERSION_EVERY] ?? []) add({ event }, side);
  if (index % BACKUP_EVERY === 2) add({ event: 'backup' });
  if (index % RELOAD_EVERY === 4) add({ event: 'reload' });
  return acts;
}

/** The end that nobody tapped, some minutes after the last line. */
function toldEnd({ number, lines }: WakeUp, random: Random): Edit {
  const last = lines.at(-1)?.at ?? 0;
  return { edit: 'tellEnd', wakeUp: number, to: wholeMinute(last) + random.integer(3, 40) * MINUTE_MS };
}

/** At most one correction, and now and then the cause. */
function editsOf(wakeUp: WakeUp, { night, calendar, random }: Day): Edit[] {
  const edits: Edit[] = [];
  const common = { wakeUp: wakeUp.number, night };
  if (wakeUp.cause === null && random.chance(0.4)) edits.push({ ...common, edit: 'cause', cause: random.pick(CAUSES) });
  const kind = random.weighted([
    ['none', 50],
    ['end', 25],
    ['remedy', 10],
    ['remove', 6],
    ['removeAndUndo', 9],
  ] as const);
  const end = endOf(wakeUp);
  const last = wakeUp.lines.at(-2)?.at ?? 0;
  if (kind === 'end' && end?.what === 'settled' && wakeUp.lines.at(-1) === end) {
    const earliest = wholeMinute(last) + MINUTE_MS;
    const minutes = (wholeMinute(end.at) - earliest) / MINUTE_MS;
    const to = earliest + random.integer(0, Math.max(0, minutes - 1)) * MINUTE_MS;
    // A time that the wall shows twice is told apart where a wake-up is added.
    if (minutes > 0 && !calendar.isShownTwice(to)) edits.push({ ...common, edit: 'end', to });
  }
  if (kind === 'remedy')
    edits.push({ ...common, edit: 'remedy', remedy: random.pick(REMEDIES), who: random.pick(PEOPLE) });
  if (kind === 'remove' || kind === 'removeAndUndo') edits.push({ ...common, edit: kind });
  return edits;
}

/** A wake-up that nobody tapped; after the clocks went back, one of the hour that came twice. */
function addedWakeUp({ night, calendar, random, nextWakeUp }: Day, ofNight: readonly WakeUp[]): Edit | null {
  const change = clockChangeOf(night, calendar);
  const isTwice = change !== null && change.byMs < 0;
  if (!isTwice && !random.chance(0.2)) return null;
  const earliest = calendar.instant(night, '21:00');
  const from = isTwice
    ? change.at + random.integer(1, 25) * MINUTE_MS
    : wholeMinute(earliest) + random.integer(0, 500) * MINUTE_MS;
  const to = from + random.integer(3, 30) * MINUTE_MS;
  const child = CHILDREN.find((one) => isFree(one, from, to, ofNight));
  if (!child) return null;
  const who = random.pick([...PEOPLE, null] as const);
  return { edit: 'add', wakeUp: nextWakeUp, child, night, from, to, who };
}

/** No wake-up of the child is near, not even within the minutes in which one could be reopened. */
const isFree = (child: Child, from: number, to: number, wakeUps: readonly WakeUp[]): boolean =>
  wakeUps.every((wakeUp) => {
    const end = endOf(wakeUp);
    return (
      wakeUp.child !== child || beginningOf(wakeUp) > to + MINUTE_MS || (end !== null && end.at < from - MINUTE_MS)
    );
  });

/** A time that the clocks skipped in this night; null if they did not. */
function skippedTime({ night, calendar }: Day): string | null {
  const change = clockChangeOf(night, calendar);
  if (!change || change.byMs < 0) return null;
  // Half an hour before the time that the wall shows next.
  const [hours = 0, minutes = 0] = calendar.time(change.at).split(':').map(Number);
  const before = (hours * 60 + minutes - 30 + 24 * 60) % (24 * 60);
  return `${String(Math.floor(before / 60)).padStart(2, '0')}:${String(before % 60).padStart(2, '0')}`;
}

const clockChangeOf = (night: string, calendar: Calendar) =>
  calendar.clockChange(calendar.instant(night, '20:00'), calendar.instant(calendar.addDays(night, 1), '07:00'));

const wholeMinute = (at: number): number => at - (at % MINUTE_MS);
