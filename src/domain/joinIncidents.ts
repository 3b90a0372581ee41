import { addMs, laterOf } from '@/lib/time';
import { mergeTimelines } from './mergeRows';
import { type Entry, type Incident, TIMELINE_MAX } from './rows/incident';
import { createNote } from './timeline/createEntry';
import { foldTimeline } from './timeline/foldTimeline';

/*
 * Two phones without a network both log "Baby woke": two open incidents of one child. Once the logs
 * meet, they become one. The result depends on the rows alone, not on the phone, its clock or the
 * order in which the rows arrived, so all phones get the same bytes (joinIncidents.test.ts).
 *
 * - Incidents belong together if they are open at the same time, or if one has entries of the
 *   other. So what is added later to an incident that was joined, on a phone that has not heard of
 *   it, goes on to where the others are.
 * - The one with the smallest id takes in the others. Ids begin with the time at which they were
 *   made; unlike the time of the first cry, nobody corrects them, so all phones always agree.
 * - Every entry of the others is copied with its own id, also a deleted one, and says where it
 *   comes from. Copies of copies are therefore the same as copies. What the two accounts mean
 *   together is decided when the timeline is read (settleTimeline.ts), and never stored.
 * - The others are marked deleted, with `mergedInto`. Their entries stay, for what may come later.
 */

/**
 * Returns the rows that change when open incidents of one child are joined; none if there is
 * nothing to join. Joining again changes nothing.
 *
 * @param incidents those that are open, those that were joined before and what they were joined
 *   into, deleted ones too; any others are of no account
 * @example open since 2:43 on her phone, open since 2:44 on his → hers has both timelines, his is
 * marked deleted with `mergedInto`
 */
export function joinIncidents(incidents: readonly Incident[]): Incident[] {
  return groupsOf(incidents).flatMap((group) => {
    const [target, ...others] = group;
    if (!target) return [];
    let joined = target;
    const changed: Incident[] = [];
    for (const other of others) {
      const timeline = mergeTimelines(
        joined.timeline,
        other.timeline.map((entry) => copyFrom(other, target, entry)),
      );
      // Two timelines that long are no wake-up; they stay apart.
      if (timeline.length >= TIMELINE_MAX) continue;
      joined = withTimeline(joined, timeline);
      if (isJoinedInto(target, other)) continue;
      joined = withFactsOf(other, broughtBackBy(other, joined));
      changed.push(markJoined(target, other));
    }
    return joined === target ? changed : [joined, ...changed];
  });
}

/** Returns the groups of incidents that belong together, each in the order of the ids. */
function groupsOf(incidents: readonly Incident[]): Incident[][] {
  const sorted = [...incidents].sort((a, b) => (a.id < b.id ? -1 : 1));
  const groupOf = new Map(sorted.map((incident) => [incident.id, [incident]]));
  const unite = (a: string, b: string) => {
    const [mine, theirs] = [groupOf.get(a), groupOf.get(b)];
    if (!mine || !theirs || mine === theirs) return;
    const both = [...mine, ...theirs];
    for (const { id } of both) groupOf.set(id, both);
  };
  for (const { id, timeline } of sorted)
    for (const { joinedFrom } of timeline) if (joinedFrom !== undefined) unite(id, joinedFrom);
  const firstOpen = new Map<string, string>();
  for (const { id, childId, deletedAt, timeline } of sorted) {
    if (deletedAt !== null || !foldTimeline(timeline)?.isOpen) continue;
    unite(firstOpen.get(childId) ?? id, id);
    if (!firstOpen.has(childId)) firstOpen.set(childId, id);
  }
  return [...new Set(groupOf.values())]
    .filter(({ length }) => length > 1)
    .map((group) => group.sort((a, b) => (a.id < b.id ? -1 : 1)));
}

/** Returns the entry as the target has it. What comes back to where it was told is an own entry. */
function copyFrom(source: Incident, target: Incident, entry: Entry): Entry {
  const { joinedFrom = source.id, ...told } = entry;
  return joinedFrom === target.id ? told : { ...told, joinedFrom };
}

const isJoinedInto = (target: Incident, other: Incident): boolean =>
  other.deletedAt !== null && other.mergedInto === target.id;

const withTimeline = (incident: Incident, timeline: Entry[]): Incident =>
  JSON.stringify(timeline) === JSON.stringify(incident.timeline) ? incident : { ...incident, timeline };

function markJoined(target: Incident, other: Incident): Incident {
  const updatedAt = addMs(other.updatedAt, 1);
  return { ...other, deletedAt: other.deletedAt ?? updatedAt, mergedInto: target.id, updatedAt };
}

/**
 * A deletion is older than what another phone has added since to an account of its own: the target
 * is there again, or that phone's taps would be deleted with it.
 */
function broughtBackBy(other: Incident, target: Incident): Incident {
  if (target.deletedAt === null || other.deletedAt !== null || other.updatedAt <= target.deletedAt) return target;
  const updatedAt = addMs(laterOf(target.updatedAt, other.updatedAt), 1);
  return { ...target, deletedAt: null, mergedInto: null, updatedAt };
}

/**
 * Returns the target with what only the other one says: cause, runbook and note. A note that is not
 * meant for the paediatrician does not become part of one that is; it goes into the timeline.
 */
function withFactsOf(other: Incident, target: Incident): Incident {
  const causeId = target.causeId ?? other.causeId;
  const runbookId = target.runbookId ?? other.runbookId;
  const isNew = other.note !== '' && !`\n${target.note}\n`.includes(`\n${other.note}\n`);
  if (isNew && target.note !== '' && target.forReport !== other.forReport)
    return withFactsOf({ ...other, note: '' }, withNote(other, target));
  const note = isNew ? [target.note, other.note].filter(Boolean).join('\n') : target.note;
  const forReport = isNew && target.note === '' ? other.forReport : target.forReport;
  if (causeId === target.causeId && runbookId === target.runbookId && note === target.note) return target;
  const updatedAt = addMs(laterOf(target.updatedAt, other.updatedAt), 1);
  return { ...target, causeId, runbookId, note, forReport, updatedAt };
}

function withNote(other: Incident, target: Incident): Incident {
  const last = other.timeline.at(-1);
  if (!last) return target;
  const note = {
    ...createNote({ id: `${other.id}-note`, at: last.at, now: other.updatedAt }, other.note),
    joinedFrom: other.id,
  };
  return withTimeline(target, mergeTimelines(target.timeline, [note]));
}
