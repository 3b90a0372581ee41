import { useId, useState } from 'react';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import type { Day, Instant, WallTime } from '@/lib/time';
import { findWallTime, findWallTimeNear, isWallTime, wallClockAt } from '@/lib/zone';
import { Chip } from './Button';
import controls from './controls.module.css';
import styles from './WallTimeField.module.css';

interface WallTimeFieldProps {
  label: string;
  /** What the field shows first, and near which a typed time is meant. */
  defaultAt: Instant;
  /** The day that is meant; without it, the one on which the typed time lies nearest. */
  day?: Day;
  timeZone: string;
  /** The instant meant by what is typed; null while it means none. */
  onPick: (at: Instant | null) => void;
}

/**
 * A time on the household's wall. Left as it is, it keeps its seconds. In the hour that clocks went back over, it asks which of the
 * two is meant; in the hour they skipped, it says that there was none.
 */
export function WallTimeField({ label, defaultAt, day, timeZone, onPick }: WallTimeFieldProps) {
  const { t } = useTranslation();
  const { format } = useHousehold();
  const [defaultTime] = useState(() => wallClockAt(defaultAt, timeZone).time);
  const [typed, setTyped] = useState<string>(defaultTime);
  const [picked, setPicked] = useState<Instant | null>(defaultAt);
  const inputId = useId();
  const read = (time: WallTime) =>
    day ? findWallTime(day, time, timeZone) : findWallTimeNear(defaultAt, time, timeZone);
  const reading = isWallTime(typed) ? read(typed) : null;

  const pick = (instant: Instant | null) => {
    setPicked(instant);
    onPick(instant);
  };

  const onType = (value: string) => {
    setTyped(value);
    if (!isWallTime(value)) return pick(null);
    if (value === defaultTime) return pick(defaultAt);
    const newReading = read(value);
    if (newReading.kind === 'once') pick(newReading.at);
    else if (newReading.kind === 'twice') pick(newReading.first);
    else pick(null);
  };

  return (
    <div className={styles.field}>
      <label htmlFor={inputId}>{label}</label>
      <input
        id={inputId}
        className={controls.input}
        type="time"
        required
        value={typed}
        aria-invalid={picked === null}
        aria-describedby={`${inputId}-says`}
        onChange={(event) => onType(event.target.value)}
      />
      <div id={`${inputId}-says`} aria-live="polite" className={styles.hint}>
        {reading?.kind === 'never' && (
          <p className={controls.error}>
            {t('common.time.never', { time: typed, change: format.time(reading.clockChange) })}
          </p>
        )}
        {reading?.kind === 'twice' && <p>{t('common.time.twice', { time: typed })}</p>}
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

const isSecond = (at: Instant, { second }: { second: Instant }): boolean => at >= second;
