import type { EntryOf } from '@/domain/rows/incident';
import { isResponse } from '@/domain/timeline/response';
import type { MetricAccumulator } from './metricAccumulator';
import type { IncidentFacts, Scope } from './nightFacts';
import { share } from './percentiles';
import { replyTo } from './replies';

/** How often somebody tried to wake a caregiver, and how often the caregiver got up. */
export interface Escalations {
  attempts: number;
  answered: number;
  /** answered ÷ attempts, 0 to 1; null without an attempt. */
  rate: number | null;
}

/** The attempts by voice, and those by a page to the caregiver's phone. */
export interface EscalationsByVia {
  voice: Escalations;
  page: Escalations;
}

export interface EscalationFigures {
  /** All attempts, by voice and by page. */
  byCaregiver: Record<string, Escalations>;
  /** The same attempts apart; there only if somebody in the list was paged. */
  byVia?: Record<string, EscalationsByVia>;
}

interface Tally {
  attempts: number;
  answered: number;
}

/**
 * Returns, for every caregiver, how many attempts to wake them were answered, over counted
 * incidents. An attempt is answered if the next thing that this caregiver did in the incident is a
 * response. An attempt is not answered if the caregiver did not wake or could not come, or if the
 * incident ended without them. While the incident is open and the caregiver has done nothing, the
 * attempt is left out. "Settled alone" is no response of the caregiver who tapped it.
 * Source: metrics.md, `escalations`. In on-call terms an attempt is a step of an escalation policy,
 * and the rate is the acknowledgement rate.
 *
 * @example escalated to Dad 2:44, Dad didn't wake 2:46, escalated to Dad 2:47, Dad is up 2:48 →
 * attempts 2, answered 1
 */
export function escalations({ caregivers }: Scope): MetricAccumulator<EscalationFigures> {
  const tallies = new Map(caregivers.map(({ id }) => [id, { voice: newTally(), page: newTally() }]));
  let wasAnybodyPaged = false;
  return {
    add({ counted }) {
      for (const facts of counted) {
        if (!facts.wasEscalated) continue;
        for (const entry of facts.entries) {
          const tally = entry.kind === 'escalated' ? tallies.get(entry.to) : undefined;
          if (!tally || entry.kind !== 'escalated') continue;
          wasAnybodyPaged ||= entry.via === 'page';
          const answered = wasAnswered(facts, entry);
          if (answered === null) continue;
          tally[entry.via].attempts += 1;
          if (answered) tally[entry.via].answered += 1;
        }
      }
    },
    value: () => ({
      byCaregiver: Object.fromEntries(
        [...tallies].map(([id, { voice, page }]) => [
          id,
          withRate({ attempts: voice.attempts + page.attempts, answered: voice.answered + page.answered }),
        ]),
      ),
      ...(wasAnybodyPaged && {
        byVia: Object.fromEntries(
          [...tallies].map(([id, { voice, page }]) => [id, { voice: withRate(voice), page: withRate(page) }]),
        ),
      }),
    }),
  };
}

const newTally = (): Tally => ({ attempts: 0, answered: 0 });

const withRate = ({ attempts, answered }: Tally): Escalations => ({
  attempts,
  answered,
  rate: share(answered, attempts),
});

/** Returns whether a call was answered; null while that is not known. */
function wasAnswered({ entries, resolution }: IncidentFacts, call: EntryOf<'escalated'>): boolean | null {
  const reply = replyTo(entries, call);
  if (reply) return isResponse(reply);
  return resolution ? false : null;
}
