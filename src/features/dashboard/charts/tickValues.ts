/** What a step between two ticks may be: as people count, and as they count minutes. */
const STEPS = {
  number: [1, 2, 3, 5, 10, 20, 25, 50, 100, 200, 250, 500],
  minutes: [1, 2, 5, 10, 15, 20, 30, 60, 120, 180, 240, 360, 720],
} as const;

/** At most this many steps fit on a low chart. */
const MAX_STEPS = 3;

/**
 * Returns the values of the horizontal lines, from 0 up to the first step that is at least `most`.
 * They are whole numbers, because there is no half wake-up.
 *
 * @example tickValues(750, 'minutes') → [0, 360, 720, 1080]
 */
export function tickValues(most: number, unit: keyof typeof STEPS): number[] {
  const steps: readonly number[] = STEPS[unit];
  const largest = steps.at(-1) ?? 1;
  const step = steps.find((each) => each * MAX_STEPS >= most) ?? Math.ceil(most / MAX_STEPS / largest) * largest;
  const count = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}
