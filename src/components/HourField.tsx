import { useState } from 'react';
import { useDraft } from '@/hooks/useDraft';
import { useTranslation } from '@/i18n/useTranslation';
import type { WallTime } from '@/lib/time';
import { Field } from './Field';

interface HourFieldProps {
  label: string;
  value: WallTime;
  /** Called with a complete time, when the field loses the focus or Enter is pressed. */
  onSave: (value: WallTime) => void;
}

/**
 * Asks for a wall time, for example `19:30`. An incomplete time is not saved, and the field shows
 * an error when it loses the focus.
 */
export function HourField({ label, value, onSave }: HourFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useDraft(value);
  const [hasLostFocus, setHasLostFocus] = useState(false);

  const save = () => {
    setHasLostFocus(true);
    if (isCompleteTime(typed) && typed !== value) onSave(typed);
  };
  return (
    <Field
      label={label}
      error={hasLostFocus && !isCompleteTime(typed) ? t('household.hourHalf') : null}
      type="time"
      value={typed}
      onChange={(event) => {
        setHasLostFocus(false);
        setTyped(event.target.value);
      }}
      onBlur={save}
      onKeyDown={(event) => event.key === 'Enter' && save()}
    />
  );
}

/* The browser gives an empty text for a time whose minutes are missing. */
const isCompleteTime = (text: string): text is WallTime => /^\d{2}:\d{2}$/.test(text);
