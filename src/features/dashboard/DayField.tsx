import { useEffect, useId, useRef, useState } from 'react';
import controls from '@/components/controls.module.css';
import { isDay } from '@/domain/rows/fields';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import type { Day } from '@/lib/time';
import styles from './dashboard.module.css';

interface DayFieldProps {
  label: string;
  value: Day;
  min?: Day;
  max: Day;
  onPick: (day: Day) => void;
}

/**
 * Asks for a day. An incomplete day changes nothing, and a day outside the bounds shows an error.
 * While a parent types, the field is not overwritten.
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
  const isAllowed = (day: Day) => (min === undefined || day >= min) && day <= max;
  const pick = (text: string) => {
    const day = isDay(text) ? text : null;
    setIsOutOfRange(day !== null && !isAllowed(day));
    if (day !== null && isAllowed(day)) onPick(day);
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
      />
      {isOutOfRange && (
        <p id={`${id}error`} role="alert" className={`${controls.error} ${styles.customRangeError}`}>
          {min === undefined
            ? t('dashboard.dayUpTo', { max: format.day(max) })
            : t('dashboard.dayBetween', { min: format.day(min), max: format.day(max) })}
        </p>
      )}
    </>
  );
}
