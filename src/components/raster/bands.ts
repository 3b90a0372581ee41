import type { Day } from '@/lib/time';
import type { Band } from './types';

/** A band with the place of its edge, in pixels from the nights' left end. */
export interface LaidBand extends Band {
  edge: number;
}

/** An edge is three pixels wide, and one is left between it and the next. */
const EDGE = 4;
/** The first one lies this far left. */
const FIRST = 6;
/** Further edges would reach the days' names. */
const PLACES = 3;

/** Illnesses by their beginnings. The edges of those that overlap stand beside each other, so that a second one is seen within the first. */
export function layBands(bands: readonly Band[]): LaidBand[] {
  const until: (Day | undefined)[] = [];
  return [...bands]
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map((band) => {
      const free = Array.from({ length: PLACES }, (_, place) => place).find(
        (place) => (until[place] ?? '') < band.from,
      );
      const place = free ?? PLACES - 1;
      until[place] = band.to;
      return { ...band, edge: -FIRST - place * EDGE };
    });
}
