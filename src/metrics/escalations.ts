import { isResponse } from '@/domain/timeline/response';
import type { MetricAccumulator } from './metricAccumulator';
import type { IncidentFacts, Scope } from './nightFacts';
import { share } from './percentiles';

/** How often somebody tried to wake a caregiver, and how often the caregiver got up. */
export interface Escalations {
  attempts: number;
  answered: number;
  /** answered ÷ attempts, 0 to 1; null without an attempt. */
  rate: number | null;
}

/**
 * Returns, for every caregiver, how many attempts to wake them were answered, over counted
 * incidents. An attempt is answered if the next thing that this caregiver did in the incident is a
 * response. An attempt is not answered if the caregiver did not wake, or if the incident ended
 * without them. While the incident is open and the caregiver has done nothing, the attempt is left
 * out. "Settled alone" is no response of the caregiver who tapped it.
 * Source: metrics.md, `escalations`. In on-call terms an attempt is a step of an escalation policy,
 * and the rate is the acknowledgement rate.
 *
 * @example escalated to Dad 2:44, Dad didn't wake 2:46, escalated to Dad 2:47, Dad is up 2:48 →
 * attempts 2, answered 1
 */
export function escalations({ caregivers }: Scope): MetricAccumulator<{ byCaregiver: Record<string, Escalations> }> {
  const byCaregiver = new Map(caregivers.map(({ id }) => [id, { attempts: 0, answered: 0 }]));
  return {
    add({ counted }) {
      for (const facts of counted) {
        if (!facts.wasEscalated) continue;
        for (const [index, entry] of facts.entries.entries()) {
          const tally = entry.kind === 'escalated' ? byCaregiver.get(entry.to) : undefined;
          if (!tally || entry.kind !== 'escalated') continue;
          const answered = wasAnswered(facts, entry.to, index);
          if (answered === null) continue;
          tally.attempts += 1;
          if (answered) tally.answered += 1;
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

/**
 * Returns whether the escalation at `index` of the entries was answered; null while that is not
 * known.
 */
function wasAnswered({ entries, resolution }: IncidentFacts, caregiverId: string, index: number): boolean | null {
  const next = entries.find(
    (entry, candidateIndex) =>
      candidateIndex > index && (isResponse(entry) || entry.kind === 'noResponse') && entry.by === caregiverId,
  );
  if (next) return isResponse(next);
  return resolution ? false : null;
}
