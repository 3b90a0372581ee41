import type { Entry, EntryKind, EntryOf, Incident } from '@/domain/rows/incident';
import { liveEntries } from '@/domain/timeline/foldTimeline';
import { code, flag, id, instant, moment, text, whole } from './column';
import { defineTable, liveRows } from './table';

/** The incidents as they are stored, without their timelines. */
export const incidentsTable = defineTable<Incident>({
  name: 'incidents',
  columns: [
    id('id', (row) => row.id),
    id('child_id', ({ childId }) => childId),
    code('cause', ({ causeId }) => causeId),
    id('runbook_id', ({ runbookId }) => runbookId),
    text('note', ({ note }) => note),
    flag('for_report', ({ forReport }) => forReport),
    instant('updated_at', ({ updatedAt }) => updatedAt),
  ],
  rows: ({ incidents }) => liveRows(incidents),
});

/** An entry, with the incident it belongs to and its place in the timeline, from 1. */
interface EntryRow {
  incidentId: string;
  position: number;
  entry: Entry;
}

/** The value that entries of some kinds have. */
const ofKinds =
  <K extends EntryKind, Value>(kinds: readonly K[], value: (entry: EntryOf<K>) => Value | null) =>
  ({ entry }: EntryRow): Value | null =>
    (kinds as readonly EntryKind[]).includes(entry.kind) ? value(entry as EntryOf<K>) : null;

const OF_SOMEBODY = ['detected', 'acknowledged', 'noResponse', 'remedy', 'stoodDown', 'resolved'] as const;
const TO_SOMEBODY = ['escalated', 'delivered'] as const;

/** The entries of all timelines, in the order in which they are stored. */
export const entriesTable = defineTable<EntryRow>({
  name: 'timeline_entries',
  columns: [
    id('incident_id', ({ incidentId }) => incidentId),
    whole('position', ({ position }) => position),
    id('id', ({ entry }) => entry.id),
    code('kind', ({ entry }) => entry.kind),
    ...moment<EntryRow>('at', ({ entry }) => entry.at),
    flag('estimated', ({ entry }) => entry.estimated),
    id(
      'by_id',
      ofKinds(OF_SOMEBODY, ({ by }) => by),
    ),
    id(
      'to_id',
      ofKinds(TO_SOMEBODY, ({ to }) => to),
    ),
    whole(
      'level',
      ofKinds(['escalated'], ({ level }) => level),
    ),
    code(
      'via',
      ofKinds(['detected', 'escalated'], ({ via }) => via),
    ),
    flag('declined', ({ entry }) => (entry.kind === 'noResponse' ? entry.declined === true : undefined)),
    code(
      'remedy',
      ofKinds(['remedy'], ({ remedy }) => remedy),
    ),
    text(
      'text',
      ofKinds(['note'], (entry) => entry.text),
    ),
    id(
      'step_id',
      ofKinds(['step'], ({ stepId }) => stepId),
    ),
    code(
      'outcome',
      ofKinds(['step', 'resolved'], ({ outcome }) => outcome),
    ),
    id(
      'runbook_id',
      ofKinds(['runbookChosen'], ({ runbookId }) => runbookId),
    ),
    id('joined_from', ({ entry }) => entry.joinedFrom ?? null),
    instant('updated_at', ({ entry }) => entry.updatedAt),
  ],
  *rows({ incidents }) {
    for (const { id: incidentId, timeline } of liveRows(incidents))
      for (const [index, entry] of liveEntries(timeline).entries()) yield { incidentId, position: index + 1, entry };
  },
});
