import { earlierOf, type Instant, laterOf } from '@/lib/time';
import type { Refusal } from './refusal';
import type { Incident } from './rows/incident';
import { foldTimeline, type IncidentState } from './timeline/foldTimeline';

/**
 * Finds another incident of the same child that overlaps with this one. An incident lasts from its
 * detection to its last resolution, but at most until `now`: what a wrong clock has dated after
 * `now` must not refuse a child who is awake now. Two open incidents always overlap. Deleted
 * incidents never do.
 *
 * @returns a refusal with the times of the other incident, or null if there is no overlap
 */
export function findOverlap(incident: Incident, others: readonly Incident[], now: Instant): Refusal | null {
  const mine = foldTimeline(incident.timeline);
  if (!mine || incident.deletedAt !== null) return null;
  for (const other of others) {
    if (other.id === incident.id || other.childId !== incident.childId || other.deletedAt !== null) continue;
    const theirs = foldTimeline(other.timeline);
    if (!theirs) continue;
    const areBothOpen = mine.isOpen && theirs.isOpen;
    if (areBothOpen || (mine.detectedAt < endOf(theirs, now) && theirs.detectedAt < endOf(mine, now))) {
      return { code: 'overlaps', detectedAt: theirs.detectedAt, resolvedAt: theirs.resolution?.at ?? null };
    }
  }
  return null;
}

/** What a wrong clock has dated after `now` is no part of an incident, except its detection. */
const endOf = ({ resolution, detectedAt }: IncidentState, now: Instant): Instant => {
  const latest = laterOf(detectedAt, now);
  return resolution ? earlierOf(resolution.at, latest) : latest;
};
