import { onCallOf, primaryLookup } from '@/domain/rota';
import { MINUTE_MS } from '@/lib/time';
import { totalMs } from './intervals';
import type { MetricAccumulator } from './metricAccumulator';
import type { Scope } from './nightFacts';
import { share } from './percentiles';

/** Who carries the night. */
export interface Load {
  byCaregiver: Record<string, { share: number | null; awakeMinutes: number }>;
  fairness: number | null;
  rotaAdherence: number | null;
}

/**
 * Each caregiver's share of all interventions (0 to 1, null without any) and minutes awake within the observed windows; every caregiver.
 *
 * `fairness`: Jain's index of the interventions over caregivers that are not archived, (Σx)² ÷ (n·Σx²): 1 where all do the
 * same, 1 ÷ n where one does everything, null without any. From R. Jain et al., 1984, on sharing a network.
 *
 * `rotaAdherence`: of the counted incidents that somebody responded to while somebody was primary on call, the share in which
 * that one was the first to; null without any.
 *
 * Source: metrics.md, `load`.
 * @example Mum 2 interventions, Dad none → shares 1 and 0, fairness 4 ÷ (2·4) = 0.5
 */
export function load({ caregivers, household }: Scope): MetricAccumulator<Load> {
  const parts = new Map(caregivers.map(({ id }) => [id, { interventions: 0, awakeMs: 0 }]));
  const rota = { planned: 0, followed: 0 };
  return {
    add(night) {
      for (const { interventions } of night.counted) {
        for (const { by } of interventions) {
          const part = parts.get(by);
          if (part) part.interventions += 1;
        }
      }
      for (const [id, part] of parts) part.awakeMs += totalMs(night.awakeByCaregiver.get(id) ?? []);
      const shift = onCallOf(night, household);
      if (!shift) return;
      const primaryAt = primaryLookup(shift, night.night, household.timeZone);
      for (const { detected, interventions } of night.counted) {
        const [first] = interventions;
        const primary = primaryAt(detected.at);
        if (!first || !primary) continue;
        rota.planned += 1;
        if (first.by === primary) rota.followed += 1;
      }
    },
    value() {
      const all = [...parts.values()].reduce((sum, { interventions }) => sum + interventions, 0);
      const onDuty = caregivers.filter(({ archived }) => !archived);
      return {
        byCaregiver: Object.fromEntries(
          [...parts].map(([id, { interventions, awakeMs }]) => [
            id,
            { share: share(interventions, all), awakeMinutes: awakeMs / MINUTE_MS },
          ]),
        ),
        fairness: jain(onDuty.map(({ id }) => parts.get(id)?.interventions ?? 0)),
        rotaAdherence: share(rota.followed, rota.planned),
      };
    },
  };
}

function jain(counts: readonly number[]): number | null {
  const sum = counts.reduce((total, count) => total + count, 0);
  const squares = counts.reduce((total, count) => total + count * count, 0);
  return share(sum * sum, counts.length * squares);
}
