import type { ReactNode } from 'react';
import { Chip } from './Button';
import styles from './Choice.module.css';

interface ChoiceProps<T> {
  label: string;
  options: readonly { value: T; label: ReactNode }[];
  value: T;
  onPick: (value: T) => void;
}

/** Offers options as chips. At most one is chosen: the one whose value is `value`. */
export function Choice<T extends string | number | boolean | null | undefined>({
  label,
  options,
  value,
  onPick,
}: ChoiceProps<T>) {
  return (
    <fieldset className={styles.choice}>
      <legend>{label}</legend>
      <div className={styles.chips}>
        {options.map((option) => (
          <Chip key={String(option.value)} pressed={option.value === value} onClick={() => onPick(option.value)}>
            {option.label}
          </Chip>
        ))}
      </div>
    </fieldset>
  );
}
