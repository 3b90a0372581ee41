import type { Day, Instant } from '@/lib/time';
import {
  isName,
  type MedicineFact,
  type NotUnderstood,
  type PointFact,
  type RowProblem,
  type SleepFact,
  type Sourced,
  type TemperatureFact,
  type WakeFact,
} from './facts';
import { attachPoints, momentOf } from './rules/attachPoints';
import { nightAt } from './rules/nightAt';
import type { ToldNight } from './rules/nightEnds';
import { type Moment, resolveSpans, type Span } from './rules/resolveSpans';
import { saidInNights } from './rules/saidInNights';
import { sleepsOfNights } from './rules/sleepsOfNights';
import { joinSaid, wakeUpsOfNight } from './rules/wakeUps';
import { addCounts, type TellOptions, type Told, type ToldObservation } from './told';

/** What comes of the facts of one child. */
export interface ToldChild extends Omit<Told, 'nights' | 'duplicates' | 'ofOtherChildren'> {
  nights: ToldNight[];
}

/** Tells what comes of the facts of one child. */
export function tellChild(child: string, facts: readonly Sourced[], options: TellOptions): ToldChild {
  const told: ToldChild = {
    incidents: [],
    observations: [],
    nights: [],
    unlikelyGaps: [],
    used: {},
    notImported: {},
    notUnderstood: [],
    sleepNotesLeftOut: 0,
    feedsWithoutSleep: 0,
  };
  const sleeps = timed(
    facts.filter((fact) => fact.kind === 'sleep'),
    options,
    told,
  );
  const { nights, byDay, used } = sleepsOfNights(withoutZeros(sleeps, told), options.hours);
  for (const { end } of byDay) addCounts(told.notImported, { [end ? 'sleepByDay' : 'sleepWithoutEnd']: 1 });
  for (const { end } of used)
    if (end) addCounts(told.used, { sleep: 1 });
    else addCounts(told.notImported, { sleepWithoutEnd: 1 });
  told.sleepNotesLeftOut = sleeps.filter(({ fact }) => fact.note !== '').length;

  const said = saidInNights(
    timed(
      facts.filter((fact) => fact.kind === 'wake'),
      options,
      told,
    ),
    used,
    options.hours,
    told,
  );
  const joined = joinSaid(said);
  const wakeUps = [...joined];
  for (const night of nights) {
    const between = wakeUpsOfNight(night, joined);
    told.nights.push({ ...night, unlikely: between.unlikely });
    for (const gap of between.unlikely) told.unlikelyGaps.push({ ...gap, child });
    for (const wakeUp of between.wakeUps) wakeUps.push(wakeUp);
  }
  wakeUps.sort((a, b) => a.detected.at - b.detected.at);

  const points = pointsOf(facts, wakeUps, options, told);
  const attached = attachPoints([...notesOf(said), ...points.filter(isAttachable)], wakeUps);
  for (const { fact, moment } of points)
    if (fact.kind === 'temperature' || fact.kind === 'medicine') {
      addCounts(told.used, { [fact.kind]: 1 });
      told.observations.push(observationOf(child, fact, moment));
    } else addCounts(attached.used.has(fact) ? told.used : told.notImported, { [fact.kind]: 1 });
  const toldNights = new Set<Day | null>([null, ...nights.map(({ night }) => night)]);
  told.feedsWithoutSleep = points.filter(
    ({ fact, moment }) =>
      fact.kind === 'feed' && !attached.used.has(fact) && !toldNights.has(nightAt(moment.at, options.hours)),
  ).length;
  told.incidents = attached.told.map((wakeUp) => ({ ...wakeUp, child }));
  return told;
}

/** Decides what the times of sleeps or wake-ups mean; what cannot be is not understood. */
function timed<Each extends SleepFact | WakeFact>(
  facts: readonly Each[],
  { timeZone, now }: TellOptions,
  { notUnderstood }: { notUnderstood: NotUnderstood[] },
): Span<Each>[] {
  const spans: Span<Each>[] = [];
  for (const resolved of resolveSpans(facts, timeZone, now))
    if (resolved.ok) spans.push(resolved.span);
    else notUnderstood.push({ ...resolved.fact.place, reason: resolved.reason });
  return spans;
}

/** Leaves out the sleeps of no time, of a tap by mistake, and counts them. */
const withoutZeros = <Each extends SleepFact>(sleeps: readonly Span<Each>[], told: ToldChild): Span<Each>[] =>
  sleeps.filter(({ start, end }) => {
    const isZero = end?.at === start.at;
    if (isZero) addCounts(told.notImported, { zeroSleep: 1 });
    return !isZero;
  });

type SourcedPoint = Sourced<PointFact> | Sourced<MedicineFact> | Sourced<TemperatureFact>;
interface Point<Each extends SourcedPoint = SourcedPoint> {
  fact: Each;
  moment: Moment;
}

const POINT_KINDS: readonly string[] = ['feed', 'diaper', 'note', 'medicine', 'temperature'];
const isPoint = (fact: Sourced): fact is SourcedPoint => POINT_KINDS.includes(fact.kind);
const isAttachable = (point: Point): point is Point<Exclude<SourcedPoint, TemperatureFact>> =>
  point.fact.kind !== 'temperature';

function pointsOf(
  facts: readonly Sourced[],
  wakeUps: Parameters<typeof momentOf>[1],
  { timeZone, now }: TellOptions,
  { notUnderstood }: ToldChild,
): Point[] {
  return facts.filter(isPoint).flatMap((fact): Point[] => {
    const moment = momentOf(fact, wakeUps, timeZone);
    const reason = problemOf(fact, moment, now);
    if (moment && reason === null) return [{ fact, moment }];
    notUnderstood.push({ ...fact.place, reason: reason ?? 'badTime' });
    return [];
  });
}

/** Why something cannot have been at that moment; null if it can. */
function problemOf(fact: SourcedPoint, moment: Moment | null, now: Instant): RowProblem | null {
  if (moment === null) return 'badTime';
  if (moment.at < 0) return 'badDate';
  if (moment.at > now) return 'inFuture';
  return fact.kind === 'medicine' && !isName(fact.name) ? 'noName' : null;
}

/** What was written of a wake-up that was said stands at its begin. */
const notesOf = (said: readonly Span<Sourced<WakeFact>>[]): Point<Sourced<PointFact>>[] =>
  said.flatMap(({ fact, start }) =>
    fact.note === '' ? [] : [{ fact: { ...fact, kind: 'note', at: fact.start }, moment: start }],
  );

function observationOf(child: string, fact: Sourced<TemperatureFact | MedicineFact>, { at }: Moment): ToldObservation {
  const fields = { tracker: fact.tracker, child, at, sourceId: fact.sourceId };
  if (fact.kind === 'temperature') return { ...fields, kind: fact.kind, celsius: fact.celsius };
  const { kind, name, amount, minHours } = fact;
  return { ...fields, kind, name, amount, minHours };
}
