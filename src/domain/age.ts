import { differenceInMonths, parseISO } from 'date-fns';
import type { Day } from '@/lib/time';

/** Below this age, in months, an age is given in months; from this age on, in years. */
const IN_YEARS_FROM_MONTHS = 36;

/**
 * Returns the age of a child on a day: in months below three years, in years from then on. The age
 * of a child who is not born yet is 0 months.
 *
 * @example born on 2024-08-20, on 2026-11-24 → 27 months
 */
export function ageOf(birthDate: Day, today: Day): { unit: 'months' | 'years'; count: number } {
  const months = Math.max(0, differenceInMonths(parseISO(today), parseISO(birthDate)));
  return months < IN_YEARS_FROM_MONTHS
    ? { unit: 'months', count: months }
    : { unit: 'years', count: Math.floor(months / 12) };
}
