import { Field } from '@/components/Field';
import { useDraft } from '@/hooks/useDraft';
import { useTranslation } from '@/i18n/useTranslation';

interface NumberFieldBase {
  label: string;
  hint: string;
  min: number;
  max: number;
}

interface RequiredNumberProps extends NumberFieldBase {
  value: number;
  mayBeEmpty?: false;
  /** Called with a valid number when the field loses the focus or Enter is pressed. */
  onSave: (value: number) => void;
}

interface OptionalNumberProps extends NumberFieldBase {
  /** Null when the field is empty. */
  value: number | null;
  mayBeEmpty: true;
  onSave: (value: number | null) => void;
}

/**
 * A field for a whole number from `min` to `max`, or for none if `mayBeEmpty`. An invalid number
 * shows an error at once and is not saved.
 */
export function NumberField(props: RequiredNumberProps | OptionalNumberProps) {
  const { t } = useTranslation();
  const { label, hint, value, min, max, mayBeEmpty = false } = props;
  const [typed, setTyped] = useDraft(String(value ?? ''));
  const text = typed.trim();
  const parsed = /^\d{1,9}$/.test(text) ? Number(text) : null;
  const isNumber = parsed !== null && parsed >= min && parsed <= max;
  const isEmpty = mayBeEmpty && text === '';

  const save = () => {
    if (isNumber && parsed !== value) props.onSave(parsed);
    if (props.mayBeEmpty && isEmpty && value !== null) props.onSave(null);
  };
  return (
    <Field
      label={label}
      hint={hint}
      error={
        isNumber || isEmpty ? null : t(mayBeEmpty ? 'household.numberOrNone' : 'household.numberBetween', { min, max })
      }
      inputMode="numeric"
      autoComplete="off"
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => event.key === 'Enter' && save()}
    />
  );
}
