import { isResponse } from '@/domain/timeline/response';
import type { MetricAccumulator } from './metricAccumulator';
import type { IncidentFacts, Scope } from './nightFacts';
import { share } from './percentiles';

/** Attempts to wake a caregiver, and how many of them did. */
export interface Escalations {
  attempts: number;
  answered: number;
  /** answered ÷ attempts, 0 to 1; null without an attempt. */
  rate: number | null;
}

/**
 * Whether waking somebody wakes them. Over counted incidents, by caregiver who was to be woken; every caregiver. An attempt is
 * answered if the next thing that caregiver is said to have done in that incident is a response; it is not if they did not
 * wake, or if the incident ended without them. While it is open and they have said nothing, the attempt is left out. Their tap on
 * "Settled alone" says nothing of them.
 * Source: metrics.md, `escalations`. On call this is an escalation policy's step, and the rate its acknowledgement rate.
 *
 * @example escalated to Dad 2:44, Dad didn't wake 2:46, escalated to Dad 2:47, Dad is up 2:48 → attempts 2, answered 1
 */
export function escalations({ caregivers }: Scope): MetricAccumulator<{ byCaregiver: Record<string, Escalations> }> {
  const byCaregiver = new Map(caregivers.map(({ id }) => [id, { attempts: 0, answered: 0 }]));
  return {
    add({ counted }) {
      for (const reading of counted) {
        if (!reading.wasEscalated) continue;
        for (const [place, entry] of reading.entries.entries()) {
          const figures = entry.kind === 'escalated' ? byCaregiver.get(entry.to) : undefined;
          if (!figures || entry.kind !== 'escalated') continue;
          const answered = wasAnswered(reading, entry.to, place);
          if (answered === null) continue;
          figures.attempts += 1;
          if (answered) figures.answered += 1;
        }
      }
    },
    value: () => ({
      byCaregiver: Object.fromEntries(
        [...byCaregiver].map(([id, { attempts, answered }]) => [
          id,
          { attempts, answered, rate: share(answered, attempts) },
        ]),
      ),
    }),
  };
}

/** Whether the escalation at a place of the timeline was answered; null while nobody knows. */
function wasAnswered({ entries, resolution }: IncidentFacts, caregiverId: string, place: number): boolean | null {
  const next = entries.find(
    (entry, index) => index > place && (isResponse(entry) || entry.kind === 'noResponse') && entry.by === caregiverId,
  );
  if (next) return isResponse(next);
  return resolution ? false : null;
}
