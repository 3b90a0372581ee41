import type { Episode } from '@/domain/rows/others';
import type { HouseholdLog, RowOf } from '@/domain/rows/tables';
import type { IncidentState } from '@/domain/timeline/foldTimeline';
import type { Day, Instant, WallTime } from '@/lib/time';
import { addDays, instantOnWall, wallClockAt } from '@/lib/zone';
import type { NightRange } from '@/metrics/nightPlans';

/*
 * What was noted of a child's health, in the order in which a reader wants it: the latest first. Facts only; nothing is concluded
 * from them.
 */

type Observation = RowOf<'observations'>;
type Temperature = Extract<Observation, { kind: 'temperature' }>;

export interface TemperatureDay {
  day: Day;
  /** As they were taken. */
  taken: readonly Pick<Temperature, 'at' | 'celsius'>[];
}

/** The doses of one medicine on one day. */
export interface DoseDay {
  day: Day;
  name: string;
  amount: string;
  /** When, the first of the day first. */
  at: readonly Instant[];
}

/** What somebody wrote for the paediatrician: of a wake-up, or of an illness. */
export interface ReportNote {
  id: string;
  at: Instant;
  /** Null: it is of the wake-up at that time. */
  episode: Episode | null;
  text: string;
}

/** The days a report on some nights speaks of: from that of the first evening to the morning after the last night, both whole. */
export const daysOfNights = ({ from, to }: NightRange): { first: Day; last: Day } => ({
  first: from,
  last: addDays(to, 1),
});

/** Illnesses of a child that touch the days, the one that began last first. */
export function episodesIn(episodes: readonly Episode[], childId: string, { first, last }: Days): Episode[] {
  return episodes
    .filter((row) => row.deletedAt === null && row.childId === childId)
    .filter(({ startDay, endDay }) => startDay <= last && (endDay === null || endDay >= first))
    .sort((a, b) => compare(b.startDay, a.startDay) || compare(a.id, b.id));
}

/** A child's observations on the days, the first one first. */
export function observationsIn(log: HouseholdLog, childId: string, { first, last }: Days): Observation[] {
  const dayOf = ({ at }: Observation) => wallClockAt(at, log.household.timeZone).day;
  return log.observations
    .filter((row) => row.deletedAt === null && row.childId === childId)
    .filter((row) => first <= dayOf(row) && dayOf(row) <= last)
    .sort((a, b) => a.at - b.at || compare(a.id, b.id));
}

/** @param observations the first one first */
export function temperatureDays(observations: readonly Observation[], timeZone: string): TemperatureDay[] {
  const days = new Map<Day, Temperature[]>();
  for (const row of observations) {
    if (row.kind !== 'temperature') continue;
    const { day } = wallClockAt(row.at, timeZone);
    days.set(day, [...(days.get(day) ?? []), row]);
  }
  return [...days].reverse().map(([day, taken]) => ({ day, taken }));
}

/** @param observations the first one first */
export function doseDays(observations: readonly Observation[], timeZone: string): DoseDay[] {
  const days = new Map<string, DoseDay & { at: Instant[] }>();
  for (const row of observations) {
    if (row.kind !== 'medicine') continue;
    const { name, amount, at } = row;
    const { day } = wallClockAt(at, timeZone);
    const key = JSON.stringify([day, name, amount]);
    const known = days.get(key);
    if (known) known.at.push(at);
    else days.set(key, { day, name, amount, at: [at] });
  }
  return [...days.values()].sort((a, b) => compare(b.day, a.day) || (b.at.at(-1) ?? 0) - (a.at.at(-1) ?? 0));
}

/** A wake-up's row and what its timeline says. */
export interface FoldedIncident {
  incident: RowOf<'incidents'>;
  state: IncidentState;
}

/** Notes marked for the report, of wake-ups that began within the days, and those of the illnesses, the latest first. */
export function notesOf(
  incidents: readonly FoldedIncident[],
  episodes: readonly Episode[],
  timeZone: string,
): ReportNote[] {
  const ofWakeUps = incidents
    .filter(({ incident }) => incident.forReport)
    .map(({ incident: { id, note }, state }) => ({ id, at: state.detectedAt, episode: null, text: note }));
  const ofIllnesses = episodes.map((episode) => ({
    id: episode.id,
    at: instantOnWall(episode.startDay, MIDNIGHT, timeZone),
    episode,
    text: episode.note,
  }));
  return [...ofWakeUps, ...ofIllnesses]
    .filter(({ text }) => text.trim() !== '')
    .sort((a, b) => b.at - a.at || compare(a.id, b.id));
}

type Days = ReturnType<typeof daysOfNights>;

const MIDNIGHT = '00:00' as WallTime;

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
