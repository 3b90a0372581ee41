import controls from '@/components/controls.module.css';
import form from '@/components/form.module.css';
import { useTranslation } from '@/i18n/useTranslation';
import { weekdaysOf } from '@/i18n/weekdays';
import type { Day } from '@/lib/time';
import { addDays } from '@/lib/zone';

const WEEK_DAYS = 7;
/** Any Monday; the names of the weekdays are formatted from it. */
const A_MONDAY = '2026-11-16' as Day;

interface WeekStartFieldProps {
  /** The first night of the current week of the rotation. */
  anchor: Day;
  comingNight: Day;
  onPick: (anchor: Day) => void;
}

/**
 * Chooses the weekday on which a new week of the rotation begins. The current week then begins on
 * the last such weekday, which may be tonight.
 */
export function WeekStartField({ anchor, comingNight, onPick }: WeekStartFieldProps) {
  const { t, locale, numberLocale } = useTranslation();
  const names = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return (
    <label className={form.field}>
      {t('rota.weekStart')}
      <select
        className={controls.input}
        value={weekdayOf(anchor)}
        onChange={(event) => {
          const daysAgo = (weekdayOf(comingNight) - Number(event.target.value) + WEEK_DAYS) % WEEK_DAYS;
          onPick(addDays(comingNight, -daysAgo));
        }}
      >
        {weekdaysOf(numberLocale).map((weekday) => (
          <option key={weekday} value={weekday}>
            {names.format(new Date(addDays(A_MONDAY, weekday - 1)))}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Returns the weekday of a day, from 1 (Monday) to 7 (Sunday). */
const weekdayOf = (day: Day): number => new Date(day).getUTCDay() || WEEK_DAYS;
