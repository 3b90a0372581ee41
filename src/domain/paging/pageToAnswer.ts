import type { EntryOf, Incident } from '@/domain/rows/incident';
import type { Runbook } from '@/domain/rows/others';
import type { FoldedIncident } from '@/domain/tonight';
import { addMs, type Instant, SECOND_MS } from '@/lib/time';
import type { Page } from './pagesIn';
import { pagesOf } from './pagesOf';

/** A step without a time of its own waits for an answer; a phone that rings must end some time. */
const RING_SECONDS = 120;

/** A page that a caregiver has not answered. */
export interface PageToAnswer {
  open: FoldedIncident;
  page: Page;
  /** When the next level is woken instead; the phone rings until then. */
  ringsUntil: Instant;
}

/**
 * Returns the page that a caregiver is to answer: the latest one in an open incident that has no
 * answer; null if there is none. It is still there when its time is over, because a caregiver may
 * get up late.
 */
export function pageToAnswer(
  folded: readonly FoldedIncident[],
  runbooks: readonly Runbook[],
  caregiverId: string,
): PageToAnswer | null {
  const pages = folded
    .filter(({ state }) => state.isOpen)
    .flatMap((open) =>
      pagesOf(open, runbooks)
        .filter(({ escalated, answer }) => escalated.to === caregiverId && answer === null)
        .map((page) => ({ open, page, ringsUntil: ringsUntil(page.escalated, open.incident, runbooks) })),
    );
  return pages.sort((a, b) => a.page.escalated.at - b.page.escalated.at).at(-1) ?? null;
}

/** Returns when a page stops ringing: when its step of the runbook is over. */
export const ringsUntil = (page: EntryOf<'escalated'>, incident: Incident, runbooks: readonly Runbook[]): Instant =>
  addMs(page.at, (secondsOf(page, incident, runbooks) ?? RING_SECONDS) * SECOND_MS);

const secondsOf = ({ level }: EntryOf<'escalated'>, { runbookId }: Incident, runbooks: readonly Runbook[]) =>
  runbooks
    .find(({ id }) => id === runbookId)
    ?.steps.find((step) => step.kind === 'escalate' && (step.level ?? 1) === level)?.seconds;
