/** The volumes that can be chosen. Volume 0 is none: a watch that cannot ring is no watch. */
export const SOFTEST = 1;
export const LOUDEST = 10;
const DECIBELS_A_STEP = 3;

/**
 * Returns the largest sample of the alarm for a volume from 1 to 10. A step is 3 dB, which is heard
 * as the same change anywhere on the scale.
 *
 * @example alarmGain(10) → 1, alarmGain(8) → 0.501
 */
export const alarmGain = (volume: number): number => 10 ** ((-DECIBELS_A_STEP * (LOUDEST - volume)) / 20);
