import { useEffect, useId, useRef, useState } from 'react';
import controls from '@/components/controls.module.css';
import { isDay, isSupportedDay } from '@/domain/rows/fields';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import type { Day } from '@/lib/time';
import styles from './dashboard.module.css';

/** A year with fewer than four digits is still being typed. */
const FIRST_WHOLE_YEAR = '1000';

interface DayFieldProps {
  label: string;
  value: Day;
  min: Day;
  max: Day;
  onPick: (day: Day) => void;
}

/**
 * Asks for a day. An incomplete day changes nothing, and a day outside the bounds shows an error.
 * While a parent types, the field is not overwritten.
 *
 * A browser reports a year that is half typed as one of the first thousand years. It is shown as an
 * error only when the parent leaves the field.
 */
export function DayField({ label, value, min, max, onPick }: DayFieldProps) {
  const { t } = useTranslation();
  const { format } = useHousehold();
  const id = useId();
  const [isOutOfRange, setIsOutOfRange] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current && input.current !== document.activeElement) input.current.value = value;
  }, [value]);
  const isAllowed = (text: string): text is Day => isSupportedDay(text) && text >= min && text <= max;
  const pick = (text: string) => {
    setIsOutOfRange(isDay(text) && text >= FIRST_WHOLE_YEAR && !isAllowed(text));
    if (isAllowed(text)) onPick(text);
  };
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <input
        ref={input}
        id={id}
        type="date"
        className={controls.input}
        defaultValue={value}
        min={min}
        max={max}
        aria-invalid={isOutOfRange}
        aria-describedby={isOutOfRange ? `${id}error` : undefined}
        onChange={({ target }) => pick(target.value)}
        onBlur={({ target }) => setIsOutOfRange(isDay(target.value) && !isAllowed(target.value))}
      />
      {isOutOfRange && (
        <p id={`${id}error`} role="alert" className={`${controls.error} ${styles.customRangeError}`}>
          {t('dashboard.dayBetween', { min: format.longDay(min), max: format.longDay(max) })}
        </p>
      )}
    </>
  );
}
