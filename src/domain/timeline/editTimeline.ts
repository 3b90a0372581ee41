import { type Refusal, refused } from '@/domain/refusal';
import type { Entry, Incident } from '@/domain/rows/incident';
import { addMs, type Instant } from '@/lib/time';
import { checkTimeline } from './checkTimeline';
import { insertEntry } from './order';

/** A changed row, or why it stays as it was. */
export type EditResult = { ok: true; value: Incident } | { ok: false; refusal: Refusal };

/**
 * The stamp of a write. Later than the row's last one even if the clock was set back in between: the merge lets the later
 * stamp win, and a correction must not lose to what it corrects.
 */
export const nextUpdatedAt = (row: { updatedAt: Instant }, now: Instant): Instant =>
  now > row.updatedAt ? now : addMs(row.updatedAt, 1);

/** Adds an entry. Adding one that is there already changes nothing: a kept write may be applied twice. */
export function addEntryTo(incident: Incident, entry: Entry, now: Instant): EditResult {
  if (incident.timeline.some(({ id }) => id === entry.id)) return { ok: true, value: incident };
  return withTimeline(incident, insertEntry(incident.timeline, entry), now);
}

/** Puts `changed` in the place of the entry with its id; where its time moved, it moves. */
export function replaceEntryIn(incident: Incident, changed: Entry, now: Instant): EditResult {
  const old = incident.timeline.find(({ id }) => id === changed.id);
  if (!old) return refused({ code: 'unknownEntry' });
  const stamped = { ...changed, updatedAt: nextUpdatedAt(old, now) };
  const timeline =
    old.at === changed.at
      ? incident.timeline.map((entry) => (entry === old ? stamped : entry))
      : insertEntry(
          incident.timeline.filter((entry) => entry !== old),
          stamped,
        );
  return withTimeline(incident, timeline, now);
}

/** Marks an entry as deleted; it stays in the row, so that this can be undone and merged. */
export function removeEntryFrom(incident: Incident, entryId: string, now: Instant): EditResult {
  const old = incident.timeline.find(({ id }) => id === entryId);
  if (!old) return refused({ code: 'unknownEntry' });
  return replaceEntryIn(incident, { ...old, deletedAt: now }, now);
}

function withTimeline(incident: Incident, timeline: Entry[], now: Instant): EditResult {
  const refusal = checkTimeline(timeline, now);
  if (refusal) return refused(refusal);
  return { ok: true, value: { ...incident, timeline, updatedAt: nextUpdatedAt(incident, now) } };
}
