import type { PageAnswer } from '@/domain/paging/pagesIn';
import { pagesOf } from '@/domain/paging/pagesOf';
import type { Entry } from '@/domain/rows/incident';
import type { Runbook } from '@/domain/rows/others';
import type { FoldedIncident } from '@/domain/tonight';
import { type Instant, MINUTE_MS } from '@/lib/time';

/** How long the watch says what came of a page. */
const TOLD_MS = 15 * MINUTE_MS;

/** What came of the last page to a caregiver. */
export interface PageEnd {
  kind: PageAnswer['kind'];
  childId: string;
  /** Who got up, or is woken, instead; null if nobody, or if nobody knows. */
  otherId: string | null;
}

interface PageEndOptions {
  folded: readonly FoldedIncident[];
  runbooks: readonly Runbook[];
  caregiverId: string;
  now: Instant;
}

/**
 * Returns what came of the last page to a caregiver, for a quarter of an hour after its answer.
 * Null if there is none.
 */
export function lastPageEnd({ folded, runbooks, caregiverId, now }: PageEndOptions): PageEnd | null {
  const ends = folded.flatMap((one) =>
    pagesOf(one, runbooks).flatMap(({ escalated, answer }) => {
      const { incident, state } = one;
      if (escalated.to !== caregiverId || answer === null || now - answer.at >= TOLD_MS) return [];
      const later = state.entries.slice(state.entries.indexOf(escalated) + 1);
      const otherId = answer.kind === 'somebodyElse' ? gotUp(later, caregiverId) : wokenNext(later, caregiverId);
      return [{ at: answer.at, end: { kind: answer.kind, childId: incident.childId, otherId } }];
    }),
  );
  return ends.sort((a, b) => a.at - b.at).at(-1)?.end ?? null;
}

function gotUp(later: readonly Entry[], caregiverId: string): string | null {
  const entry = later.find((other) => other.kind === 'acknowledged' && other.by !== caregiverId);
  return entry?.kind === 'acknowledged' ? entry.by : null;
}

function wokenNext(later: readonly Entry[], caregiverId: string): string | null {
  const entry = later.find((other) => other.kind === 'escalated' && other.to !== caregiverId);
  return entry?.kind === 'escalated' ? entry.to : null;
}
