import type { InfernalDatabase } from '@/db/database';
import type { SetRunbook } from '@/db/incidents';
import type { PendingWrite } from '@/db/pending';
import { readAllRunbooks, readIncident } from '@/db/queries';
import { incidentToVersion2 } from '@/domain/migrations/version2';
import type { Entry } from '@/domain/rows/incident';
import type { Runbook } from '@/domain/rows/others';
import { parseRow } from '@/domain/rows/parseRow';
import { insertEntry } from '@/domain/timeline/insertEntry';
import type { Undo } from '@/domain/undo';
import type { Instant } from '@/lib/time';

/** The input of version 1's command `goBy`, which is now `setRunbook`. */
interface GoByOfVersion1 {
  incidentId: string;
  runbookId: string | null;
  chosen: Entry | null;
  now: Instant;
}

/* A pending write is the input of a command as JSON, so the command's name tells its type. */
interface Inputs {
  goBy: GoByOfVersion1;
  addEntry: { incidentId: string; entry: Entry };
  replaceEntry: { incidentId: string; entry: Entry };
  addEntries: { incidentId: string; entries: Entry[] };
  undo: { undo: Undo | readonly Undo[] };
}

/**
 * Converts a pending write kept by version 1 of the app into the present command. Other writes are
 * returned unchanged.
 */
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

/**
 * Version 1 wrote no entry if no runbook was chosen. The new entry then gets the id of the pending
 * write, so that converting it twice gives the same id.
 */
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

/**
 * Converts these entries within the timeline they belong to. The result is the same as if they had
 * been written before the migration.
 */
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
    incidentToVersion2({ ...incident, timeline }, runbooks).timeline.map((entry) => [entry.id, entry]),
  );
  return entries.map((entry) => migrated.get(entry.id) ?? entry);
}

/**
 * Converts both versions of the row in an undo exactly as the migration converts stored rows. An
 * unchanged field is then equal in the undo and in the migrated row.
 */
function undoToVersion2({ table, before, after, ...rest }: Undo, runbooks: readonly Runbook[]): Undo {
  const migrated = <R>(row: R): R => {
    const parsed = parseRow(table, row);
    if (!parsed.ok) return row;
    return ('timeline' in parsed.row ? incidentToVersion2(parsed.row, runbooks) : parsed.row) as R;
  };
  return { table, before: before && migrated(before), after: migrated(after), ...rest };
}
