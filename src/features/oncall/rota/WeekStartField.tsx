import controls from '@/components/controls.module.css';
import form from '@/components/form.module.css';
import { useTranslation } from '@/i18n/useTranslation';
import type { Day } from '@/lib/time';
import { addDays } from '@/lib/zone';

const WEEK = Array.from({ length: 7 }, (_, weekday) => weekday);
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
  const { t, locale } = useTranslation();
  const names = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return (
    <label className={form.field}>
      {t('rota.weekStart')}
      <select
        className={controls.input}
        value={weekdayOf(anchor)}
        onChange={(event) => {
          const daysAgo = (weekdayOf(comingNight) - Number(event.target.value) + WEEK.length) % WEEK.length;
          onPick(addDays(comingNight, -daysAgo));
        }}
      >
        {WEEK.map((weekday) => (
          <option key={weekday} value={weekday}>
            {names.format(new Date(addDays(A_MONDAY, weekday)))}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Returns the weekday of a day, from 0 (Monday) to 6 (Sunday). */
const weekdayOf = (day: Day): number => (new Date(day).getUTCDay() + WEEK.length - 1) % WEEK.length;
