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
import { insertEntry } from '@/domain/timeline/order';
import { isResponse } from '@/domain/timeline/response';
import type { Instant } from '@/lib/time';

/*
 * Two incidents of one child told as one. The child was down while either of them says so: an end within the other is no end, and a
 * beginning within the other is none. What was said beside the turns is all kept.
 */

interface MergeOptions {
  /** For the lines that are new in the first one, as many as there may be: `idsNeeded`. */
  ids: readonly string[];
  now: Instant;
}

/** How many ids a merge may take: one a line of either, and one for a note of its own. */
export const idsNeeded = (first: Incident, second: Incident): number =>
  first.timeline.length + second.timeline.length + 1;

type StateChange = EntryOf<'detected'> | EntryOf<'resolved'> | EntryOf<'reopened'>;
interface Side {
  state: IncidentState;
  /** Whether the child is down, by this one alone, as far as its turns have been read. */
  isAwake: boolean;
}

const isStateChange = (entry: Entry): entry is StateChange =>
  entry.kind === 'detected' || entry.kind === 'resolved' || entry.kind === 'reopened';

/**
 * The first row with the second one told in it. It still has to pass the rules of the door; the second one has to go.
 *
 * @example 2:43 to 3:03, and 3:07 to 3:20 → detected 2:43, resolved 3:03, reopened 3:07, resolved 3:20
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
  const momentOf = ({ at, estimated }: Entry): NewEntry => ({ id: unusedIds.next().value ?? '', at, estimated, now });

  const allEntries = [...mine.entries, ...theirs.entries];
  const { kept, dropped } = sortStateChanges(mine, theirs);
  let timeline: Entry[] = first.timeline.map((entry) =>
    dropped.has(entry) ? { ...entry, deletedAt: now, updatedAt: nextUpdatedAt(entry, now) } : entry,
  );
  const add = (entry: Entry | null) => {
    if (entry) timeline = insertEntry(timeline, entry);
  };
  for (const entry of mine.entries) if (dropped.has(entry)) add(replacementFor(entry, allEntries, momentOf));
  for (const entry of theirs.entries) {
    if (dropped.has(entry)) add(replacementFor(entry, allEntries, momentOf));
    else if (kept.has(entry) && entry.kind !== 'resolved') add(createReopened(momentOf(entry)));
    else add({ ...entry, id: momentOf(entry).id, updatedAt: now });
  }
  const { note, forReport, timelineNote } = notesOf(first, second);
  const last = theirs.entries.at(-1);
  if (timelineNote !== null && last) add(createNote({ ...momentOf(last), estimated: false }, timelineNote));
  const causeId = first.causeId ?? second.causeId;
  const runbookId = first.runbookId ?? second.runbookId;
  return {
    ok: true,
    value: { ...first, causeId, runbookId, note, forReport, timeline, updatedAt: nextUpdatedAt(first, now) },
  };
}

/** Which ends and beginnings of the two are those of the whole, and which lie within the other one. */
function sortStateChanges(mine: IncidentState, theirs: IncidentState): { kept: Set<Entry>; dropped: Set<Entry> } {
  const [a, b]: [Side, Side] = [
    { state: mine, isAwake: true },
    { state: theirs, isAwake: false },
  ];
  const turns = [
    ...mine.entries
      .slice(1)
      .filter(isStateChange)
      .map((turn) => ({ turn, own: a, other: b })),
    ...theirs.entries.filter(isStateChange).map((turn) => ({ turn, own: b, other: a })),
  ].sort((one, two) => one.turn.at - two.turn.at);
  const [kept, dropped] = [new Set<Entry>(), new Set<Entry>()];
  let isAwake = true;
  for (const { turn, own, other } of turns) {
    own.isAwake = turn.kind !== 'resolved';
    // One that was left open and says nothing more ends with the other: somebody tapped the end on one phone only.
    if (!own.isAwake && isSilentAfter(other.state, turn.at)) other.isAwake = false;
    const isAwakeNow = own.isAwake || other.isAwake;
    (isAwakeNow === isAwake ? dropped : kept).add(turn);
    isAwake = isAwakeNow;
  }
  return { kept, dropped };
}

const isSilentAfter = (state: IncidentState, at: Instant): boolean =>
  state.isOpen && (state.entries.at(-1)?.at ?? at) <= at;

/**
 * What is left of a turn that is none in the whole. An end that was none says at least that somebody was there: who is known to have been up
 * went back to bed then, the other one carried on; who is not known to have been, was.
 */
function replacementFor(turn: Entry, said: readonly Entry[], momentOf: (entry: Entry) => NewEntry): Entry | null {
  if (turn.kind !== 'resolved' || !isResponse(turn)) return null;
  const { by, at } = turn;
  const wasUp = said.some((entry) => entry !== turn && entry.at <= at && isResponse(entry) && entry.by === by);
  return wasUp ? createStoodDown(momentOf(turn), by) : createAcknowledged(momentOf(turn), by);
}

/** Both notes in one; but what was not written for the paediatrician does not come to be: it goes into the timeline. */
function notesOf(first: Incident, second: Incident): { note: string; forReport: boolean; timelineNote: string | null } {
  const notes = [first, second].filter(({ note }) => note !== '');
  const [one, two] = notes;
  if (!one) return { note: '', forReport: first.forReport, timelineNote: null };
  if (!two || one.note === two.note)
    return { note: one.note, forReport: notes.some(({ forReport }) => forReport), timelineNote: null };
  if (one.forReport === two.forReport)
    return { note: `${one.note}\n${two.note}`, forReport: one.forReport, timelineNote: null };
  const [forPaediatrician, own] = one.forReport ? [one, two] : [two, one];
  return { note: forPaediatrician.note, forReport: true, timelineNote: own.note };
}
