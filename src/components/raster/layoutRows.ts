import type { Day } from '@/lib/time';

/** How high the nights are drawn, in pixels, and which of them have labels. */
export interface Density {
  rowHeight: number;
  /** The gap before each labelled row, so that weeks and months can be told apart. */
  gapBeforeLabel: number;
  labels: 'night' | 'week' | 'month';
}

/**
 * The densities by the number of nights. The rows of a week are high enough for a thumb, and the
 * picture of a year stays short.
 */
const DENSITIES: readonly { upTo: number; density: Density }[] = [
  { upTo: 10, density: { rowHeight: 44, gapBeforeLabel: 0, labels: 'night' } },
  { upTo: 35, density: { rowHeight: 15, gapBeforeLabel: 5, labels: 'week' } },
  { upTo: 120, density: { rowHeight: 7, gapBeforeLabel: 4, labels: 'week' } },
];
const DENSEST: Density = { rowHeight: 3, gapBeforeLabel: 3, labels: 'month' };

/** Returns the density in which this many nights are drawn. */
export const densityOf = (nights: number): Density => DENSITIES.find(({ upTo }) => nights <= upTo)?.density ?? DENSEST;

export interface Row {
  night: Day;
  y: number;
  labelled: boolean;
}

/** Labels nearer to each other than this, in pixels, would touch. */
const MIN_LABEL_DISTANCE = 28;

/** Returns the rows from top to bottom, and their height together, in pixels. */
export function layoutRows(
  nights: readonly Day[],
  { rowHeight, gapBeforeLabel, labels }: Density,
): { rows: Row[]; height: number } {
  let height = 0;
  const rows = nights.map((night, index): Row => {
    const labelled = labels === 'night' || (labels === 'week' ? isMonday(night) : night.endsWith('-01'));
    if (labelled && index > 0) height += gapBeforeLabel;
    const y = height;
    height += rowHeight;
    return { night, y, labelled };
  });
  const [first, ...others] = rows;
  const next = others.find(({ labelled }) => labelled);
  if (first && (next?.y ?? height) >= MIN_LABEL_DISTANCE) first.labelled = true;
  return { rows, height };
}

/**
 * Returns the index of the row nearest to a height in pixels. A touch therefore need not hit a row
 * of three pixels.
 */
export function nearestRow(rows: readonly Row[], { rowHeight }: Density, y: number): number {
  const distance = (index: number) => Math.abs((rows[index]?.y ?? 0) + rowHeight / 2 - y);
  return rows.reduce((best, _, index) => (distance(index) < distance(best) ? index : best), 0);
}

const isMonday = (night: Day): boolean => new Date(`${night}T00:00:00.000Z`).getUTCDay() === 1;

/** Where a child's lane lies in a row, in pixels. */
export interface LaneBox {
  y: number;
  height: number;
}

/** Divides a row into lanes of equal height, in pixels from the row's top. */
export function laneBoxes(rowHeight: number, count: number): LaneBox[] {
  const [margin, between] = rowHeight >= 24 ? [5, 3] : rowHeight >= 12 ? [1, 1] : rowHeight >= 6 ? [0.5, 0] : [0, 0];
  const room = rowHeight - 2 * margin - between * (count - 1);
  const height = room / Math.max(1, count);
  return Array.from({ length: count }, (_, index) => ({ y: margin + index * (height + between), height }));
}
