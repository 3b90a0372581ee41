import type { Entry, EntryOf } from '@/domain/rows/incident';
import type { IncidentState } from '@/domain/timeline/foldTimeline';
import { isResponse } from '@/domain/timeline/response';
import type { Instant } from '@/lib/time';
import { isPage } from './isPage';

/** What came of a page. */
export interface PageAnswer {
  /**
   * - `up`: the caregiver is up.
   * - `declined`: "I can't".
   * - `silent`: the time passed without a word.
   * - `somebodyElse`: another caregiver got up, so nobody need answer any more.
   * - `takenBack`: the child is asleep again.
   */
  kind: 'up' | 'declined' | 'silent' | 'somebodyElse' | 'takenBack';
  at: Instant;
}

/** A page: a caregiver's phone was to ring. */
export interface Page {
  escalated: EntryOf<'escalated'>;
  /** When a phone of the caregiver rang; null if none has said so. */
  deliveredAt: Instant | null;
  /** Null while an answer is missing. */
  answer: PageAnswer | null;
}

/**
 * Returns the pages of an incident in their order, each with what came of it. What is said after
 * another page to the same caregiver belongs to that one.
 *
 * @param needsSecondAdult whether one adult who is up is not enough, as with two children awake:
 *   then a page is not over when somebody else gets up
 * @example page to Dad 2:44:00, delivered 2:44:02, Dad is up 2:44:30 → deliveredAt 2:44:02, up
 */
export function pagesIn({ entries }: Pick<IncidentState, 'entries'>, needsSecondAdult = false): Page[] {
  return entries.flatMap((entry, index) => {
    if (!isPage(entry)) return [];
    const later = entries.slice(index + 1);
    const nextIndex = later.findIndex((other) => isPage(other) && other.to === entry.to);
    const said = nextIndex < 0 ? later : later.slice(0, nextIndex);
    const delivered = said.find((other) => other.kind === 'delivered' && other.to === entry.to);
    return [{ escalated: entry, deliveredAt: delivered?.at ?? null, answer: answerIn(said, entry, needsSecondAdult) }];
  });
}

/**
 * Returns what came of a call to a caregiver, by voice or by page; null while an answer is missing.
 *
 * @param said the entries after the call that belong to it
 */
export function answerIn(
  said: readonly Entry[],
  { to }: EntryOf<'escalated'>,
  needsSecondAdult: boolean,
): PageAnswer | null {
  for (const entry of said) {
    const kind = answerOf(entry, to, needsSecondAdult);
    if (kind) return { kind, at: entry.at };
  }
  return null;
}

function answerOf(entry: Entry, to: string, needsSecondAdult: boolean): PageAnswer['kind'] | null {
  if (isResponse(entry) && entry.by === to) return 'up';
  if (entry.kind === 'noResponse' && entry.by === to) return entry.declined ? 'declined' : 'silent';
  if (entry.kind === 'resolved') return 'takenBack';
  return entry.kind === 'acknowledged' && !needsSecondAdult ? 'somebodyElse' : null;
}
