import type { Refusal } from './refusal';
import type { Incident } from './rows/incident';
import { foldTimeline } from './timeline/foldTimeline';

/**
 * Whether an incident can stand beside the others of its child: a child is awake once at a time. An incident takes up all the time
 * from its detection to its last resolution, or to no end while it is open.
 *
 * @returns the sentence's refusal with the other incident's times, or null
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
