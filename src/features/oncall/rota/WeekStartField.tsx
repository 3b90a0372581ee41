import controls from '@/components/controls.module.css';
import form from '@/components/form.module.css';
import { useTranslation } from '@/i18n/useTranslation';
import type { Day } from '@/lib/time';
import { addDays } from '@/lib/zone';

const WEEK = Array.from({ length: 7 }, (_, weekday) => weekday);
/** A Monday, from which the weekdays are named. */
const A_MONDAY = '2026-11-16' as Day;

interface WeekStartFieldProps {
  /** The first night of the week that runs. */
  anchor: Day;
  comingNight: Day;
  onPick: (anchor: Day) => void;
}

/** The weekday on which a week changes hands; the one that runs begins on the last such day. */
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

/** Monday is 0. */
const weekdayOf = (day: Day): number => (new Date(day).getUTCDay() + WEEK.length - 1) % WEEK.length;
