import { useMemo } from 'react';
import type { RasterNight } from '@/domain/rasterNight';
import { useHousehold } from '@/hooks/household';
import type { Up } from './types';

/** Whose patterns the picture needs: everybody who is still there, and who was up in it. */
export function useUp(nights: readonly RasterNight[]): Up[] {
  const { caregivers } = useHousehold();
  return useMemo(() => {
    const seen = new Set(nights.flatMap(({ pieces }) => pieces.flatMap(({ by }) => by)));
    return caregivers
      .map(({ id, name, color, archived }, place) => ({ id, name, color, place, archived }))
      .filter(({ id, archived }) => !archived || seen.has(id));
  }, [nights, caregivers]);
}
