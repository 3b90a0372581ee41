import { useId } from 'react';
import controls from '@/components/controls.module.css';
import { useTranslation } from '@/i18n/useTranslation';
import type { MonthGroup } from './listMonths';

/** With fewer months than this, a thumb scrolls faster than it chooses. */
const MIN_MONTHS = 4;

/** Chooses a month of the list, and moves the screen and the focus to its heading. */
export function MonthJump({ groups }: { groups: readonly MonthGroup[] }) {
  const { t, locale } = useTranslation();
  const id = useId();
  const months = groups.flatMap((group) => (group.kind === 'month' ? [group.key] : []));
  if (months.length < MIN_MONTHS) return null;
  const monthFormat = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'long', year: 'numeric' });
  const goTo = (month: string) => {
    const section = document.querySelector(`[data-month="${month.slice(0, 7)}"]`);
    section?.scrollIntoView();
    section?.querySelector('h2')?.focus({ preventScroll: true });
  };
  return (
    <div>
      <label htmlFor={id} className="visually-hidden">
        {t('nights.month')}
      </label>
      <select id={id} className={controls.input} value="" onChange={({ target }) => goTo(target.value)}>
        <option value="" disabled>
          {t('nights.aMonth')}
        </option>
        {months.map((month) => (
          <option key={month} value={month}>
            {monthFormat.format(Date.parse(month))}
          </option>
        ))}
      </select>
    </div>
  );
}
