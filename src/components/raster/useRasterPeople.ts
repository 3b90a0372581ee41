import { useMemo } from 'react';
import type { RasterNight } from '@/domain/rasterNight';
import { useHousehold } from '@/hooks/useHousehold';
import type { RasterPerson } from './types';

/**
 * Returns the people whose patterns the picture needs: all active caregivers, and everybody who was
 * up in one of the nights.
 */
export function useRasterPeople(nights: readonly RasterNight[]): RasterPerson[] {
  const { caregivers } = useHousehold();
  return useMemo(() => {
    const responderIds = new Set(nights.flatMap(({ pieces }) => pieces.flatMap(({ caregiverIds }) => caregiverIds)));
    return caregivers
      .map(({ id, name, color, archived }, index) => ({ id, name, color, index, archived }))
      .filter(({ id, archived }) => !archived || responderIds.has(id));
  }, [nights, caregivers]);
}
