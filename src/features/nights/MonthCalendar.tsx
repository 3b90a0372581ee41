import { Link } from 'wouter';
import type { NightSummary } from '@/domain/nightSummary';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { type Day, MINUTE_MS } from '@/lib/time';
import styles from './nights.module.css';
import { useNightFactsText } from './useNightFactsText';

interface MonthCalendarProps {
  /** The nights of the month, the first one first. */
  summaries: readonly NightSummary[];
  /** Whether a night is one of those that are looked for; the others are pale. */
  isShown: (summary: NightSummary) => boolean;
}

/** A week from a Monday on, of which only the names of the days are shown. */
const WEEK = Array.from({ length: 7 }, (_, index) => Date.UTC(2026, 10, 16 + index));

/** Up to so many minutes awake, a night has the shade of the index; the last shade has no limit. */
const SHADES_MINUTES = [0, 20, 45, 90];

/**
 * A month as a calendar. A night is the darker or brighter the longer a child was awake in it, and
 * says the minutes, because a shade alone would say nothing at night and to many eyes.
 */
export function MonthCalendar({ summaries, isShown }: MonthCalendarProps) {
  const { locale } = useTranslation();
  const { format } = useHousehold();
  const formatFacts = useNightFactsText();
  const weekday = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'narrow' });
  return (
    <ol className={styles.calendar}>
      {WEEK.map((day) => (
        <li key={day} aria-hidden="true">
          {weekday.format(day)}
        </li>
      ))}
      {summaries.map((summary, index) => {
        const { night, observed, awakeMs } = summary;
        const minutes = Math.round(awakeMs / MINUTE_MS);
        const shade = SHADES_MINUTES.findIndex((limit) => minutes <= limit);
        return (
          <li key={night} style={index === 0 ? { gridColumnStart: columnOf(night) } : undefined}>
            <Link
              href={`/nights/${night}`}
              aria-label={`${format.day(night)}: ${formatFacts(summary)}`}
              data-shade={!observed ? undefined : shade < 0 ? SHADES_MINUTES.length : shade}
              data-pale={!isShown(summary)}
            >
              <small>{Number(night.slice(8))}</small>
              {observed ? minutes : '–'}
            </Link>
          </li>
        );
      })}
    </ol>
  );
}

/** The column of a day, from 1 for a Monday. */
const columnOf = (day: Day): number => ((new Date(day).getUTCDay() + 6) % 7) + 1;
