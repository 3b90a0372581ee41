import type { Episode } from '@/domain/rows/others';
import type { HouseholdLog, RowOf } from '@/domain/rows/tables';
import type { IncidentState } from '@/domain/timeline/foldTimeline';
import type { Day, Instant, WallTime } from '@/lib/time';
import { addDays, instantOnWall, wallClockAt, type Zone } from '@/lib/zone';
import type { NightRange } from '@/metrics/nightPlans';

/*
 * What was noted about a child's health, sorted for the reader: the latest first. These are facts,
 * and nothing is concluded from them.
 */

type Observation = RowOf<'observations'>;
type Temperature = Extract<Observation, { kind: 'temperature' }>;

export interface TemperatureDay {
  day: Day;
  /** In the order in which they were taken. */
  taken: readonly Pick<Temperature, 'at' | 'celsius'>[];
}

/** The doses of one medicine on one day. */
export interface DoseDay {
  day: Day;
  name: string;
  amount: string;
  /** In ascending order. */
  at: readonly Instant[];
}

/** A note for the paediatrician about a wake-up or about an illness. */
export interface ReportNote {
  id: string;
  at: Instant;
  /** The illness that the note is about; null if the note is about the wake-up at `at`. */
  episode: Episode | null;
  text: string;
}

/**
 * Returns the days that a report on a range of nights covers: from the day of the first evening to
 * the day of the last morning, both whole.
 */
export const daysOfNights = ({ from, to }: NightRange): { first: Day; last: Day } => ({
  first: from,
  last: addDays(to, 1),
});

/** Returns the illnesses of a child that touch the days, the one that began last first. */
export function episodesIn(episodes: readonly Episode[], childId: string, { first, last }: Days): Episode[] {
  return episodes
    .filter((row) => row.deletedAt === null && row.childId === childId)
    .filter(({ startDay, endDay }) => startDay <= last && (endDay === null || endDay >= first))
    .sort((a, b) => compare(b.startDay, a.startDay) || compare(a.id, b.id));
}

/** Returns a child's observations on the days, in ascending order. */
export function observationsIn(log: HouseholdLog, childId: string, { first, last }: Days): Observation[] {
  const dayOf = ({ at }: Observation) => wallClockAt(at, log.household).day;
  return log.observations
    .filter((row) => row.deletedAt === null && row.childId === childId)
    .filter((row) => first <= dayOf(row) && dayOf(row) <= last)
    .sort((a, b) => a.at - b.at || compare(a.id, b.id));
}

/**
 * Returns the temperatures by day, the latest day first.
 * @param observations in ascending order
 */
export function temperatureDays(observations: readonly Observation[], zone: Zone): TemperatureDay[] {
  const days = new Map<Day, Temperature[]>();
  for (const row of observations) {
    if (row.kind !== 'temperature') continue;
    const { day } = wallClockAt(row.at, zone);
    days.set(day, [...(days.get(day) ?? []), row]);
  }
  return [...days].reverse().map(([day, taken]) => ({ day, taken }));
}

/**
 * Returns the doses by day, medicine and amount, the latest first.
 * @param observations in ascending order
 */
export function doseDays(observations: readonly Observation[], zone: Zone): DoseDay[] {
  const days = new Map<string, DoseDay & { at: Instant[] }>();
  for (const row of observations) {
    if (row.kind !== 'medicine') continue;
    const { name, amount, at } = row;
    const { day } = wallClockAt(at, zone);
    const key = JSON.stringify([day, name, amount]);
    const doseDay = days.get(key);
    if (doseDay) doseDay.at.push(at);
    else days.set(key, { day, name, amount, at: [at] });
  }
  return [...days.values()].sort((a, b) => compare(b.day, a.day) || (b.at.at(-1) ?? 0) - (a.at.at(-1) ?? 0));
}

/** The row of a wake-up, and the state that its timeline folds to. */
export interface FoldedIncident {
  incident: RowOf<'incidents'>;
  state: IncidentState;
}

/**
 * Returns the notes of wake-ups that are marked for the report, and the notes of illnesses, the
 * latest first. Empty notes are left out.
 */
export function notesOf(incidents: readonly FoldedIncident[], episodes: readonly Episode[], zone: Zone): ReportNote[] {
  const ofWakeUps = incidents
    .filter(({ incident }) => incident.forReport)
    .map(({ incident: { id, note }, state }) => ({ id, at: state.detectedAt, episode: null, text: note }));
  const ofIllnesses = episodes.map((episode) => ({
    id: episode.id,
    at: instantOnWall(episode.startDay, MIDNIGHT, zone),
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
