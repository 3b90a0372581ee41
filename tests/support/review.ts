import fc from 'fast-check';
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
  return { household, children, caregivers, incidents, nights, firstNight };
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
  const written = repair.kind === 'merge' ? merged() : [edited()];
  const incidents = log.incidents.map((row) => written.find(({ id }) => id === row.id) ?? row);
  return { log: { ...log, incidents }, written };

  function find(wanted: string): Incident {
    const found = log.incidents.find(({ id }) => id === wanted);
    if (!found) throw new Error(`no incident ${wanted}`);
    return found;
  }
  function merged(): Incident[] {
    if (repair.kind !== 'merge') return [];
    const [first, second] = [find(repair.firstId), find(repair.secondId)];
    const result = mergeWakeUps(first, second, { ids: freshIds(idsNeeded(first, second)), now });
    if (!result.ok) throw new Error(result.refusal.code);
    return [result.value, { ...second, deletedAt: now }];
  }
  function edited(): Incident {
    if (repair.kind === 'cause') return { ...find(repair.incidentId), causeId: repair.causeId };
    if (repair.kind !== 'end' && repair.kind !== 'up') throw new Error(repair.kind);
    const [id = ''] = freshIds(1);
    const result = addEntryTo(find(repair.incidentId), entryForRepair(repair, id, now), now);
    if (!result.ok) throw new Error(result.refusal.code);
    return result.value;
  }
}

const duplicateDrafts = fc.record({
  which: fc.nat(),
  /** The difference between the two phones in minutes. */
  shift: fc.integer({ min: -2, max: 12 }),
  /** The number of entries that were logged on the other phone, too. */
  lines: fc.integer({ min: 1, max: 8 }),
  note: fc.constantFrom('', '', 'a tooth?'),
  forReport: fc.boolean(),
});

/** Logs in which some wake-ups were logged on a second phone as well. */
export const withDuplicates = (scenes: fc.Arbitrary<RandomCase>): fc.Arbitrary<RandomCase> =>
  fc.tuple(scenes, fc.array(duplicateDrafts, { maxLength: 4 })).map(([scene, drafts]) => {
    const { incidents } = scene.log;
    const twins = drafts.flatMap(({ which, shift, lines, note, forReport }, n) => {
      const original = incidents[which % incidents.length];
      if (!original) return [];
      const timeline = original.timeline
        .filter(({ deletedAt }) => deletedAt === null)
        .slice(0, lines)
        .map((entry, line) => {
          const at = (entry.at + shift * MINUTE_MS) as Instant;
          return { ...entry, id: `twin ${n} ${line}`, at, updatedAt: at };
        });
      const updatedAt = timeline.at(-1)?.at ?? original.updatedAt;
      return [{ ...original, id: `twin ${n}`, updatedAt, deletedAt: null, note, forReport, timeline }];
    });
    return { ...scene, log: { ...scene.log, incidents: [...incidents, ...twins] } };
  });
