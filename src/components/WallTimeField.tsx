import { useId, useState } from 'react';
import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import type { Day, Instant, WallTime } from '@/lib/time';
import { isWallTime, readWall, readWallNear, wallClockAt } from '@/lib/zone';
import { Chip } from './Button';
import controls from './controls.module.css';
import styles from './WallTimeField.module.css';

interface WallTimeFieldProps {
  label: string;
  /** What the field shows first, and near which a typed time is meant. */
  at: Instant;
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
export function WallTimeField({ label, at, day, timeZone, onPick }: WallTimeFieldProps) {
  const { t } = useWords();
  const { format } = useHousehold();
  const [shown] = useState(() => wallClockAt(at, timeZone).time);
  const [typed, setTyped] = useState<string>(shown);
  const [picked, setPicked] = useState<Instant | null>(at);
  const inputId = useId();
  const read = (time: WallTime) => (day ? readWall(day, time, timeZone) : readWallNear(at, time, timeZone));
  const reading = isWallTime(typed) ? read(typed) : null;

  const pick = (instant: Instant | null) => {
    setPicked(instant);
    onPick(instant);
  };

  const type = (value: string) => {
    setTyped(value);
    if (!isWallTime(value)) return pick(null);
    if (value === shown) return pick(at);
    const meant = read(value);
    if (meant.kind === 'once') pick(meant.at);
    else if (meant.kind === 'twice') pick(meant.first);
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
        onChange={(event) => type(event.target.value)}
      />
      <div id={`${inputId}-says`} aria-live="polite" className={styles.says}>
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
