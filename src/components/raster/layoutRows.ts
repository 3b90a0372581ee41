import type { Day } from '@/lib/time';

/** How high the nights are drawn, in pixels, and which of them have labels. */
export interface Density {
  rowHeight: number;
  /** The gap before each labelled row, so that weeks and months can be told apart. */
  gapBeforeLabel: number;
  labels: 'night' | 'week' | 'month';
}

/**
 * The densities by the number of nights. The rows of a week are high enough for a thumb, and
 * twelve weeks fit on the first screen of a phone below the figures.
 */
const DENSITIES: readonly { upTo: number; density: Density }[] = [
  { upTo: 10, density: { rowHeight: 44, gapBeforeLabel: 0, labels: 'night' } },
  { upTo: 35, density: { rowHeight: 12, gapBeforeLabel: 5, labels: 'week' } },
  { upTo: 120, density: { rowHeight: 4, gapBeforeLabel: 2, labels: 'week' } },
];
const DENSEST: Density = { rowHeight: 3, gapBeforeLabel: 3, labels: 'month' };

/** Returns the density in which this many nights are drawn. */
export const densityOf = (nights: number): Density => DENSITIES.find(({ upTo }) => nights <= upTo)?.density ?? DENSEST;

export interface Row {
  night: Day;
  y: number;
  hasLabel: boolean;
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
    const hasLabel = isFirstOfGroup(night, labels);
    if (hasLabel && index > 0) height += gapBeforeLabel;
    const y = height;
    height += rowHeight;
    return { night, y, hasLabel };
  });
  // The first row also has a label, unless it would touch the next one.
  const [firstRow, ...laterRows] = rows;
  const nextLabelledRow = laterRows.find(({ hasLabel }) => hasLabel);
  if (firstRow && (nextLabelledRow?.y ?? height) >= MIN_LABEL_DISTANCE) firstRow.hasLabel = true;
  return { rows, height };
}

/**
 * Returns the index of the row nearest to a height in pixels. A touch therefore need not hit a row
 * of three pixels.
 */
export function nearestRow(rows: readonly Row[], { rowHeight }: Density, y: number): number {
  const distance = (index: number) => Math.abs((rows[index]?.y ?? 0) + rowHeight / 2 - y);
  return rows.reduce((nearest, _, index) => (distance(index) < distance(nearest) ? index : nearest), 0);
}

/** Whether a row is the first of the group, of one night, a week or a month, that gets a label. */
function isFirstOfGroup(night: Day, labels: Density['labels']): boolean {
  if (labels === 'night') return true;
  return labels === 'week' ? isMonday(night) : night.endsWith('-01');
}

const isMonday = (night: Day): boolean => new Date(`${night}T00:00:00.000Z`).getUTCDay() === 1;

/** Where a child's lane lies in a row, in pixels. */
export interface LaneBox {
  y: number;
  height: number;
}

/** Divides a row into lanes of equal height, in pixels from the row's top. */
export function laneBoxes(rowHeight: number, count: number): LaneBox[] {
  const { margin, gap } = laneSpacing(rowHeight);
  const height = (rowHeight - 2 * margin - gap * (count - 1)) / Math.max(1, count);
  return Array.from({ length: count }, (_, index) => ({ y: margin + index * (height + gap), height }));
}

/** Returns the space above and below the lanes of a row, and between them, in pixels. */
function laneSpacing(rowHeight: number): { margin: number; gap: number } {
  if (rowHeight >= 24) return { margin: 5, gap: 3 };
  if (rowHeight >= 12) return { margin: 1, gap: 1 };
  return { margin: rowHeight >= 6 ? 0.5 : 0, gap: 0 };
}
