import { handoverOf, onCallOf } from '@/domain/rota';
import { intersect } from './intervals';
import type { MetricAccumulator } from './metricAccumulator';
import type { Scope } from './nightFacts';
import { share } from './percentiles';

/**
 * Returns, for every caregiver, the planned share of the hours on call, 0 to 1: the time in which
 * the caregiver was primary, divided by the time in which anybody was, over the observed windows.
 * All shares are null when nobody was ever primary. A hand-over divides a window.
 *
 * @example 20:00 to 7:00, Dad until 3:00, then Mum → Dad 7 ÷ 11, Mum 4 ÷ 11
 */
export function plannedLoad({ caregivers, household }: Scope): MetricAccumulator<Record<string, number | null>> {
  const onCallMs = new Map(caregivers.map(({ id }) => [id, 0]));
  let plannedMs = 0;
  const addTime = (caregiverId: string | null, ms: number) => {
    if (caregiverId === null) return;
    plannedMs += ms;
    // The rota may still name a caregiver who was deleted.
    const totalMs = onCallMs.get(caregiverId);
    if (totalMs !== undefined) onCallMs.set(caregiverId, totalMs + ms);
  };
  return {
    add(night) {
      const { window } = night;
      const shift = onCallOf(night, household);
      if (!shift) return;
      const handover = handoverOf(shift, night.night, household);
      if (handover === null) return addTime(shift.primary, window.to - window.from);
      const before = intersect({ from: window.from, to: handover }, window);
      const after = intersect({ from: handover, to: window.to }, window);
      addTime(shift.primary, before ? before.to - before.from : 0);
      addTime(shift.secondary, after ? after.to - after.from : 0);
    },
    value: () => Object.fromEntries([...onCallMs].map(([id, ms]) => [id, share(ms, plannedMs)])),
  };
}
