import Check from 'lucide-react/icons/check';
import { type ReactNode, useId } from 'react';
import styles from './rows.module.css';

interface ChoiceRowsProps<T> {
  /** What is chosen, for a screen reader: on the screen the heading of the page says it. */
  label: string;
  options: readonly { value: T; label: ReactNode }[];
  value: T;
  onPick: (value: T) => void;
}

/** A choice as rows, with a check mark at the chosen one. */
export function ChoiceRows<T extends string | number | null>({ label, options, value, onPick }: ChoiceRowsProps<T>) {
  const name = useId();
  return (
    <fieldset className={styles.group}>
      <legend className="visually-hidden">{label}</legend>
      {options.map((option) => (
        <label key={String(option.value)} className={styles.row}>
          <span className={styles.words}>{option.label}</span>
          <input
            type="radio"
            name={name}
            className="visually-hidden"
            checked={option.value === value}
            onChange={() => onPick(option.value)}
          />
          {option.value === value && <Check aria-hidden="true" size={22} />}
        </label>
      ))}
    </fieldset>
  );
}
