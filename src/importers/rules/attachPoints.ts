import { type Remedy, TIMELINE_MAX } from '@/domain/rows/incident';
import type { MedicineFact, PointFact } from '@/importers/facts';
import { type Instant, MINUTE_MS } from '@/lib/time';
import { firstIndex } from './firstIndex';
import { readingsOf } from './readings';
import type { Moment } from './resolveSpans';
import type { WakeUp } from './wakeUps';

/** What was tried, or written down, during a wake-up. */
export type Line =
  | { kind: 'remedy'; at: Moment; remedy: Remedy; by: string | null }
  | { kind: 'note'; at: Moment; text: string };

/** A wake-up with the lines within it, in their order. */
export interface ToldWakeUp extends WakeUp {
  lines: Line[];
}

type AttachableFact = PointFact | MedicineFact;

/** A remedy may have been logged that long before the sleep was ended. */
const BEFORE_MS = 5 * MINUTE_MS;

/**
 * Decides which moment a point of a file means: of an hour that is there twice, the one within a
 * wake-up. If both or neither are, it is the first, and a guess. The wake-ups are in their order.
 */
export function momentOf(
  { at: time }: Pick<AttachableFact, 'at'>,
  wakeUps: readonly WakeUp[],
  timeZone: string,
): Moment | null {
  const readings = readingsOf(time, timeZone);
  const [first] = readings;
  if (!first) return null;
  const within = readings.filter(({ at }) => findWakeUp(wakeUps, at) !== null);
  const [only] = within;
  if (within.length === 1 && only) return { at: only.at, estimated: only.isGuess };
  return { at: first.at, estimated: first.isGuess || readings.length > 1 };
}

/**
 * Writes feeds, diapers, medicines and notes into the wake-ups in which they were, and tells which
 * of them were. The wake-ups are of the same child, in their order.
 */
export function attachPoints(
  points: readonly { fact: AttachableFact; moment: Moment }[],
  wakeUps: readonly WakeUp[],
): { told: ToldWakeUp[]; used: Set<AttachableFact> } {
  const used = new Set<AttachableFact>();
  const told = wakeUps.map((wakeUp): ToldWakeUp => ({ ...wakeUp, lines: [] }));
  for (const { fact, moment } of points.toSorted((a, b) => a.moment.at - b.moment.at)) {
    const place = placeOf(fact, moment, told);
    if (!place) continue;
    used.add(fact);
    addLines(place.wakeUp, fact, place.at);
  }
  for (const { lines } of told) lines.sort((a, b) => a.at.at - b.at.at);
  return { told, used };
}

function placeOf(fact: AttachableFact, moment: Moment, told: readonly ToldWakeUp[]) {
  const within = findWakeUp(told, moment.at);
  if (within) return isFull(within) ? null : { wakeUp: within, at: moment };
  if (fact.kind === 'note') return null;
  const after = told[indexAfter(told, moment.at)];
  return after && !isFull(after) && after.detected.at - moment.at <= BEFORE_MS
    ? { wakeUp: after, at: { at: after.detected.at, estimated: true } }
    : null;
}

/** Returns the index of the first wake-up that begins after a moment. */
const indexAfter = (wakeUps: readonly WakeUp[], at: Instant): number =>
  firstIndex(wakeUps, ({ detected }) => detected.at > at);

/** Returns the wake-up in which a moment lies, ends included; of two that touch, the earlier. */
function findWakeUp<Found extends WakeUp>(wakeUps: readonly Found[], at: Instant): Found | null {
  const after = indexAfter(wakeUps, at);
  return [wakeUps[after - 2], wakeUps[after - 1]].find((wakeUp) => wakeUp && at <= wakeUp.resolved.at) ?? null;
}

/** A timeline has room for so many entries; a fact may be two, and its ends are two. */
const isFull = ({ lines }: ToldWakeUp): boolean => lines.length > TIMELINE_MAX - 4;

function addLines({ lines }: ToldWakeUp, fact: AttachableFact, at: Moment): void {
  if (fact.kind !== 'note') {
    const remedy: Remedy = fact.kind;
    const isThere = lines.some((line) => line.kind === 'remedy' && line.remedy === remedy && line.at.at === at.at);
    if (!isThere) lines.push({ kind: 'remedy', at, remedy, by: fact.by });
  }
  if (fact.note === '') return;
  const isSaid = lines.some((line) => line.kind === 'note' && line.text === fact.note && line.at.at === at.at);
  if (!isSaid) lines.push({ kind: 'note', at, text: fact.note });
}
