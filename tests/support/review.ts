import fc from 'fast-check';
import { moveEntries } from '@/domain/clock/moveDates';
import { datesOfIncident, END_OF_TIME } from '@/domain/clock/wrongDates';
import { newNightRow } from '@/domain/defaults';
import { nightOf } from '@/domain/night';
import { idsNeeded, mergeWakeUps } from '@/domain/review/mergeWakeUps';
import type { Proposal, Repair, ReviewLog } from '@/domain/review/proposal';
import { entryForRepair } from '@/domain/review/repairEntry';
import type { Incident } from '@/domain/rows/incident';
import type { NightRow } from '@/domain/rows/others';
import type { HouseholdLog } from '@/domain/rows/tables';
import { addEntryTo } from '@/domain/timeline/editTimeline';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import { type Instant, MINUTE_MS } from '@/lib/time';
import type { RandomCase } from './randomLog';

/* The morning review without a database: the log that it reads, and the log after an answer. */

/** A whole log in the form that the review reads. */
export function toReviewLog({ household, children, caregivers, incidents, nights }: HouseholdLog): ReviewLog {
  const loggedDays = [
    ...incidents
      .filter(({ deletedAt }) => deletedAt === null)
      .map(({ timeline }) => nightOf(foldTimeline(timeline)?.detectedAt ?? (0 as Instant), household.timeZone)),
    ...nights.filter(({ deletedAt }) => deletedAt === null).map(({ id }) => id),
  ];
  // Days are ISO texts, so sorting them as texts puts the earliest one first.
  const [firstNight = null] = loggedDays.sort();
  const futureDates = incidents
    .filter(({ deletedAt }) => deletedAt === null)
    .flatMap((incident) => datesOfIncident(incident, 0 as Instant, END_OF_TIME));
  return { household, children, caregivers, incidents, nights, firstNight, futureDates };
}

/** Returns every one-tap answer of a proposal that changes the log. */
export function repairsOf(proposal: Proposal): readonly Repair[] {
  switch (proposal.kind) {
    case 'forgotten':
      return proposal.upForDayRepair ? [proposal.asleepRepair, proposal.upForDayRepair] : [proposal.asleepRepair];
    case 'pair':
      return [proposal.mergeRepair];
    case 'missingResponder':
    case 'missingCause':
      return proposal.repairs;
    case 'wrongClock':
      return proposal.isRefused ? [] : [proposal.repair];
    case 'unlogged':
      return [proposal.quietRepair];
  }
}

let idCount = 0;
/** Returns ids that no other entry has. */
export const freshIds = (count: number): string[] => Array.from({ length: count }, () => `fresh ${++idCount}`);

export const idsFor = (proposal: Proposal): string[] =>
  freshIds(proposal.kind === 'pair' ? idsNeeded(proposal.first, proposal.second) : 1);

/**
 * Returns the log after an answer, as the commands would write it, and the incident rows that were
 * written.
 */
export function applyRepair<Log extends Pick<HouseholdLog, 'incidents' | 'nights'>>(
  log: Log,
  repair: Repair,
  now: Instant,
): { log: Log; written: Incident[] } {
  if (repair.kind === 'quiet') {
    const row: NightRow = log.nights.find(({ id, deletedAt }) => id === repair.night && deletedAt === null) ?? {
      ...newNightRow(repair.night, now),
    };
    const nights = [...log.nights.filter(({ id }) => id !== repair.night), { ...row, quiet: true }];
    return { log: { ...log, nights }, written: [] };
  }
  const written = writeIncidents().filter((row) => !log.incidents.includes(row));
  const incidents = log.incidents.map((row) => written.find(({ id }) => id === row.id) ?? row);
  return { log: { ...log, incidents }, written };

  function writeIncidents(): Incident[] {
    if (repair.kind === 'merge') return mergeIncidents();
    if (repair.kind !== 'moveDates') return [editIncident()];
    return log.incidents.map((row) => moveEntries(row, repair.dates, repair, now));
  }
  function findIncident(incidentId: string): Incident {
    const found = log.incidents.find(({ id }) => id === incidentId);
    if (!found) throw new Error(`no incident ${incidentId}`);
    return found;
  }
  function mergeIncidents(): Incident[] {
    if (repair.kind !== 'merge') return [];
    const [first, second] = [findIncident(repair.firstId), findIncident(repair.secondId)];
    const result = mergeWakeUps(first, second, { ids: freshIds(idsNeeded(first, second)), now });
    if (!result.ok) throw new Error(result.refusal.code);
    return [result.value, { ...second, deletedAt: now }];
  }
  function editIncident(): Incident {
    if (repair.kind === 'cause') return { ...findIncident(repair.incidentId), causeId: repair.causeId };
    if (repair.kind !== 'end' && repair.kind !== 'up') throw new Error(repair.kind);
    const [id = ''] = freshIds(1);
    const result = addEntryTo(findIncident(repair.incidentId), entryForRepair(repair, id, now), now);
    if (!result.ok) throw new Error(result.refusal.code);
    return result.value;
  }
}

const duplicateDrafts = fc.record({
  /** A random number that chooses the wake-up. */
  wakeUp: fc.nat(),
  /** The minutes by which the second phone's times are later; negative if they are earlier. */
  delayMinutes: fc.integer({ min: -2, max: 12 }),
  /** The number of entries that were logged on the other phone, too. */
  entryCount: fc.integer({ min: 1, max: 8 }),
  note: fc.constantFrom('', '', 'a tooth?'),
  forReport: fc.boolean(),
});

/** Logs in which some wake-ups were logged on a second phone as well. */
export const withDuplicates = (scenes: fc.Arbitrary<RandomCase>): fc.Arbitrary<RandomCase> =>
  fc.tuple(scenes, fc.array(duplicateDrafts, { maxLength: 4 })).map(([scene, drafts]) => {
    const { incidents } = scene.log;
    const twins = drafts.flatMap(({ wakeUp, delayMinutes, entryCount, note, forReport }, twinIndex) => {
      const original = incidents[wakeUp % incidents.length];
      if (!original) return [];
      const timeline = original.timeline
        .filter(({ deletedAt }) => deletedAt === null)
        .slice(0, entryCount)
        .map((entry, entryIndex) => {
          const at = (entry.at + delayMinutes * MINUTE_MS) as Instant;
          return { ...entry, id: `twin ${twinIndex} ${entryIndex}`, at, updatedAt: at };
        });
      const updatedAt = timeline.at(-1)?.at ?? original.updatedAt;
      return [{ ...original, id: `twin ${twinIndex}`, updatedAt, deletedAt: null, note, forReport, timeline }];
    });
    return { ...scene, log: { ...scene.log, incidents: [...incidents, ...twins] } };
  });
