import type { RowProblem, SleepFact, WakeFact } from '@/importers/facts';
import { HOUR_MS, type Instant, SECOND_MS } from '@/lib/time';
import { readingsOf, type TimeReading } from './readings';

/** A moment with whether it is a guess. */
export interface Moment {
  at: Instant;
  estimated: boolean;
}

/** A sleep or a wake-up with its moments. */
export interface Span<SpanFact extends SleepFact | WakeFact = SleepFact> {
  fact: SpanFact;
  start: Moment;
  /** Null: it is not known. */
  end: Moment | null;
}

/** No healthy sleep is longer; a timer that was forgotten is. */
const LONGEST_MS = 16 * HOUR_MS;
/** A tracker may write a duration a minute off. */
const DURATION_SLACK_MS = 90 * SECOND_MS;

type Resolved<SpanFact extends SleepFact | WakeFact> =
  | { ok: true; span: Span<SpanFact> }
  | { ok: false; fact: SpanFact; reason: RowProblem };

interface Pair {
  start: TimeReading;
  end: TimeReading | null;
}

/**
 * Decides what the times of a child's sleeps or wake-ups mean, in the order in which they began on
 * the wall. Of the readings of an hour that is there twice, those are kept whose end is not before
 * their start; then those that fit the duration that the file gives; then those that do not begin
 * before the child's sleep before it ended. If one is left it is exact, else the first is a guess.
 */
export function resolveSpans<SpanFact extends SleepFact | WakeFact>(
  facts: readonly SpanFact[],
  timeZone: string,
  now: Instant,
): Resolved<SpanFact>[] {
  const ordered = facts
    .map((fact) => ({ fact, starts: readingsOf(fact.start, timeZone) }))
    .sort((a, b) => wallOrder(a) - wallOrder(b));
  let previousEnd = Number.NEGATIVE_INFINITY;
  return ordered.map(({ fact, starts }) => {
    const resolved = resolveSpan(fact, starts, timeZone, previousEnd, now);
    if (resolved.ok && resolved.span.end) previousEnd = Math.max(previousEnd, resolved.span.end.at);
    return resolved;
  });
}

/** By the first reading, rows of one wall stand in the order of that wall. */
const wallOrder = ({ starts }: { starts: readonly TimeReading[] }): number => starts[0]?.at ?? 0;

function resolveSpan<SpanFact extends SleepFact | WakeFact>(
  fact: SpanFact,
  starts: readonly TimeReading[],
  timeZone: string,
  previousEnd: number,
  now: Instant,
): Resolved<SpanFact> {
  const refuse = (reason: RowProblem) => ({ ok: false, fact, reason }) as const;
  const all = pairsOf(fact, starts, timeZone);
  const forward = all.filter(({ start, end }) => end === null || end.at >= start.at);
  if (forward.length === 0) return refuse(all.length === 0 ? 'badTime' : 'endBeforeStart');
  const { durationMs } = fact;
  const fitting = prefer(
    forward,
    ({ start, end }) =>
      durationMs === null || end === null || Math.abs(end.at - start.at - durationMs) <= DURATION_SLACK_MS,
  );
  const pairs = prefer(fitting, ({ start }) => start.at >= previousEnd);
  const [first] = pairs;
  if (!first) return refuse('badTime');
  const { start, end } = first;
  if (start.at < 0) return refuse('badDate');
  if ((end ?? start).at > now) return refuse('inFuture');
  if (end && end.at - start.at > LONGEST_MS) return refuse('tooLong');
  const isOpen = (read: (pair: Pair) => number | undefined) => new Set(pairs.map(read)).size > 1;
  const span: Span<SpanFact> = {
    fact,
    start: { at: start.at, estimated: start.isGuess || isOpen((pair) => pair.start.at) },
    end: end && { at: end.at, estimated: end.isGuess || isOpen((pair) => pair.end?.at) },
  };
  return { ok: true, span };
}

function pairsOf(
  { start, end, durationMs }: SleepFact | WakeFact,
  starts: readonly TimeReading[],
  timeZone: string,
): Pair[] {
  if (end) {
    const ends = readingsOf(end, timeZone, start.kind === 'wall' ? start : undefined);
    return starts.flatMap((from) => ends.map((to) => ({ start: from, end: to })));
  }
  return starts.map((from) => ({
    start: from,
    end: durationMs === null ? null : { at: (from.at + durationMs) as Instant, isGuess: from.isGuess },
  }));
}

/** Keeps what is as it should be, unless nothing is. */
const prefer = <Item>(items: readonly Item[], isWanted: (item: Item) => boolean): readonly Item[] => {
  const wanted = items.filter(isWanted);
  return wanted.length > 0 ? wanted : items;
};
