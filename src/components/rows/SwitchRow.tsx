import { useId } from 'react';
import styles from './rows.module.css';

interface SwitchRowProps {
  title: string;
  hint: string;
  isOn: boolean;
  onSwitch: (isOn: boolean) => void;
}

/** A row with a switch. The whole row can be touched. */
export function SwitchRow({ title, hint, isOn, onSwitch }: SwitchRowProps) {
  const id = useId();
  return (
    <li>
      <label className={styles.row}>
        <span className={styles.stacked}>
          <span id={id}>{title}</span>
          <span id={`${id}-hint`} className={styles.state} aria-live="polite">
            {hint}
          </span>
        </span>
        <input
          type="checkbox"
          role="switch"
          className={styles.switch}
          aria-labelledby={id}
          aria-describedby={`${id}-hint`}
          checked={isOn}
          aria-checked={isOn}
          onChange={({ target }) => onSwitch(target.checked)}
        />
      </label>
    </li>
  );
}
