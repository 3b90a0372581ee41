import { pagesIn } from '@/domain/paging/pagesIn';
import type { MetricAccumulator } from './metricAccumulator';
import type { Scope } from './nightFacts';
import { type Summary, summarize } from './percentiles';
import { replyTo } from './replies';

/** What came of the pages to a caregiver's phone. */
export interface Pages {
  /** All pages, also those that nobody has answered yet. */
  sent: number;
  /** Of those, the ones for which a phone said that it rang. */
  delivered: number;
  /** Of those sent, the ones that were answered with "I can't". */
  declined: number;
  /** Minutes from the page until the caregiver was up or tried a remedy. */
  answer: Summary;
}

/**
 * Returns, for every caregiver, what came of the pages to their phone, over counted incidents. It
 * is undefined if nobody in the list was paged. How many pages were answered is in `escalations`.
 * Answers of which either time is estimated are left out of `answer`.
 * Source: docs/metrics.md, `pages`.
 *
 * @example page to Dad 2:44:00, delivered 2:44:02, Dad is up 2:44:30 → sent 1, delivered 1,
 * declined 0, answer 0.5 minutes
 */
export function pages({ caregivers }: Scope): MetricAccumulator<{ byCaregiver: Record<string, Pages> } | undefined> {
  const tallies = new Map(
    caregivers.map(({ id }) => [id, { sent: 0, delivered: 0, declined: 0, answersMs: [] as number[] }]),
  );
  let wasAnybodyPaged = false;
  return {
    add({ counted }) {
      for (const { entries, wasEscalated } of counted) {
        if (!wasEscalated) continue;
        for (const { escalated, deliveredAt } of pagesIn({ entries })) {
          const tally = tallies.get(escalated.to);
          if (!tally) continue;
          wasAnybodyPaged = true;
          tally.sent += 1;
          if (deliveredAt !== null) tally.delivered += 1;
          const reply = replyTo(entries, escalated);
          if (reply?.kind === 'noResponse' && reply.declined) tally.declined += 1;
          const isUp = reply?.kind === 'acknowledged' || reply?.kind === 'remedy';
          if (isUp && !reply.estimated && !escalated.estimated) tally.answersMs.push(reply.at - escalated.at);
        }
      }
    },
    value: () =>
      wasAnybodyPaged
        ? {
            byCaregiver: Object.fromEntries(
              [...tallies].map(([id, { answersMs, ...counts }]) => [id, { ...counts, answer: summarize(answersMs) }]),
            ),
          }
        : undefined,
  };
}
