import { type Refusal, refused } from '@/domain/refusal';
import type { Entry, EntryOf, Incident } from '@/domain/rows/incident';
import {
  createAcknowledged,
  createNote,
  createReopened,
  createStoodDown,
  type NewEntry,
} from '@/domain/timeline/createEntry';
import { nextUpdatedAt } from '@/domain/timeline/editTimeline';
import { foldTimeline, type IncidentState } from '@/domain/timeline/foldTimeline';
import { insertEntry } from '@/domain/timeline/insertEntry';
import { isResponse } from '@/domain/timeline/response';
import type { Instant } from '@/lib/time';

/*
 * Merges two incidents of one child into one. The child counts as awake while either incident says
 * so: a resolution within the other incident does not end the merged one, and a detection within
 * the other does not begin it. All other entries are kept.
 */

interface MergeOptions {
  /** Ids for the entries that are added to the first incident; at least `idsNeeded` of them. */
  ids: readonly string[];
  now: Instant;
}

/** Returns how many ids a merge may use: one for each entry of both, and one for a note. */
export const idsNeeded = (first: Incident, second: Incident): number =>
  first.timeline.length + second.timeline.length + 1;

type StateChange = EntryOf<'detected'> | EntryOf<'resolved'> | EntryOf<'reopened'>;
interface Side {
  state: IncidentState;
  /** Whether the child is awake by this incident alone, after the state changes read so far. */
  isAwake: boolean;
}

const isStateChange = (entry: Entry): entry is StateChange =>
  entry.kind === 'detected' || entry.kind === 'resolved' || entry.kind === 'reopened';

/**
 * Returns the first incident with the second one merged into it. The caller must still check the
 * result, as for every write, and delete the second incident. The merge is refused as
 * `changedSince` if the second one was detected before the first, or if there are not enough ids.
 *
 * @example 2:43 to 3:03, and 3:07 to 3:20 → detected 2:43, resolved 3:03, reopened 3:07, and
 * resolved 3:20
 * @example 2:43 to 3:03 on her phone, 2:45 to 3:05 on his → detected 2:43, resolved 3:05
 */
export function mergeWakeUps(
  first: Incident,
  second: Incident,
  { ids, now }: MergeOptions,
): { ok: true; value: Incident } | { ok: false; refusal: Refusal } {
  const [mine, theirs] = [foldTimeline(first.timeline), foldTimeline(second.timeline)];
  const unusedIds = ids.filter((id) => !first.timeline.some((entry) => entry.id === id)).values();
  if (!mine || !theirs || theirs.detectedAt < mine.detectedAt || ids.length < idsNeeded(first, second))
    return refused({ code: 'changedSince' });
  const newEntryAt = ({ at, estimated }: Entry): NewEntry => ({ id: unusedIds.next().value ?? '', at, estimated, now });

  const allEntries = [...mine.entries, ...theirs.entries];
  const { kept, dropped } = sortStateChanges(mine, theirs);
  let timeline: Entry[] = first.timeline.map((entry) =>
    dropped.has(entry) ? { ...entry, deletedAt: now, updatedAt: nextUpdatedAt(entry, now) } : entry,
  );
  const addToTimeline = (entry: Entry | null) => {
    if (entry) timeline = insertEntry(timeline, entry);
  };
  for (const entry of mine.entries)
    if (dropped.has(entry)) addToTimeline(replacementFor(entry, allEntries, newEntryAt));
  for (const entry of theirs.entries) {
    if (dropped.has(entry)) addToTimeline(replacementFor(entry, allEntries, newEntryAt));
    else if (kept.has(entry) && entry.kind !== 'resolved') addToTimeline(createReopened(newEntryAt(entry)));
    else addToTimeline({ ...entry, id: newEntryAt(entry).id, updatedAt: now });
  }
  const { note, forReport, timelineNote } = notesOf(first, second);
  const last = theirs.entries.at(-1);
  if (timelineNote !== null && last) addToTimeline(createNote({ ...newEntryAt(last), estimated: false }, timelineNote));
  const causeId = first.causeId ?? second.causeId;
  const runbookId = first.runbookId ?? second.runbookId;
  return {
    ok: true,
    value: { ...first, causeId, runbookId, note, forReport, timeline, updatedAt: nextUpdatedAt(first, now) },
  };
}

/**
 * Sorts the state changes of both: kept if they change the merged state, dropped if they do not.
 */
function sortStateChanges(mine: IncidentState, theirs: IncidentState): { kept: Set<Entry>; dropped: Set<Entry> } {
  // The merged incident begins with the first `detected`, so only its side is awake.
  const [mySide, theirSide]: [Side, Side] = [
    { state: mine, isAwake: true },
    { state: theirs, isAwake: false },
  ];
  const changes = [
    ...mine.entries
      .slice(1)
      .filter(isStateChange)
      .map((change) => ({ change, changedSide: mySide, otherSide: theirSide })),
    ...theirs.entries.filter(isStateChange).map((change) => ({ change, changedSide: theirSide, otherSide: mySide })),
  ].sort((one, two) => one.change.at - two.change.at);
  const [kept, dropped] = [new Set<Entry>(), new Set<Entry>()];
  let isAwake = true;
  for (const { change, changedSide, otherSide } of changes) {
    changedSide.isAwake = change.kind !== 'resolved';
    // An open incident without later entries ends with the other one: its end was tapped on one
    // phone only.
    if (!changedSide.isAwake && isSilentAfter(otherSide.state, change.at)) otherSide.isAwake = false;
    const isAwakeNow = changedSide.isAwake || otherSide.isAwake;
    (isAwakeNow === isAwake ? dropped : kept).add(change);
    isAwake = isAwakeNow;
  }
  return { kept, dropped };
}

const isSilentAfter = (state: IncidentState, at: Instant): boolean =>
  state.isOpen && (state.entries.at(-1)?.at ?? at) <= at;

/**
 * Returns the entry that replaces a dropped state change, or null. A dropped resolution still says
 * that its caregiver was there. If that caregiver is known to have been up, they went back to bed
 * then and the other one carried on; otherwise they are logged as being up.
 */
function replacementFor(
  change: Entry,
  allEntries: readonly Entry[],
  newEntryAt: (entry: Entry) => NewEntry,
): Entry | null {
  if (change.kind !== 'resolved' || !isResponse(change)) return null;
  const { by, at } = change;
  const wasUp = allEntries.some((entry) => entry !== change && entry.at <= at && isResponse(entry) && entry.by === by);
  return wasUp ? createStoodDown(newEntryAt(change), by) : createAcknowledged(newEntryAt(change), by);
}

/**
 * Joins the notes of both incidents. A note that was not meant for the paediatrician must not
 * become part of one that is: it is returned as `timelineNote`.
 */
function notesOf(first: Incident, second: Incident): { note: string; forReport: boolean; timelineNote: string | null } {
  const notes = [first, second].filter(({ note }) => note !== '');
  const [firstNote, secondNote] = notes;
  if (!firstNote) return { note: '', forReport: first.forReport, timelineNote: null };
  if (!secondNote || firstNote.note === secondNote.note)
    return { note: firstNote.note, forReport: notes.some(({ forReport }) => forReport), timelineNote: null };
  if (firstNote.forReport === secondNote.forReport)
    return { note: `${firstNote.note}\n${secondNote.note}`, forReport: firstNote.forReport, timelineNote: null };
  const [reportNote, privateNote] = firstNote.forReport ? [firstNote, secondNote] : [secondNote, firstNote];
  return { note: reportNote.note, forReport: true, timelineNote: privateNote.note };
}
