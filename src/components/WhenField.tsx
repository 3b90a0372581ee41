import { useState } from 'react';
import { isDay } from '@/domain/rows/fields';
import { useHousehold } from '@/hooks/household';
import type { Instant } from '@/lib/time';
import { instantOnWall, wallClockAt } from '@/lib/zone';
import { Field } from './Field';
import form from './form.module.css';
import { WallTimeField } from './WallTimeField';

interface WhenFieldProps {
  /** What the two fields are called, and the one sentence for a day that is none. */
  words: { day: string; time: string; noDay: string };
  /** What is shown first. Left as it is, it keeps its seconds. */
  at: Instant;
  /** The one sentence why it was not taken. */
  error: string | null;
  /** The instant meant; null while what is typed means none. */
  onPick: (at: Instant | null) => void;
}

/** A day and a time on the household's wall. */
export function WhenField({ words, at, error, onPick }: WhenFieldProps) {
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
    <div className={form.when}>
      <Field
        label={words.day}
        error={day === null ? words.noDay : error}
        type="date"
        value={typed}
        onChange={({ target }) => type(target.value)}
      />
      {day !== null && (
        <WallTimeField key={day} label={words.time} at={begins} day={day} timeZone={timeZone} onPick={pick} />
      )}
    </div>
  );
}
