import { CHILDREN, type Child, PEOPLE, type Person } from './acts';
import type { Calendar } from './calendar';
import { endOf, type Ledger, type Line, type NightTimes, type WakeUp } from './ledger';

/*
 * Counts the ledger by plain loops over one night after the other. What a figure means is in
 * docs/metrics.md; no code of src counts here.
 */

const MINUTE_MS = 60_000;
const FALSE_ALARM_MS = 30_000;

interface Span {
  from: number;
  to: number;
}

/** One night as the ledger has it. Times awake are sorted, disjoint and within the window. */
export interface CountedNight {
  night: string;
  window: Span;
  logged: boolean;
  counted: WakeUp[];
  falseAlarms: number;
  awake: Span[];
  awakeOfChild: Record<Child, Span[]>;
  awakeOfPerson: Record<Person, Span[]>;
}

/** Counts the nights, each named by the day of its evening. */
export function countNights(ledger: Ledger, calendar: Calendar, nights: readonly string[]): CountedNight[] {
  const wakeUps = [...ledger.wakeUps.values()].sort((a, b) => beginningOf(a) - beginningOf(b));
  return nights.map((night) => {
    const window = windowOf(night, calendar, ledger.nights.get(night));
    const isWithin = (at: number) => at >= window.from && at < window.to;
    const begun = wakeUps.filter((wakeUp) => isWithin(beginningOf(wakeUp)));
    const counted = begun.filter((wakeUp) => !isFalseAlarm(wakeUp));
    const awakeOfChild = record(CHILDREN, (child) =>
      union(wakeUps.filter((wakeUp) => wakeUp.child === child).flatMap((wakeUp) => awakeIn(wakeUp, window))),
    );
    const awakeOfPerson = record(PEOPLE, (person) =>
      union(wakeUps.flatMap((wakeUp) => cut(upOf(wakeUp, person), window))),
    );
    const awake = union(Object.values(awakeOfChild).flat());
    const logged = ledger.nights.has(night) || begun.length > 0 || awake.length > 0;
    const falseAlarms = begun.length - counted.length;
    return { night, window, logged, counted, falseAlarms, awake, awakeOfChild, awakeOfPerson };
  });
}

export const beginningOf = ({ lines }: WakeUp): number =>
  lines.find(({ kind }) => kind === 'detected')?.at ?? Number.NaN;

function windowOf(night: string, calendar: Calendar, times: NightTimes | undefined): Span {
  const from = times?.goodNight ?? calendar.instant(night, '20:00');
  return { from, to: times?.goodMorning ?? calendar.instant(calendar.addDays(night, 1), '07:00') };
}

function isFalseAlarm(wakeUp: WakeUp): boolean {
  const end = endOf(wakeUp);
  return end?.what === 'selfSettled' && end.at - beginningOf(wakeUp) <= FALSE_ALARM_MS;
}

/** When the child was awake within a window: also from "up for the day" to the window's end. */
function awakeIn(wakeUp: WakeUp, window: Span): Span[] {
  const spans: Span[] = [];
  let since: number | null = null;
  for (const { kind, at, what } of wakeUp.lines) {
    if ((kind === 'detected' || kind === 'reopened') && since === null) since = at;
    if (kind !== 'resolved' || since === null) continue;
    spans.push({ from: since, to: what === 'upForDay' && at >= window.from ? Math.max(at, window.to) : at });
    since = null;
  }
  if (since !== null) spans.push({ from: since, to: Number.POSITIVE_INFINITY });
  return cut(spans, window);
}

/** When somebody was up for a wake-up: from their first line to the end. */
function upOf({ lines }: WakeUp, person: Person): Span[] {
  const spans: Span[] = [];
  let since: number | null = null;
  let isAsleep = true;
  for (const { kind, at, by } of lines) {
    const begins = kind === 'detected' && isAsleep;
    if (kind === 'detected' || kind === 'reopened') isAsleep = false;
    if ((begins || kind === 'acknowledged' || kind === 'remedy') && by === person && !isAsleep) since ??= at;
    if (kind !== 'resolved') continue;
    if (since !== null) spans.push({ from: since, to: at });
    since = null;
    isAsleep = true;
  }
  if (since !== null) spans.push({ from: since, to: Number.POSITIVE_INFINITY });
  return spans;
}

/** What the counted nights come to; minutes and shares are not rounded. */
export function sumUp(nights: readonly CountedNight[]) {
  const logged = nights.filter((night) => night.logged);
  const wakeUps = logged.flatMap(({ counted }) => counted);
  const windowMs = total(logged.map(({ window }) => window));
  const shareWithout = (spansOf: (night: CountedNight) => Span[]) =>
    windowMs === 0 ? null : 1 - total(logged.flatMap(spansOf)) / windowMs;
  const responders = wakeUps.map((wakeUp) => new Set(wakeUp.lines.filter(isResponse).map(({ by }) => by)));
  const timesUp = (person: Person) => responders.filter((people) => people.has(person)).length;
  const allTimesUp = PEOPLE.map(timesUp).reduce((sum, times) => sum + times, 0);
  const withCall = wakeUps.filter(({ lines }) => lines.some(isResponse));
  const ends = wakeUps.map((wakeUp) => ({ wakeUp, end: endOf(wakeUp) }));
  return {
    counted: wakeUps.length,
    falseAlarms: logged.reduce((sum, { falseAlarms }) => sum + falseAlarms, 0),
    selfSettled: ends.filter(({ end }) => end?.what === 'selfSettled').length,
    reopened: wakeUps.filter(({ lines }) => lines.some(({ kind }) => kind === 'reopened')).length,
    open: ends.filter(({ end }) => end === null).length,
    mttr: summarize(
      ends.flatMap(({ wakeUp, end }) => (end && end.what !== 'upForDay' ? [end.at - beginningOf(wakeUp)] : [])),
    ),
    mtta: summarize(
      wakeUps.flatMap((wakeUp) => {
        const first = wakeUp.lines.find(({ kind }) => kind === 'acknowledged' || kind === 'remedy');
        return first ? [first.at - beginningOf(wakeUp)] : [];
      }),
    ),
    timeBetween: summarize(logged.flatMap(quietBetween)),
    availability: shareWithout(({ awake }) => awake),
    availabilityOfChild: record(CHILDREN, (child) => shareWithout((night) => night.awakeOfChild[child])),
    availabilityOfPerson: record(PEOPLE, (person) => shareWithout((night) => night.awakeOfPerson[person])),
    loggedNights: logged.length,
    quietNights: logged.filter(({ counted }) => counted.length === 0).length,
    longestStretch: logged.length === 0 ? null : Math.max(...logged.map(longestQuietMs)) / MINUTE_MS,
    timesUp: record(PEOPLE, timesUp),
    shareOfTimesUp: record(PEOPLE, (person) => (allTimesUp === 0 ? null : timesUp(person) / allTimesUp)),
    minutesUp: record(PEOPLE, (person) => total(logged.flatMap((night) => night.awakeOfPerson[person])) / MINUTE_MS),
    noAnswers: record(
      PEOPLE,
      (person) => wakeUps.flatMap(linesOf).filter(({ kind, by }) => kind === 'noResponse' && by === person).length,
    ),
    calls: record(PEOPLE, (person) => callsOf(wakeUps, person)),
    /** Dad is always on call first. */
    rotaAdherence:
      withCall.length === 0
        ? null
        : withCall.filter(({ lines }) => lines.find(isResponse)?.by === 'Dad').length / withCall.length,
    causes: countBy(wakeUps.map(({ cause }) => cause ?? 'unknown')),
    remedies: countBy(
      wakeUps.flatMap(({ lines }) => [
        ...new Set(lines.filter(({ kind }) => kind === 'remedy').map(({ what }) => what)),
      ]),
    ),
    nights: nights.map((night) => ({
      night: night.night,
      logged: night.logged,
      counted: night.counted.length,
      falseAlarms: night.falseAlarms,
      minutesAwake: night.logged ? total(night.awake) / MINUTE_MS : null,
      longestStretch: night.logged ? longestQuietMs(night) / MINUTE_MS : null,
      windowMinutes: total([night.window]) / MINUTE_MS,
    })),
  };
}
export type Count = ReturnType<typeof sumUp>;

const linesOf = ({ lines }: WakeUp): Line[] => lines;

/** Somebody who is known got up, tried something, or brought the child back to sleep. */
const isResponse = ({ kind, what, by }: Line): boolean =>
  by !== null && (kind === 'acknowledged' || kind === 'remedy' || (kind === 'resolved' && what !== 'selfSettled'));

/** How often somebody was called, and how often the next that they did was to come. */
function callsOf(wakeUps: readonly WakeUp[], person: Person): { attempts: number; answered: number } {
  const calls = { attempts: 0, answered: 0 };
  for (const { lines } of wakeUps)
    lines.forEach(({ kind, by }, index) => {
      if (kind !== 'escalated' || by !== person) return;
      const reply = lines
        .slice(index + 1)
        .find((line) => line.by === person && (isResponse(line) || line.kind === 'noResponse'));
      calls.attempts += 1;
      if (reply && isResponse(reply)) calls.answered += 1;
    });
  return calls;
}

/** The quiet between two counted wake-ups of one child in one night. */
function quietBetween({ counted }: CountedNight): number[] {
  return CHILDREN.flatMap((child) => {
    const ofChild = counted.filter((wakeUp) => wakeUp.child === child);
    return ofChild.flatMap((wakeUp, index) => {
      const before = ofChild[index - 1];
      const end = before && endOf(before);
      if (!end || end.what === 'upForDay' || end.at > beginningOf(wakeUp)) return [];
      return [beginningOf(wakeUp) - end.at];
    });
  });
}

function longestQuietMs({ window, awake }: CountedNight): number {
  const edges = [window.from, ...awake.flatMap(({ from, to }) => [from, to]), window.to];
  const quiet = edges.flatMap((edge, index) => (index % 2 === 0 ? [(edges[index + 1] ?? edge) - edge] : []));
  return Math.max(...quiet);
}

/** In minutes; percentiles lie on the line between the two closest ranks. */
function summarize(durationsMs: readonly number[]) {
  const sorted = durationsMs.map((ms) => ms / MINUTE_MS).sort((a, b) => a - b);
  const atShare = (share: number): number | null => {
    const rank = (sorted.length - 1) * share;
    const [below, above] = [sorted[Math.floor(rank)], sorted[Math.ceil(rank)]];
    return below === undefined || above === undefined ? null : below + (above - below) * (rank % 1);
  };
  const mean = sorted.length === 0 ? null : sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  return { mean, median: atShare(0.5), p90: atShare(0.9), n: sorted.length };
}

const cut = (spans: readonly Span[], window: Span): Span[] =>
  spans
    .map(({ from, to }) => ({ from: Math.max(from, window.from), to: Math.min(to, window.to) }))
    .filter(({ from, to }) => from < to);

const total = (spans: readonly Span[]): number => spans.reduce((sum, { from, to }) => sum + to - from, 0);

function union(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else joined.push({ ...span });
  }
  return joined;
}

const record = <Key extends string, Value>(keys: readonly Key[], valueFor: (key: Key) => Value): Record<Key, Value> =>
  Object.fromEntries(keys.map((key) => [key, valueFor(key)])) as Record<Key, Value>;

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
