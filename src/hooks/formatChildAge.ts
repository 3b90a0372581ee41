import { ageOf, correctedAgeOf } from '@/domain/age';
import type { Child } from '@/domain/rows/household';
import type { Translation } from '@/i18n/useTranslation';
import type { Day } from '@/lib/time';

/**
 * Formats the age of a child on a day, with the corrected age of a premature one: "5 months, 3
 * corrected". Null without a birth date. The messages of the day screens must be loaded.
 */
export function formatChildAge(
  child: Pick<Child, 'birthDate' | 'dueDate'>,
  today: Day,
  { t }: Pick<Translation, 't'>,
): string | null {
  if (child.birthDate === null) return null;
  const { unit, count } = ageOf(child.birthDate, today);
  const age = t(`household.age.${unit}`, { count });
  const corrected = correctedAgeOf(child, today);
  if (corrected === null) return age;
  if (corrected === 'beforeTerm') return t('household.age.beforeTerm', { age });
  return t(corrected.unit === 'weeks' ? 'household.age.correctedWeeks' : 'household.age.correctedMonths', {
    age,
    count: corrected.count,
  });
}
