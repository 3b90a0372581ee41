import { differenceInCalendarDays, differenceInMonths, parseISO } from 'date-fns';
import type { Day } from '@/lib/time';
import { isSupportedDay } from './rows/fields';
import type { Child } from './rows/household';

export interface Age {
  unit: 'weeks' | 'months' | 'years';
  /** Whole ones; 0 only for weeks. */
  count: number;
}

/** Below this age, in months, an age is given in weeks. */
const IN_MONTHS_FROM_MONTHS = 3;
/** Below this age, in months, an age is given in months; from this age on, in years. */
const IN_YEARS_FROM_MONTHS = 36;
/** Up to this age, in months, an age is corrected for a premature birth. */
const CORRECTED_UNTIL_MONTHS = 24;
/** A birth before 37 of 40 weeks is premature. */
const PREMATURE_FROM_DAYS = 22;
const WEEK_DAYS = 7;
/** A later due date is a slip of the year or the month: nobody is born earlier. */
const EARLY_WEEKS_MAX = 20;

/**
 * Returns the age of a child on a day: in weeks for the first three months, in months below three
 * years, in years from then on. The age of a child who is not born yet is 0 weeks.
 *
 * @example born on 2024-08-20, on 2026-11-24 → 27 months
 * @example born on 2026-10-10, on 2026-11-24 → 6 weeks
 */
export function ageOf(birthDate: Day, today: Day): Age {
  const months = monthsBetween(birthDate, today);
  if (months < IN_MONTHS_FROM_MONTHS)
    return { unit: 'weeks', count: Math.max(0, Math.floor(daysBetween(birthDate, today) / WEEK_DAYS)) };
  return months < IN_YEARS_FROM_MONTHS
    ? { unit: 'months', count: months }
    : { unit: 'years', count: Math.floor(months / 12) };
}

/**
 * Returns the corrected age of a child who was born prematurely: the age without the weeks that
 * were missing at the birth, which is the age counted from the due date. `beforeTerm` while that
 * is still to come. Null for a child who was not born prematurely, and from two years on.
 *
 * @example born on 2026-06-20, due on 2026-08-20, on 2026-11-24 → 3 months; the age is 5 months
 */
export function correctedAgeOf(
  { birthDate, dueDate }: Pick<Child, 'birthDate' | 'dueDate'>,
  today: Day,
): Age | 'beforeTerm' | null {
  if (birthDate === null || dueDate === null || today < birthDate) return null;
  if (daysBetween(birthDate, dueDate) < PREMATURE_FROM_DAYS) return null;
  if (monthsBetween(birthDate, today) >= CORRECTED_UNTIL_MONTHS) return null;
  return today < dueDate ? 'beforeTerm' : ageOf(dueDate, today);
}

/** Returns whether a text is a day on which a child can have been due who was born early. */
export function canBeDueDate(text: string, birthDate: Day): text is Day {
  if (!isSupportedDay(text)) return false;
  const earlyDays = daysBetween(birthDate, text);
  return earlyDays > 0 && earlyDays <= EARLY_WEEKS_MAX * WEEK_DAYS;
}

const daysBetween = (from: Day, to: Day): number => differenceInCalendarDays(parseISO(to), parseISO(from));

const monthsBetween = (from: Day, to: Day): number => differenceInMonths(parseISO(to), parseISO(from));
