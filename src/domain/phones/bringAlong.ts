import type { Shift } from '@/domain/rows/household';
import type { Entry, Incident } from '@/domain/rows/incident';
import type { HouseholdLog } from '@/domain/rows/tables';
import { isOriginal } from '@/domain/runbook/originalRunbooks';

/**
 * For each own row that is the same as one of the household: that row's id. Others are new there.
 */
export type SameAs = Readonly<Record<string, string | null>>;

/**
 * Returns the log of a phone as it becomes part of a household's: people who are the household's
 * are called by its ids and are not brought along, and neither are the three original runbooks,
 * which the household has. The settings of the log are left as they are; the household's own count.
 */
export function bringAlong(log: HouseholdLog, sameAs: { children: SameAs; caregivers: SameAs }): HouseholdLog {
  const childOf = (id: string) => sameAs.children[id] ?? id;
  const caregiverOf = (id: string) => sameAs.caregivers[id] ?? id;
  const orNull = (id: string | null) => (id === null ? null : caregiverOf(id));
  const isNew = (matches: SameAs) => (row: { id: string }) => (matches[row.id] ?? null) === null;
  return {
    ...log,
    children: log.children.filter(isNew(sameAs.children)),
    caregivers: log.caregivers.filter(isNew(sameAs.caregivers)),
    incidents: log.incidents.map(
      (incident): Incident => ({
        ...incident,
        childId: childOf(incident.childId),
        timeline: incident.timeline.map((entry) => withCaregiver(entry, caregiverOf)),
      }),
    ),
    nights: log.nights.map((night) => ({
      ...night,
      onCall: night.onCall && shiftOf(night.onCall, caregiverOf, orNull),
    })),
    episodes: log.episodes.map((row) => ({ ...row, childId: childOf(row.childId) })),
    observations: log.observations.map((row) => ({ ...row, childId: childOf(row.childId) })),
    naps: log.naps.map((row) => ({ ...row, caregiverId: caregiverOf(row.caregiverId) })),
    runbooks: log.runbooks.filter(({ id }) => !isOriginal(id)),
  };
}

function withCaregiver(entry: Entry, caregiverOf: (id: string) => string): Entry {
  if ('to' in entry) return { ...entry, to: caregiverOf(entry.to) };
  return 'by' in entry && entry.by !== null ? ({ ...entry, by: caregiverOf(entry.by) } as Entry) : entry;
}

const shiftOf = (
  shift: Shift,
  caregiverOf: (id: string) => string,
  orNull: (id: string | null) => string | null,
): Shift => ({ ...shift, primary: caregiverOf(shift.primary), secondary: orNull(shift.secondary) });
