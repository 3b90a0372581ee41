import { useId, useState } from 'react';
import { useHousehold } from '@/hooks/useHousehold';
import { useMomentText } from '@/hooks/useMomentText';
import { formatWallTime } from '@/i18n/formatWallTime';
import { useTranslation } from '@/i18n/useTranslation';
import type { Day, Instant, WallTime } from '@/lib/time';
import { findLastWallTime, findWallTime, findWallTimeNear, isWallTime, wallClockAt, type Zone } from '@/lib/zone';
import { Chip } from './Button';
import controls from './controls.module.css';
import styles from './WallTimeField.module.css';

interface WallTimeFieldProps {
  label: string;
  /** The instant that the field shows first. A typed time means the instant nearest to this one. */
  defaultAt: Instant;
  /**
   * The day of the typed time. Without it, the day on which the typed time is nearest to
   * `defaultAt`.
   */
  day?: Day;
  /**
   * A typed time means the last one at or before this instant, whatever `defaultAt` is: a wrong
   * clock may have dated that years away.
   */
  latest?: Instant | undefined;
  zone: Zone;
  /** Receives the instant that was typed, or null while the text is no valid time. */
  onPick: (at: Instant | null) => void;
}

/**
 * Asks for a time on the household's clock, and says its day unless that is given or plainly this
 * night's. If the parent does not change the time, it keeps its
 * seconds. A time that occurs twice because the clocks went back is followed by a question: the
 * first or the second. A time that the clocks skipped gets an error.
 */
export function WallTimeField({ label, defaultAt, day, latest, zone, onPick }: WallTimeFieldProps) {
  const { t, locale } = useTranslation();
  const { format } = useHousehold();
  const [defaultTime] = useState(() => wallClockAt(defaultAt, zone).time);
  const [typed, setTyped] = useState<string>(defaultTime);
  const [picked, setPicked] = useState<Instant | null>(defaultAt);
  const inputId = useId();
  const { formatDay } = useMomentText();
  const readWallTime = (time: WallTime) => {
    if (day) return findWallTime(day, time, zone);
    return latest === undefined ? findWallTimeNear(defaultAt, time, zone) : findLastWallTime(latest, time, zone);
  };
  const pickedDay = day || picked === null ? null : formatDay(picked);
  const reading = isWallTime(typed) ? readWallTime(typed) : null;
  const typedTime = isWallTime(typed) ? formatWallTime(typed, locale) : '';

  const pick = (instant: Instant | null) => {
    setPicked(instant);
    onPick(instant);
  };

  const onType = (value: string) => {
    setTyped(value);
    if (!isWallTime(value)) return pick(null);
    if (value === defaultTime && latest === undefined) return pick(defaultAt);
    const newReading = readWallTime(value);
    if (newReading.kind === 'once') pick(newReading.at);
    else if (newReading.kind === 'twice') pick(newReading.first);
    else pick(null);
  };

  return (
    <div className={styles.field}>
      <label htmlFor={inputId}>{label}</label>
      <div className={styles.beside}>
        <input
          id={inputId}
          className={controls.input}
          type="time"
          required
          value={typed}
          aria-invalid={picked === null}
          aria-describedby={`${inputId}-day ${inputId}-says`}
          onChange={(event) => onType(event.target.value)}
        />
        <span id={`${inputId}-day`} aria-live="polite">
          {pickedDay}
        </span>
      </div>
      <div id={`${inputId}-says`} aria-live="polite" className={styles.hint}>
        {reading?.kind === 'never' && (
          <p className={controls.error}>
            {t('common.time.never', { time: typedTime, change: format.time(reading.clockChange) })}
          </p>
        )}
        {reading?.kind === 'twice' && <p>{t('common.time.twice', { time: typedTime })}</p>}
      </div>
      {reading?.kind === 'twice' && (
        <div className={styles.twice} role="group" aria-labelledby={`${inputId}-says`}>
          <Chip pressed={picked !== null && !isSecond(picked, reading)} onClick={() => pick(reading.first)}>
            {t('common.time.first')}
          </Chip>
          <Chip pressed={picked !== null && isSecond(picked, reading)} onClick={() => pick(reading.second)}>
            {t('common.time.second')}
          </Chip>
        </div>
      )}
    </div>
  );
}

/** Whether the instant is the second of the two at which the clock shows the same time. */
const isSecond = (at: Instant, { second }: { second: Instant }): boolean => at >= second;
