import { nextUpdatedAt } from '@/domain/timeline/editTimeline';
import type { Instant } from '@/lib/time';

/** Returns a deleted row as it was before. */
export const broughtBack = <Row extends { updatedAt: Instant; deletedAt: Instant | null }>(
  row: Row,
  now: Instant,
): Row => ({ ...row, deletedAt: null, updatedAt: nextUpdatedAt(row, now) });
