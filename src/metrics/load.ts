import { onCallOf, primaryLookup } from '@/domain/rota';
import { MINUTE_MS } from '@/lib/time';
import { totalMs } from './intervals';
import type { MetricAccumulator } from './metricAccumulator';
import type { Scope } from './nightFacts';
import { share } from './percentiles';

/** How the interventions and the minutes awake are divided between the caregivers. */
export interface Load {
  byCaregiver: Record<string, { share: number | null; awakeMinutes: number }>;
  fairness: number | null;
  rotaAdherence: number | null;
}

/**
 * Returns, for every caregiver, the share of all interventions (0 to 1, null without interventions)
 * and the minutes awake within the observed windows.
 *
 * `fairness` is Jain's index of the interventions of all caregivers who are not archived, (Σx)²
 * ÷ (n·Σx²). It is 1 when all of them do the same, 1 ÷ n when one of them does everything, and
 * null without interventions. The index is from R. Jain et al., 1984, on sharing a network.
 *
 * `rotaAdherence` is a share of the counted incidents that somebody responded to while the rota had
 * a primary: those to which the primary responded first. It is null without such an incident.
 *
 * Source: metrics.md, `load`.
 * @example Mum 2 interventions, Dad none → shares 1 and 0, fairness 4 ÷ (2·4) = 0.5
 */
export function load({ caregivers, household }: Scope): MetricAccumulator<Load> {
  const tallies = new Map(caregivers.map(({ id }) => [id, { interventions: 0, awakeMs: 0 }]));
  const rota = { planned: 0, followed: 0 };
  return {
    add(night) {
      for (const { interventions } of night.counted) {
        for (const { by } of interventions) {
          const tally = tallies.get(by);
          if (tally) tally.interventions += 1;
        }
      }
      for (const [id, tally] of tallies) tally.awakeMs += totalMs(night.awakeByCaregiver.get(id) ?? []);
      const shift = onCallOf(night, household);
      if (!shift) return;
      const primaryAt = primaryLookup(shift, night.night, household);
      for (const { detected, interventions } of night.counted) {
        const [firstIntervention] = interventions;
        const primary = primaryAt(detected.at);
        if (!firstIntervention || !primary) continue;
        rota.planned += 1;
        if (firstIntervention.by === primary) rota.followed += 1;
      }
    },
    value() {
      const totalInterventions = [...tallies.values()].reduce((sum, { interventions }) => sum + interventions, 0);
      const activeCaregivers = caregivers.filter(({ archived }) => !archived);
      return {
        byCaregiver: Object.fromEntries(
          [...tallies].map(([id, { interventions, awakeMs }]) => [
            id,
            { share: share(interventions, totalInterventions), awakeMinutes: awakeMs / MINUTE_MS },
          ]),
        ),
        fairness: jainIndex(activeCaregivers.map(({ id }) => tallies.get(id)?.interventions ?? 0)),
        rotaAdherence: share(rota.followed, rota.planned),
      };
    },
  };
}

function jainIndex(counts: readonly number[]): number | null {
  const sum = counts.reduce((total, count) => total + count, 0);
  const squares = counts.reduce((total, count) => total + count * count, 0);
  return share(sum * sum, counts.length * squares);
}
