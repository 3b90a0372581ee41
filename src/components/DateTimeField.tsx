import { useState } from 'react';
import { isSupportedDay } from '@/domain/rows/fields';
import { useHousehold } from '@/hooks/useHousehold';
import type { Instant } from '@/lib/time';
import { instantOnWall, wallClockAt } from '@/lib/zone';
import { Field } from './Field';
import form from './form.module.css';
import { WallTimeField } from './WallTimeField';

interface DateTimeFieldProps {
  /** The labels of the two fields, and the sentence for a day that does not exist. */
  labels: { day: string; time: string; noDay: string };
  /** The instant shown first. If the parent does not change it, it keeps its seconds. */
  defaultAt: Instant;
  /**
   * Until a day is chosen, a typed time means the last one at or before this instant, and the day
   * follows it.
   */
  latest?: Instant;
  /** The sentence that says why the value was refused. */
  error: string | null;
  /** Receives the instant that was typed, or null while the text is no valid day and time. */
  onPick: (at: Instant | null) => void;
}

/** Asks for a day and a time on the household's clock. */
export function DateTimeField({ labels, defaultAt, latest, error, onPick }: DateTimeFieldProps) {
  const { household } = useHousehold();
  const [typedDay, setTypedDay] = useState<string>(() => wallClockAt(defaultAt, household).day);
  /** The time field is mounted again when the day changes, and starts at the time it showed. */
  const [timeFieldAt, setTimeFieldAt] = useState(defaultAt);
  const [picked, setPicked] = useState<Instant | null>(defaultAt);
  const [followsTime, setFollowsTime] = useState(latest !== undefined);
  const day = isSupportedDay(typedDay) ? typedDay : null;

  const pick = (instant: Instant | null) => {
    setPicked(instant);
    onPick(instant);
  };
  const pickTime = (instant: Instant | null) => {
    if (followsTime && instant !== null) setTypedDay(wallClockAt(instant, household).day);
    pick(instant);
  };
  const onTypeDay = (text: string) => {
    setTypedDay(text);
    setFollowsTime(false);
    if (!isSupportedDay(text)) return onPick(null);
    const sameTimeOnDay = instantOnWall(text, wallClockAt(picked ?? timeFieldAt, household).time, household);
    setTimeFieldAt(sameTimeOnDay);
    pick(sameTimeOnDay);
  };
  return (
    <div className={form.dateTime}>
      <Field
        label={labels.day}
        error={day === null ? labels.noDay : error}
        type="date"
        value={typedDay}
        onChange={({ target }) => onTypeDay(target.value)}
      />
      {day !== null && (
        <WallTimeField
          key={followsTime ? 'follows' : day}
          label={labels.time}
          defaultAt={timeFieldAt}
          {...(followsTime ? { latest } : { day })}
          zone={household}
          onPick={pickTime}
        />
      )}
    </div>
  );
}
