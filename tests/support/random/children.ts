import fc from 'fast-check';
import { newChild } from '@/domain/defaults';
import type { Child } from '@/domain/rows/household';
import type { Incident } from '@/domain/rows/incident';
import type { Day, Instant } from '@/lib/time';
import { MINUTE, NOON, wallInstant } from '../reference/wallClock';
import { rarely, rarelyDeleted } from './draws';
import { buildIncident, type IncidentDraft, incidentDrafts, isOpen } from './incidents';

/* Random children, with their incidents in a number of nights. */

const INCIDENTS_PER_NIGHT_MAX = 6;

export const childDrafts = (nights: number) =>
  fc.record({
    archived: rarely(6),
    deletedAt: rarelyDeleted(8),
    /**
     * Whether incidents of the child may overlap, as entries that are logged in the morning can.
     * Usually they do not.
     */
    overlapping: rarely(5),
    /** Whether the last incident may be left open. */
    mayBeOpen: fc.boolean(),
    nights: fc.array(
      fc.oneof(
        { weight: 1, arbitrary: fc.constant([]) },
        { weight: 2, arbitrary: fc.array(incidentDrafts, { maxLength: INCIDENTS_PER_NIGHT_MAX }) },
      ),
      { minLength: nights, maxLength: nights },
    ),
  });
export type ChildDraft = ReturnType<typeof childDrafts> extends fc.Arbitrary<infer T> ? T : never;

export const buildChild = ({ archived, deletedAt }: ChildDraft, id: string): Child => ({
  ...newChild(id, id, 'blue', 0 as Instant),
  archived,
  deletedAt,
});

interface BuildContext {
  childId: string;
  caregiverIds: readonly string[];
  days: readonly Day[];
  timeZone: string;
  tickMs: number;
  isFinal: boolean;
}

export function buildIncidents(child: ChildDraft, context: BuildContext): Incident[] {
  const { childId, days, timeZone, isFinal } = context;
  const drafts: { draft: IncidentDraft; id: string; drawnAt: number }[] = child.nights.flatMap(
    (nightDraft, nightIndex) => {
      const day = days[nightIndex];
      if (day === undefined) throw new Error('more nights than days');
      const noon = wallInstant(day, NOON, timeZone);
      return nightDraft.map((draft, index) => ({
        draft,
        id: `${childId}/${day}/${index}`,
        drawnAt: noon + draft.startMinute * MINUTE,
      }));
    },
  );
  drafts.sort((a, b) => a.drawnAt - b.drawnAt);
  const lastDraft = drafts.findLast(({ draft }) => draft.deletedAt === null);

  const incidents: Incident[] = [];
  let freeFrom = 0;
  let endedAt: number | null = null;
  for (const incidentDraft of drafts) {
    const { minutesAfterPrevious } = incidentDraft.draft;
    const drawnAt =
      minutesAfterPrevious === null || endedAt === null
        ? incidentDraft.drawnAt
        : endedAt + minutesAfterPrevious * MINUTE;
    const beginsAt = Math.max(drawnAt, freeFrom) as Instant;
    const mayBeOpen = incidentDraft === lastDraft && child.mayBeOpen && !isFinal;
    const incident = buildIncident(incidentDraft.draft, { ...context, id: incidentDraft.id, beginsAt, mayBeOpen });
    incidents.push(incident);
    // Two incidents never begin in the same minute, because their order would not be defined.
    endedAt = incident.timeline.at(-1)?.at ?? beginsAt;
    freeFrom = Math.max(child.overlapping ? beginsAt : endedAt, beginsAt + MINUTE);
  }
  return incidents;
}

/**
 * Returns the incidents as they were known at `now`, without later entries. A child has at most one
 * open incident.
 */
export function knownAt(now: Instant, incidents: readonly Incident[]): Incident[] {
  const knownIncidents = incidents
    .map((incident) => ({ ...incident, timeline: incident.timeline.filter(({ at }) => at <= now) }))
    .filter(({ timeline }) => timeline.some(({ kind, deletedAt }) => kind === 'detected' && deletedAt === null));
  const lastIncident = knownIncidents.findLast(({ deletedAt }) => deletedAt === null);
  return knownIncidents.filter(
    (incident) => incident === lastIncident || incident.deletedAt !== null || !isOpen(incident),
  );
}
