import { type Refusal, refused } from '@/domain/refusal';
import type { Entry, Incident } from '@/domain/rows/incident';
import { addMs, type Instant } from '@/lib/time';
import { checkTimeline } from './checkTimeline';
import { insertToldEntry } from './insertEntry';

/** The changed row, or the reason why it was not changed. */
export type EditResult = { ok: true; value: Incident } | { ok: false; refusal: Refusal };

/**
 * Returns the `updatedAt` of a write: `now`, or one millisecond after the row's last `updatedAt` if
 * the clock was set back in between. In a merge the later version wins, and a correction must not
 * lose to what it corrects.
 */
export const nextUpdatedAt = (row: { updatedAt: Instant }, now: Instant): Instant =>
  now > row.updatedAt ? now : addMs(row.updatedAt, 1);

/**
 * Returns the incident with one more entry, or the rule that it would break. An entry that is there
 * already changes nothing, because a pending write may be applied twice.
 */
export function addEntryTo(incident: Incident, entry: Entry, now: Instant): EditResult {
  if (incident.timeline.some(({ id }) => id === entry.id)) return { ok: true, value: incident };
  return withTimeline(incident, insertToldEntry(incident.timeline, entry), now);
}

/**
 * Returns the incident with `changed` in place of the entry with the same id, or the rule that it
 * would break. If the time of the entry changed, its place in the timeline may change, too.
 */
export function replaceEntryIn(incident: Incident, changed: Entry, now: Instant): EditResult {
  const old = incident.timeline.find(({ id }) => id === changed.id);
  if (!old) return refused({ code: 'unknownEntry' });
  const stamped = { ...changed, updatedAt: nextUpdatedAt(old, now) };
  const timeline =
    old.at === changed.at
      ? incident.timeline.map((entry) => (entry === old ? stamped : entry))
      : insertToldEntry(
          incident.timeline.filter((entry) => entry !== old),
          stamped,
        );
  return withTimeline(incident, timeline, now);
}

/**
 * Returns the incident with an entry marked as deleted, or the rule that it would break. The entry
 * stays in the row, so that the deletion can be undone and merged.
 */
export function removeEntryFrom(incident: Incident, entryId: string, now: Instant): EditResult {
  const old = incident.timeline.find(({ id }) => id === entryId);
  if (!old) return refused({ code: 'unknownEntry' });
  return replaceEntryIn(incident, { ...old, deletedAt: now }, now);
}

function withTimeline(incident: Incident, timeline: Entry[], now: Instant): EditResult {
  const refusal = checkTimeline(timeline, now, incident.timeline);
  if (refusal) return refused(refusal);
  return { ok: true, value: { ...incident, timeline, updatedAt: nextUpdatedAt(incident, now) } };
}
