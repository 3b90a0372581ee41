import type { Ref } from 'react';
import { useTranslation } from '@/i18n/useTranslation';
import { HOUR_MS } from '@/lib/time';
import styles from './raster.module.css';
import { isLabelled, percentOf, type Scale, type Tick } from './scale';

interface AxisProps {
  ticks: readonly Tick[];
  scale: Scale;
  /** The axis measures its own width, which is also the width of the nights below it. */
  ref?: Ref<HTMLDivElement>;
}

/** The labels of the hours above the nights. */
export function Axis({ ticks, scale, ref }: AxisProps) {
  const { locale } = useTranslation();
  const formatHour = hourFormatter(locale);
  return (
    <div ref={ref} className={styles.axis} aria-hidden="true">
      {ticks
        .filter(({ hour }) => isLabelled(hour, scale))
        .map(({ offset, hour }) => (
          <span key={offset} style={{ left: `${percentOf(offset, scale)}%` }}>
            {formatHour(hour)}
          </span>
        ))}
    </div>
  );
}

/** The same hours as thin vertical lines through the nights. */
export function HourLines({ ticks, scale, height }: { ticks: readonly Tick[]; scale: Scale; height: number }) {
  return ticks.map(({ offset, hour }) => {
    const x = `${percentOf(offset, scale).toFixed(3)}%`;
    return (
      <line
        key={offset}
        className={styles.hour}
        data-labelled={isLabelled(hour, scale)}
        x1={x}
        x2={x}
        y1="0"
        y2={height}
      />
    );
  });
}

/**
 * Returns a function that formats an hour: `20` and `0`, or `8 PM` where the locale has a 12-hour
 * clock.
 */
function hourFormatter(locale: string): (hour: number) => string {
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', hour: 'numeric' });
  return format.resolvedOptions().hour12 ? (hour) => format.format(hour * HOUR_MS) : String;
}
