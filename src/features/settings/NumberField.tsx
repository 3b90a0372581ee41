import { Field } from '@/components/Field';
import { useDraft } from '@/components/useDraft';
import { useWords } from '@/i18n/language';

interface NumberFieldProps {
  label: string;
  hint: string;
  value: number;
  min: number;
  max: number;
  /** Called with a number that fits, when the field is left or Enter is pressed. */
  onSave: (value: number) => void;
}

/** A whole number within bounds. What does not fit is said at once and not saved. */
export function NumberField({ label, hint, value, min, max, onSave }: NumberFieldProps) {
  const { t } = useWords();
  const [typed, type] = useDraft(String(value));
  const parsed = /^\d{1,9}$/.test(typed.trim()) ? Number(typed) : null;
  const fits = parsed !== null && parsed >= min && parsed <= max;

  const save = () => {
    if (fits && parsed !== value) onSave(parsed);
  };
  return (
    <Field
      label={label}
      hint={hint}
      error={fits ? null : t('household.numberBetween', { min, max })}
      inputMode="numeric"
      autoComplete="off"
      value={typed}
      onChange={(event) => type(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => event.key === 'Enter' && save()}
    />
  );
}
