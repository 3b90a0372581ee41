import { useState } from 'react';
import { useDraft } from '@/hooks/useDraft';
import { useTranslation } from '@/i18n/useTranslation';
import type { WallTime } from '@/lib/time';
import { Field } from './Field';

interface HourFieldProps {
  label: string;
  value: WallTime;
  /** Called with a whole time, when the field is left or Enter is pressed. */
  onSave: (value: WallTime) => void;
}

/** A time of the wall. One that is only half there is said when the field is left, and not saved. */
export function HourField({ label, value, onSave }: HourFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useDraft(value);
  const [isLeft, setLeft] = useState(false);

  const save = () => {
    setLeft(true);
    if (isCompleteTime(typed) && typed !== value) onSave(typed);
  };
  return (
    <Field
      label={label}
      error={isLeft && !isCompleteTime(typed) ? t('household.hourHalf') : null}
      type="time"
      value={typed}
      onChange={(event) => {
        setLeft(false);
        setTyped(event.target.value);
      }}
      onBlur={save}
      onKeyDown={(event) => event.key === 'Enter' && save()}
    />
  );
}

/* The browser gives no text for a time of which the minutes are missing. */
const isCompleteTime = (text: string): text is WallTime => /^\d{2}:\d{2}$/.test(text);
