import { findOverlap } from '@/domain/overlap';
import type { Refusal } from '@/domain/refusal';
import type { Incident } from '@/domain/rows/incident';
import { parseRow } from '@/domain/rows/parseRow';
import { checkTimeline } from '@/domain/timeline/checkTimeline';
import type { Instant } from '@/lib/time';
import type { InfernalDatabase } from './database';
import { readChildIncidentsAround } from './queries';

/**
 * Checks an incident before it is written: its schema, its timeline, and the other incidents of the
 * same child. Returns the reason for a refusal, or null if the incident may be written. An incident
 * that is marked deleted is always accepted.
 *
 * @param allowedOverlapIds the ids of incidents that it may overlap, because it did so before
 */
export async function checkIncident(
  db: InfernalDatabase,
  incident: Incident,
  now: Instant,
  allowedOverlapIds: readonly string[] = [],
): Promise<Refusal | null> {
  if (incident.deletedAt !== null) return null;
  const parsed = parseRow('incidents', incident);
  if (!parsed.ok)
    return parsed.broken.path.endsWith('note') || parsed.broken.path.endsWith('text')
      ? { code: 'textTooLong' }
      : { code: 'badValue', path: parsed.broken.path };
  const broken = checkTimeline(incident.timeline, now);
  if (broken) return broken;
  const others = await readChildIncidentsAround(db, incident);
  return findOverlap(
    incident,
    others.filter(({ id }) => !allowedOverlapIds.includes(id)),
  );
}
