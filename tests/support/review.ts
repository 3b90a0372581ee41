import { newNightRow } from '@/domain/defaults';
import { nightOf } from '@/domain/night';
import { idsNeeded, mergeWakeUps } from '@/domain/review/merge';
import type { Proposal, Repair, ReviewLog } from '@/domain/review/proposal';
import { entryOf } from '@/domain/review/repairEntry';
import type { Incident } from '@/domain/rows/incident';
import type { NightRow } from '@/domain/rows/others';
import type { HouseholdLog } from '@/domain/rows/tables';
import { addEntryTo } from '@/domain/timeline/edit';
import { foldTimeline } from '@/domain/timeline/fold';
import type { Instant } from '@/lib/time';

/* The morning review without a storage: a log as it is read for it, and what an answer makes of it. */

/** A whole log as the review gets it. */
export function reviewLog({ household, children, caregivers, incidents, nights }: HouseholdLog): ReviewLog {
  const began = [
    ...incidents
      .filter(({ deletedAt }) => deletedAt === null)
      .map(({ timeline }) => nightOf(foldTimeline(timeline)?.detectedAt ?? (0 as Instant), household.timeZone)),
    ...nights.filter(({ deletedAt }) => deletedAt === null).map(({ id }) => id),
  ];
  return { household, children, caregivers, incidents, nights, begins: began.sort()[0] ?? null };
}

/** Every one-tap answer of a proposal that changes the log. */
export function repairsOf(proposal: Proposal): readonly Repair[] {
  switch (proposal.kind) {
    case 'forgotten':
      return proposal.up ? [proposal.asleep, proposal.up] : [proposal.asleep];
    case 'pair':
      return [proposal.merge];
    case 'who':
    case 'cause':
      return proposal.answers;
    case 'unlogged':
      return [proposal.quiet];
  }
}

let made = 0;
/** Ids that no other line has. */
export const freshIds = (count: number): string[] => Array.from({ length: count }, () => `fresh ${++made}`);

export const idsFor = (proposal: Proposal): string[] =>
  freshIds(proposal.kind === 'pair' ? idsNeeded(proposal.first, proposal.second) : 1);

/** The log after an answer, as the commands would write it; the rows that were written, where it is one of incidents. */
export function repaired<Log extends Pick<HouseholdLog, 'incidents' | 'nights'>>(
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
    const result = addEntryTo(find(repair.incidentId), entryOf(repair, id, now), now);
    if (!result.ok) throw new Error(result.refusal.code);
    return result.value;
  }
}
