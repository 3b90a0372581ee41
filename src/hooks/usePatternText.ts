import { useMemo } from 'react';
import type { ChangePattern, HourPattern, IntervalPattern, Pattern } from '@/domain/pattern';
import { type Translation, useTranslation } from '@/i18n/useTranslation';
import { type Day, MINUTE_MS, type WallTime } from '@/lib/time';
import { useHousehold } from './useHousehold';

/** A pattern in words, and the data behind it. */
interface PatternText {
  /** "Léo: for eleven nights now, every 2 h 05 on average." */
  sentence: string;
  /** "11 logged nights, 3–13 November; …" */
  detail: string;
}

/**
 * Whether a pattern is seen from the latest night or from an earlier one. An earlier night says how
 * long the pattern had lasted "by then".
 */
export type SeenFrom = 'now' | 'past';

/** Numbers up to this one are written as words. */
const MAX_IN_WORDS = 12;

/** Returns a function that formats a pattern in plain words, the same on every screen. */
export function usePatternText(): (pattern: Pattern, seenFrom: SeenFrom) => PatternText {
  const { t, locale, numberLocale, language } = useTranslation();
  const { children, format } = useHousehold();
  return useMemo(() => {
    const numberFormat = new Intl.NumberFormat(numberLocale, { maximumFractionDigits: 1 });
    const dateFormat = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'long' });
    const formatDay = dayFormatter(dateFormat, locale);
    const nameOf = (id: string) => children.find((child) => child.id === id)?.name ?? t('common.somebody');
    const formatCount = (count: number) =>
      // The cast stands for any of n0 to n12, which all take no values.
      count <= MAX_IN_WORDS ? t(`patterns.number.n${count}` as 'patterns.number.n5') : numberFormat.format(count);
    const formatMinutes = (minutes: number) =>
      // `format.duration` would print zero in seconds.
      Math.round(minutes) === 0 ? '0\u00a0min' : format.duration(Math.round(minutes) * MINUTE_MS);

    const formatRun = (
      { matchingNights, nights, nightsSince, isOver, to }: IntervalPattern | HourPattern,
      seenFrom: SeenFrom,
    ) => {
      const viewpoint = isOver ? 'over' : seenFrom;
      // Until a pattern is over, the trailing nights that do not match still belong to it.
      const nightCount = isOver ? nights : nights + nightsSince;
      return matchingNights === nightCount
        ? t(`patterns.always.${viewpoint}`, { nights: formatCount(nightCount), to: formatDay(to) })
        : t(`patterns.mostly.${viewpoint}`, {
            held: numberFormat.format(matchingNights),
            nights: numberFormat.format(nightCount),
            to: formatDay(to),
          });
    };
    const formatAfterIllness = ({ illness }: ChangePattern) => {
      if (!illness) return '';
      const { what: event, kind, label, daysBefore } = illness;
      const kindKey = kind === 'other' && label.trim() === '' ? 'unnamed' : kind;
      return t('patterns.after', {
        days: daysBefore,
        number: daysBefore === 0 ? '' : formatCount(daysBefore),
        what: t(`patterns.${event}.${kindKey}`, { label }),
      });
    };

    return (pattern, seenFrom) => {
      const child = nameOf(pattern.childId);
      const nights = numberFormat.format(pattern.nights);
      const [from, to] = [formatDay(pattern.from), formatDay(pattern.to)];
      const range = dateFormat.formatRange(Date.parse(pattern.from), Date.parse(pattern.to));
      switch (pattern.kind) {
        case 'interval':
          return {
            sentence: t(pattern.isOver ? 'patterns.intervalOver' : 'patterns.interval', {
              child,
              run: formatRun(pattern, seenFrom),
              every: formatMinutes(pattern.everyMinutes),
            }),
            detail: t('patterns.small.interval', {
              nights,
              range,
              distances: numberFormat.format(pattern.distanceCount),
              spread: formatMinutes(pattern.stdDevMinutes),
            }),
          };
        case 'hour': {
          const [begins, ends] = [
            formatWallTime(pattern.begins, locale, language),
            formatWallTime(pattern.ends, locale, language),
          ];
          return {
            sentence: t('patterns.hour', { child, run: formatRun(pattern, seenFrom), from: begins, to: ends }),
            detail: t('patterns.small.hour', { nights, range }),
          };
        }
        case 'change': {
          const [perNight, perNightBefore] = [
            numberFormat.format(pattern.perNight),
            numberFormat.format(pattern.perNightBefore),
          ];
          const values = {
            child,
            from,
            to,
            after: formatAfterIllness(pattern),
            perNight,
            before: perNightBefore,
            count: roundToTenth(pattern.perNight),
          };
          return {
            sentence: t(pattern.isOver ? 'patterns.sinceUntil' : 'patterns.since', values),
            detail: t('patterns.small.since', { nights, before: numberFormat.format(pattern.nightsBefore) }),
          };
        }
      }
    };
  }, [t, locale, numberLocale, language, children, format]);
}

/**
 * Rounds to one decimal, like the printed number, so that the plural form agrees with it: 0.96 is
 * printed as "1 wake-up".
 */
const roundToTenth = (value: number): number => Math.round(10 * value) / 10;

/** Returns a function that formats a day: `12 November`, `1er novembre`. The text does not wrap. */
function dayFormatter(dateFormat: Intl.DateTimeFormat, locale: string): (day: Day) => string {
  const firstOfMonth = locale.startsWith('fr') ? '1er ' : '1 ';
  return (day) => dateFormat.format(Date.parse(day)).replace(/^1 /, firstOfMonth).replace(/ /g, '\u00a0');
}

/**
 * Formats a wall time as in a sentence: `2:30`, or `2:30 AM` and `2 AM` where the locale has 12
 * hours. In French as people say it with 24 hours: `2 h`, `2 h 30`.
 */
function formatWallTime(time: WallTime, locale: string, language: Translation['language']): string {
  const [hour = '', minute = ''] = time.split(':');
  const { hour12 } = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions();
  // Number() removes the leading zero.
  if (language === 'fr' && !hour12) return `${Number(hour)}\u00a0h${minute === '00' ? '' : `\u00a0${minute}`}`;
  const minuteOptions = hour12 && minute === '00' ? {} : ({ minute: '2-digit' } as const);
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', hour: 'numeric', ...minuteOptions }).format(
    Date.parse(`1970-01-01T${time}:00.000Z`),
  );
}
