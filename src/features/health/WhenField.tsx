import { useState } from 'react';
import { Field } from '@/components/Field';
import { useHousehold } from '@/components/household';
import { WallTimeField } from '@/components/WallTimeField';
import { isDay } from '@/domain/rows/fields';
import { useWords } from '@/i18n/language';
import type { Instant } from '@/lib/time';
import { instantOnWall, wallClockAt } from '@/lib/zone';
import styles from './health.module.css';

interface WhenFieldProps {
  /** What is shown first. Left as it is, it keeps its seconds. */
  at: Instant;
  /** The one sentence why it was not taken. */
  error: string | null;
  /** The instant meant; null while what is typed means none. */
  onPick: (at: Instant | null) => void;
}

/** A day and a time on the household's wall. */
export function WhenField({ at, error, onPick }: WhenFieldProps) {
  const { t } = useWords();
  const { household } = useHousehold();
  const { timeZone } = household;
  const [typed, setTyped] = useState<string>(() => wallClockAt(at, timeZone).day);
  /** The time field begins anew with each day, at the time it had. */
  const [begins, setBegins] = useState(at);
  const [picked, setPicked] = useState<Instant | null>(at);
  const day = isDay(typed) ? typed : null;

  const pick = (instant: Instant | null) => {
    setPicked(instant);
    onPick(instant);
  };
  const type = (text: string) => {
    setTyped(text);
    if (!isDay(text)) return onPick(null);
    const moved = instantOnWall(text, wallClockAt(picked ?? begins, timeZone).time, timeZone);
    setBegins(moved);
    pick(moved);
  };
  return (
    <div className={styles.when}>
      <Field
        label={t('health.field.day')}
        error={day === null ? t('health.error.day') : error}
        type="date"
        value={typed}
        onChange={({ target }) => type(target.value)}
      />
      {day !== null && (
        <WallTimeField
          key={day}
          label={t('health.field.time')}
          at={begins}
          day={day}
          timeZone={timeZone}
          onPick={pick}
        />
      )}
    </div>
  );
}
