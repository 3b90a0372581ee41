import type { Ref } from 'react';
import { useTranslation } from '@/i18n/useTranslation';
import { HOUR_MS } from '@/lib/time';
import styles from './raster.module.css';
import { isLabelled, isLabelledWide, percentOf, type Scale, type Tick } from './scale';

interface AxisProps {
  ticks: readonly Tick[];
  scale: Scale;
  /** The width that the axis has measured. */
  width: number;
  /** The axis measures its own width, which is also the width of the nights below it. */
  ref?: Ref<HTMLDivElement>;
}

/** The labels of the hours above the nights: `20` and `0`, or `8 PM` with 12 hours. */
export function Axis({ ticks, scale, width, ref }: AxisProps) {
  const { locale } = useTranslation();
  const hourFormat = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', hour: 'numeric' });
  const { hour12 } = hourFormat.resolvedOptions();
  return (
    <div ref={ref} className={styles.axis} aria-hidden="true">
      {ticks
        .filter(({ hour }) => (hour12 ? isLabelledWide(hour, scale, width) : isLabelled(hour, scale)))
        .map(({ offset, hour }) => (
          <span key={offset} style={{ left: `${percentOf(offset, scale)}%` }}>
            {hour12 ? hourFormat.format(hour * HOUR_MS) : hour}
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
