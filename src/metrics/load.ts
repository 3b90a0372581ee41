import { MINUTE_MS } from '@/lib/time';
import { totalMs } from './intervals';
import { onCallOf, primaryOf } from './onCall';
import { share } from './percentiles';
import type { Reading } from './reading';

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
export function load({ observed, counted, caregivers, household }: Reading): Load {
  const interventions = new Map(caregivers.map(({ id }) => [id, 0]));
  for (const reading of counted) {
    for (const { caregiverId } of reading.interventions) {
      const known = interventions.get(caregiverId);
      if (known !== undefined) interventions.set(caregiverId, known + 1);
    }
  }
  const all = [...interventions.values()].reduce((sum, count) => sum + count, 0);
  const awakeMs = (id: string) =>
    observed.reduce((sum, { awakeByCaregiver }) => sum + totalMs(awakeByCaregiver.get(id) ?? []), 0);

  let followed = 0;
  let planned = 0;
  for (const night of observed) {
    const shift = onCallOf(night, household);
    if (!shift) continue;
    const primaryAt = primaryOf(shift, night.night, household.timeZone);
    for (const { state, interventions: parts } of night.counted) {
      const [first] = parts;
      const primary = primaryAt(state.detectedAt);
      if (!first || !primary) continue;
      planned += 1;
      if (first.caregiverId === primary) followed += 1;
    }
  }

  return {
    byCaregiver: Object.fromEntries(
      caregivers.map(({ id }) => [
        id,
        { share: share(interventions.get(id) ?? 0, all), awakeMinutes: awakeMs(id) / MINUTE_MS },
      ]),
    ),
    fairness: jain(caregivers.filter(({ archived }) => !archived).map(({ id }) => interventions.get(id) ?? 0)),
    rotaAdherence: share(followed, planned),
  };
}

function jain(counts: readonly number[]): number | null {
  const sum = counts.reduce((total, count) => total + count, 0);
  const squares = counts.reduce((total, count) => total + count * count, 0);
  return share(sum * sum, counts.length * squares);
}
