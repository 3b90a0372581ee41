import { useState } from 'react';
import { isDay } from '@/domain/rows/fields';
import { useHousehold } from '@/hooks/useHousehold';
import type { Instant } from '@/lib/time';
import { instantOnWall, wallClockAt } from '@/lib/zone';
import { Field } from './Field';
import form from './form.module.css';
import { WallTimeField } from './WallTimeField';

interface DateTimeFieldProps {
  /** What the two fields are called, and the one sentence for a day that is none. */
  labels: { day: string; time: string; noDay: string };
  /** What is shown first. Left as it is, it keeps its seconds. */
  defaultAt: Instant;
  /** The one sentence why it was not taken. */
  error: string | null;
  /** The instant meant; null while what is typed means none. */
  onPick: (at: Instant | null) => void;
}

/** A day and a time on the household's wall. */
export function DateTimeField({ labels, defaultAt, error, onPick }: DateTimeFieldProps) {
  const { household } = useHousehold();
  const { timeZone } = household;
  const [typed, setTyped] = useState<string>(() => wallClockAt(defaultAt, timeZone).day);
  /** The time field begins anew with each day, at the time it had. */
  const [timeFieldAt, setTimeFieldAt] = useState(defaultAt);
  const [picked, setPicked] = useState<Instant | null>(defaultAt);
  const day = isDay(typed) ? typed : null;

  const pick = (instant: Instant | null) => {
    setPicked(instant);
    onPick(instant);
  };
  const onType = (text: string) => {
    setTyped(text);
    if (!isDay(text)) return onPick(null);
    const sameTimeOnDay = instantOnWall(text, wallClockAt(picked ?? timeFieldAt, timeZone).time, timeZone);
    setTimeFieldAt(sameTimeOnDay);
    pick(sameTimeOnDay);
  };
  return (
    <div className={form.dateTime}>
      <Field
        label={labels.day}
        error={day === null ? labels.noDay : error}
        type="date"
        value={typed}
        onChange={({ target }) => onType(target.value)}
      />
      {day !== null && (
        <WallTimeField
          key={day}
          label={labels.time}
          defaultAt={timeFieldAt}
          day={day}
          timeZone={timeZone}
          onPick={pick}
        />
      )}
    </div>
  );
}
