import type { Day } from '@/lib/time';
import type { IllnessBand } from './types';

/** A band with the place of its edge, in pixels from the nights' left end. */
export interface BandLayout extends IllnessBand {
  edgeX: number;
}

/** An edge is three pixels wide, and one is left between it and the next. */
const EDGE_STEP = 4;
/** The first one lies this far left. */
const FIRST_EDGE_X = 6;
/** Further edges would reach the days' names. */
const EDGE_COLUMNS = 3;

/** Illnesses by their beginnings. The edges of those that overlap stand beside each other, so that a second one is seen within the first. */
export function layoutBands(bands: readonly IllnessBand[]): BandLayout[] {
  const occupiedUntil: (Day | undefined)[] = [];
  return [...bands]
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map((band) => {
      const free = Array.from({ length: EDGE_COLUMNS }, (_, place) => place).find(
        (place) => (occupiedUntil[place] ?? '') < band.from,
      );
      const place = free ?? EDGE_COLUMNS - 1;
      occupiedUntil[place] = band.to;
      return { ...band, edgeX: -FIRST_EDGE_X - place * EDGE_STEP };
    });
}
