import { inOrderOfBirth } from '@/domain/childOrder';
import { newIncident } from '@/domain/defaults';
import { ok, type Result, refused } from '@/domain/refusal';
import type { Child } from '@/domain/rows/household';
import type { Entry, EntryOf, Incident } from '@/domain/rows/incident';
import { chooseRunbook } from '@/domain/runbook/chooseRunbook';
import { isInFuture } from '@/domain/timeline/checkTimeline';
import { createResolved } from '@/domain/timeline/createEntry';
import { addEntryTo, type EditResult, nextUpdatedAt, replaceEntryIn } from '@/domain/timeline/editTimeline';
import { foldTimeline, liveEntries } from '@/domain/timeline/foldTimeline';
import type { Undo } from '@/domain/undo';
import { type Instant, laterOf } from '@/lib/time';
import { checkIncident } from './checkIncident';
import type { InfernalDatabase } from './database';
import { command } from './door';
import { editIncident, type WrittenIncident } from './editIncident';
import { type Made, mayStay, wasChangedSince } from './late';
import { readChildIncidentsAround, readIncident, readOpenIncidents, readRunbooks } from './queries';
import { toStoredIncident } from './storedIncident';

/**
 * `opened` is false if the child was already awake or the same link was followed twice; `incident`
 * is then the existing one.
 */
export type OpenIncidentResult =
  | { opened: true; incident: Incident; undo: Undo<'incidents'> | readonly Undo<'incidents'>[] }
  | { opened: false; incident: Incident };

export interface OpenIncident {
  incidentId: string;
  childId: string;
  detected: Omit<EntryOf<'detected'>, 'kind'>;
  now: Instant;
  /**
   * If the same child woke within this time before or after, the tap is the same wake-up. Example:
   * a phone is held to a sticker twice, or a link is opened again.
   */
  sameWithinMs?: number;
  /** For a pending write, when it is applied: what was logged since is no future. */
  appliedAt?: Instant;
}

/**
 * "Baby woke": opens an incident. A child has at most one open incident; if there is one, it is
 * returned instead. If another child is already awake, this is a double incident and starts with
 * the triage runbook.
 *
 * An open incident that a wrong clock has dated in the future never swallows a new cry. It is ended
 * at its last entry, as an estimate, and can be corrected by day.
 */
export const openIncident = command(
  'openIncident',
  ['incidents', 'children', 'runbooks'],
  async (db, input: OpenIncident): Promise<Result<OpenIncidentResult>> => {
    const known = await readIncident(db, input.incidentId);
    if (known) return ok({ opened: false, incident: known });
    // The incident was logged and deleted since. The same tap, applied a second time, must not
    // bring it back.
    if (await db.incidents.get(input.incidentId)) return refused({ code: 'unknownRow' });
    const child = await findChild(db, input);
    if (!child) return refused({ code: 'unknownChild' });
    const openIncidents = (await readOpenIncidents(db)).rows;
    const current = openIncidents.find(({ childId }) => childId === child.id);
    const isDatedAhead = current !== undefined && isInFuture(detectedAtOf(current), input.appliedAt ?? input.now);
    if (current && !isDatedAhead) return ok({ opened: false, incident: current });
    const ended = isDatedAhead ? await endAtLastEntry(db, current, input) : null;
    if (ended && !ended.ok) return ended;

    const runbooks = await readRunbooks(db);
    const incident = {
      ...newIncident(input.incidentId, child.id, [{ ...input.detected, kind: 'detected' }], input.now),
      runbookId: chooseRunbook(runbooks, {
        otherChildrenAwake: openIncidents.some(({ childId }) => childId !== child.id),
      }),
    };
    if (input.sameWithinMs !== undefined) {
      const { at } = input.detected;
      const recentIncident = (await readChildIncidentsAround(db, incident)).find(({ timeline }) => {
        const detectedAt = foldTimeline(timeline)?.detectedAt;
        return detectedAt !== undefined && Math.abs(at - detectedAt) < (input.sameWithinMs ?? 0);
      });
      if (recentIncident) return ok({ opened: false, incident: recentIncident });
    }
    const written = await insertIncident(db, incident, laterOf(input.now, input.appliedAt ?? input.now));
    if (!written.ok) return written;
    const { undo } = written.value;
    return ok({ opened: true, incident, undo: ended ? [ended.value.undo, undo] : undo });
  },
);

/**
 * Returns the child who woke; null if it is unknown or deleted. A cry that was kept while the log
 * could not be opened may name a child of no other log. It is then taken for the first child's, as
 * an early tap is: a wake-up can be moved to another child, but not found again.
 */
async function findChild(db: InfernalDatabase, { childId, appliedAt }: OpenIncident): Promise<Child | null> {
  const named = await db.children.get(childId);
  if (named || appliedAt === undefined) return named?.deletedAt === null ? named : null;
  const children = inOrderOfBirth(await db.children.toArray());
  return children.find(({ archived, deletedAt }) => !archived && deletedAt === null) ?? null;
}

const detectedAtOf = ({ timeline }: Incident): Instant =>
  foldTimeline(timeline)?.detectedAt ?? (Number.NEGATIVE_INFINITY as Instant);

/** Ends an incident at its last entry. Its real end is unknown. */
function endAtLastEntry(
  db: InfernalDatabase,
  { id, timeline }: Incident,
  { incidentId, now }: OpenIncident,
): Promise<Result<WrittenIncident>> {
  const at = liveEntries(timeline).at(-1)?.at ?? now;
  const moment = { id: `${incidentId}-ends`, at, estimated: true, now };
  const entry = createResolved(moment, null, 'settled');
  // The entry lies in the future as its incident does, so it is not checked against the clock.
  return editIncident(db, { incidentId: id, now: laterOf(at, now) }, (incident) =>
    addEntryTo(incident, entry, laterOf(at, now)),
  );
}

/** Adds several entries that one tap makes: either all of them or none. */
export const addEntries = command(
  'addEntries',
  ['incidents'],
  (db, input: { incidentId: string; entries: Entry[]; now: Instant }): Promise<Result<WrittenIncident>> =>
    editIncident(db, input, (incident) =>
      input.entries.reduce<EditResult>(
        (edited, entry) => (edited.ok ? addEntryTo(edited.value, entry, input.now) : edited),
        { ok: true, value: incident },
      ),
    ),
);

export interface SetRunbook extends Made {
  incidentId: string;
  chosen: EntryOf<'runbookChosen'>;
}

/** From this entry on, the incident follows another runbook, or none. */
export const setRunbook = command(
  'setRunbook',
  ['incidents'],
  (db, { incidentId, chosen, now, appliedAt }: SetRunbook): Promise<Result<WrittenIncident>> =>
    editIncident(db, { incidentId, now }, (incident) => {
      const edited = addEntryTo(incident, chosen, now);
      if (!edited.ok || edited.value === incident) return edited;
      // What was done since may have chosen another runbook.
      if (wasChangedSince(incident, { now, appliedAt })) return edited;
      const { runbookId } = chosen;
      return { ok: true, value: { ...edited.value, runbookId, updatedAt: nextUpdatedAt(incident, now) } };
    }),
);

/**
 * "Awake again": reopens an incident. If another child is awake by now, this is a double incident
 * and follows the triage runbook, as if it had just been opened.
 */
export const reopenIncident = command(
  'reopenIncident',
  ['incidents', 'runbooks'],
  async (
    db,
    { incidentId, entry, now, appliedAt }: Made & { incidentId: string; entry: Entry },
  ): Promise<Result<WrittenIncident>> => {
    const otherChildrenAwake = (await readOpenIncidents(db)).rows.some(({ id }) => id !== incidentId);
    const runbooks = await readRunbooks(db);
    return editIncident(db, { incidentId, now }, (incident) => {
      const reopened = addEntryTo(incident, entry, now);
      if (!reopened.ok || reopened.value === incident) return reopened;
      if (wasChangedSince(incident, { now, appliedAt })) return reopened;
      // A runbook of the right kind, double or not, stays, because a parent may have chosen it.
      const wasDouble = runbooks.find(({ id }) => id === incident.runbookId)?.trigger === 'double';
      const runbookId =
        otherChildrenAwake !== wasDouble ? chooseRunbook(runbooks, { otherChildrenAwake }) : incident.runbookId;
      return { ok: true, value: { ...reopened.value, runbookId } };
    });
  },
);

/** Replaces the entry that has the id of the given one. */
export const replaceEntry = command(
  'replaceEntry',
  ['incidents'],
  (db, input: Made & { incidentId: string; entry: Entry }): Promise<Result<WrittenIncident>> =>
    editIncident(db, input, (incident) =>
      entryMayStay(incident, input.entry, input)
        ? { ok: true, value: incident }
        : replaceEntryIn(incident, input.entry, input.now),
    ),
);

/** Whether the entry may stay as it is when a pending write of it is applied (`late.ts`). */
export function entryMayStay(incident: Incident, change: Partial<Entry>, made: Made): boolean {
  const stored = incident.timeline.find(({ id }) => id === change.id);
  return stored !== undefined && mayStay<Entry>(stored, change, made);
}

export interface ChangeIncident extends Made {
  incidentId: string;
  change: Partial<Pick<Incident, 'causeId' | 'note' | 'forReport' | 'childId'>>;
}

/** Changes fields of an incident outside its timeline. */
export const changeIncident = command(
  'changeIncident',
  ['incidents'],
  (db, input: ChangeIncident): Promise<Result<WrittenIncident>> =>
    editIncident(db, input, (incident) => ({
      ok: true,
      value: mayStay(incident, input.change, input)
        ? incident
        : { ...incident, ...input.change, updatedAt: nextUpdatedAt(incident, input.now) },
    })),
);

/** Writes a new incident, unless `checkIncident` refuses it. */
export async function insertIncident(
  db: InfernalDatabase,
  incident: Incident,
  now: Instant,
): Promise<Result<WrittenIncident>> {
  const refusal = await checkIncident(db, incident, now);
  if (refusal) return refused(refusal);
  // `put` instead of `add`: a pending write that is applied twice results in one row.
  await db.incidents.put(toStoredIncident(incident));
  return ok({ undo: { table: 'incidents', before: null, after: incident } });
}
