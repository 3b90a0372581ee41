import { findOverlap } from '@/domain/overlap';
import type { Refusal } from '@/domain/refusal';
import type { Incident } from '@/domain/rows/incident';
import { parseRow } from '@/domain/rows/parseRow';
import { ANY_TIME, checkTimeline } from '@/domain/timeline/checkTimeline';
import type { Instant } from '@/lib/time';
import type { InfernalDatabase } from './database';
import { readChildIncidentsAround } from './queries';

interface CheckOptions {
  before?: Incident;
  allowedOverlapIds?: readonly string[] | undefined;
  allowFuture?: boolean;
}

/**
 * Checks an incident before it is written: its schema, its timeline, and the other incidents of the
 * same child. Returns the reason for a refusal, or null if the incident may be written. An incident
 * that is marked deleted is always accepted.
 *
 * @param before the stored incident, if this is a change of it. What it has in the future may stay
 *   there, and it may overlap what it overlapped before.
 * @param allowedOverlapIds the ids of further incidents that it may overlap
 * @param allowFuture whether it may have any time, as after an undo
 */
export async function checkIncident(
  db: InfernalDatabase,
  incident: Incident,
  now: Instant,
  { before, allowedOverlapIds = [], allowFuture = false }: CheckOptions = {},
): Promise<Refusal | null> {
  if (incident.deletedAt !== null) return null;
  const parsed = parseRow('incidents', incident);
  if (!parsed.ok)
    return parsed.broken.path.endsWith('note') || parsed.broken.path.endsWith('text')
      ? { code: 'textTooLong' }
      : { code: 'badValue', path: parsed.broken.path };
  const broken = checkTimeline(incident.timeline, allowFuture ? ANY_TIME : now, before?.timeline);
  if (broken) return broken;
  const others = await readChildIncidentsAround(db, incident);
  const isAllowed = (other: Incident) =>
    allowedOverlapIds.includes(other.id) || (before !== undefined && findOverlap(before, [other], now) !== null);
  return findOverlap(
    incident,
    others.filter((other) => !isAllowed(other)),
    now,
  );
}
