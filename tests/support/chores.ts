import type { Chore } from '@/domain/rows/others';
import type { Instant } from '@/lib/time';

/** A chore of half an hour that is not paid yet. */
export const chore = (title: string, deferredAt: Instant, more: Partial<Chore> = {}): Chore => ({
  id: title,
  updatedAt: deferredAt,
  deletedAt: null,
  title,
  effortMinutes: 30,
  deferredAt,
  paidAt: null,
  ...more,
});
