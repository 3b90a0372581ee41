import type { Refusal } from './refusal';
import type { Incident } from './rows/incident';
import { foldTimeline } from './timeline/foldTimeline';

/**
 * Finds another incident of the same child that overlaps with this one. An incident lasts from its
 * detection to its last resolution, and has no end while it is open. Deleted incidents never
 * overlap.
 *
 * @returns a refusal with the times of the other incident, or null if there is no overlap
 */
export function findOverlap(incident: Incident, others: readonly Incident[]): Refusal | null {
  const mine = foldTimeline(incident.timeline);
  if (!mine || incident.deletedAt !== null) return null;
  const myEnd = mine.resolution?.at ?? Number.POSITIVE_INFINITY;
  for (const other of others) {
    if (other.id === incident.id || other.childId !== incident.childId || other.deletedAt !== null) continue;
    const theirs = foldTimeline(other.timeline);
    if (!theirs) continue;
    const theirEnd = theirs.resolution?.at ?? Number.POSITIVE_INFINITY;
    if (mine.detectedAt < theirEnd && theirs.detectedAt < myEnd) {
      return { code: 'overlaps', detectedAt: theirs.detectedAt, resolvedAt: theirs.resolution?.at ?? null };
    }
  }
  return null;
}
