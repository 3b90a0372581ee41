import type { Day } from '@/lib/time';
import type { IllnessBand } from './types';

/** A band, with the position of its edge in pixels from the left end of the nights. */
export interface BandLayout extends IllnessBand {
  edgeX: number;
}

/** An edge is three pixels wide, and one pixel stays free between two edges. */
const EDGE_STEP = 4;
/** The position of the first edge. */
const FIRST_EDGE_X = 6;
/** Further edges would overlap the names of the days. */
const EDGE_COLUMNS = 3;

/**
 * Sorts illnesses by their beginning and places their edges. The edges of illnesses that overlap
 * stand side by side, so that an illness within another one is visible.
 */
export function layoutBands(bands: readonly IllnessBand[]): BandLayout[] {
  // The last day of the latest illness in each column.
  const occupiedUntil: (Day | undefined)[] = [];
  // Days are compared as texts: `2026-11-09` comes before `2026-11-10`.
  return [...bands]
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map((band) => {
      const freeColumn = Array.from({ length: EDGE_COLUMNS }, (_, column) => column).find(
        (column) => (occupiedUntil[column] ?? '') < band.from,
      );
      const column = freeColumn ?? EDGE_COLUMNS - 1;
      occupiedUntil[column] = band.to;
      return { ...band, edgeX: -FIRST_EDGE_X - column * EDGE_STEP };
    });
}
