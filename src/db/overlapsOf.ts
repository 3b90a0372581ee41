import { findOverlap } from '@/domain/overlap';
import type { Incident } from '@/domain/rows/incident';
import type { Instant } from '@/lib/time';
import type { InfernalDatabase } from './database';
import { readChildIncidentsAround } from './queries';

/**
 * Returns the ids of the incidents that this one overlaps. An incident left open on one phone
 * overlaps everything logged on another phone since.
 */
export async function overlapsOf(db: InfernalDatabase, incident: Incident | null, now: Instant): Promise<string[]> {
  if (!incident) return [];
  const others = await readChildIncidentsAround(db, incident);
  return others.filter((candidate) => findOverlap(incident, [candidate], now) !== null).map(({ id }) => id);
}
