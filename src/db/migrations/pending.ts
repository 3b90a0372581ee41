import type { InfernalDatabase } from '@/db/database';
import type { SetRunbook } from '@/db/incidents';
import type { PendingWrite } from '@/db/pending';
import { readAllRunbooks, readIncident } from '@/db/queries';
import { incidentToVersion2 } from '@/domain/migrations/version2';
import type { Entry } from '@/domain/rows/incident';
import type { Runbook } from '@/domain/rows/others';
import { parseRow } from '@/domain/rows/parseRow';
import { insertEntry } from '@/domain/timeline/order';
import type { Undo } from '@/domain/undo';
import type { Instant } from '@/lib/time';

/** What version 1's "go by" command was given. */
interface GoByOfVersion1 {
  incidentId: string;
  runbookId: string | null;
  chosen: Entry | null;
  now: Instant;
}

/* A kept write is what a command of this app was given, as JSON: its shape is known by its command. */
interface Inputs {
  goBy: GoByOfVersion1;
  addEntry: { incidentId: string; entry: Entry };
  replaceEntry: { incidentId: string; entry: Entry };
  addEntries: { incidentId: string; entries: Entry[] };
  undo: { undo: Undo | readonly Undo[] };
}

/** A write that version 1 of the app kept, as the present commands take it; any other write as it is. */
export async function pendingToVersion2(db: InfernalDatabase, write: PendingWrite): Promise<PendingWrite> {
  if (!write.ofVersion1) return write;
  const runbooks = await readAllRunbooks(db);
  const inputOf = <C extends keyof Inputs>(_command: C) => write.input as Inputs[C];
  switch (write.command) {
    case 'goBy': {
      const input: SetRunbook = setRunbookOf(inputOf('goBy'), write.id);
      return { ...write, command: 'setRunbook', input };
    }
    case 'addEntry':
    case 'replaceEntry': {
      const input = inputOf('addEntry');
      const [entry] = await entriesToVersion2(db, input.incidentId, [input.entry], runbooks);
      return { ...write, input: { ...input, entry } };
    }
    case 'addEntries': {
      const input = inputOf('addEntries');
      const entries = await entriesToVersion2(db, input.incidentId, input.entries, runbooks);
      return { ...write, input: { ...input, entries } };
    }
    case 'undo': {
      const input = inputOf('undo');
      return { ...write, input: { ...input, undo: [input.undo].flat().map((undo) => undoToVersion2(undo, runbooks)) } };
    }
    default:
      return write;
  }
}

/** Version 1 wrote no entry where no runbook was chosen. The kept write's own id makes one that is always the same. */
function setRunbookOf({ incidentId, runbookId, chosen, now }: GoByOfVersion1, id: string): SetRunbook {
  const { at, estimated, updatedAt, deletedAt } = chosen ?? {
    at: now,
    estimated: false,
    updatedAt: now,
    deletedAt: null,
  };
  const fields = { id: chosen?.id ?? id, at, estimated, updatedAt, deletedAt };
  return { incidentId, chosen: { ...fields, kind: 'runbookChosen', runbookId }, now };
}

/** Read in the timeline they were meant for, as the migration would have, had they been written in time. */
async function entriesToVersion2(
  db: InfernalDatabase,
  incidentId: string,
  entries: readonly Entry[],
  runbooks: readonly Runbook[],
): Promise<Entry[]> {
  const incident = await readIncident(db, incidentId);
  if (!incident) return [...entries];
  const ids = new Set(entries.map(({ id }) => id));
  const others = incident.timeline.filter(({ id }) => !ids.has(id));
  const timeline = entries.reduce<Entry[]>(insertEntry, others);
  const migrated = new Map(
    incidentToVersion2({ ...incident, timeline }, runbooks).timeline.map((one) => [one.id, one]),
  );
  return entries.map((entry) => migrated.get(entry.id) ?? entry);
}

/** Both sides of it are read as rows are, so that what is left unchanged is the same as in the migrated row. */
function undoToVersion2({ table, before, after, ...more }: Undo, runbooks: readonly Runbook[]): Undo {
  const migrated = <R>(row: R): R => {
    const parsed = parseRow(table, row);
    if (!parsed.ok) return row;
    return ('timeline' in parsed.row ? incidentToVersion2(parsed.row, runbooks) : parsed.row) as R;
  };
  return { table, before: before && migrated(before), after: migrated(after), ...more };
}
