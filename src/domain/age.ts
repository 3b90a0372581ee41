import { differenceInMonths, parseISO } from 'date-fns';
import type { Day } from '@/lib/time';

/** Below this age people count in months. */
const MONTHS_UNTIL = 36;

/**
 * The age on a day, as it is said of small children: in months, from three years on in years. Not below nought.
 * @example born on 2024-08-20, on 2026-11-24 → 27 months
 */
export function ageOf(birthDate: Day, today: Day): { unit: 'months' | 'years'; count: number } {
  const months = Math.max(0, differenceInMonths(parseISO(today), parseISO(birthDate)));
  return months < MONTHS_UNTIL ? { unit: 'months', count: months } : { unit: 'years', count: Math.floor(months / 12) };
}
