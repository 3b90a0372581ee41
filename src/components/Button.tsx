import type { ComponentProps } from 'react';
import styles from './controls.module.css';

interface ButtonProps extends ComponentProps<'button'> {
  variant?: 'plain' | 'primary' | 'quiet';
  /** Makes the button 64 px high instead of 48 px, for what is tapped at night. */
  night?: boolean;
}

/** A button that is 48 px high, or 64 px at night. */
export function Button({ variant = 'plain', night = false, className, ...rest }: ButtonProps) {
  const classes = [
    styles.button,
    variant === 'plain' ? '' : styles[variant],
    night ? styles.night : '',
    className ?? '',
  ];
  return <button type="button" className={classes.filter(Boolean).join(' ')} {...rest} />;
}

interface ChipProps extends ComponentProps<'button'> {
  pressed: boolean;
  night?: boolean;
}

/** A choice that is on or off. `aria-pressed` and the border say which, not the colour alone. */
export function Chip({ pressed, night = false, className, ...rest }: ChipProps) {
  const classes = [styles.chip, night ? styles.night : '', className ?? ''];
  return <button type="button" aria-pressed={pressed} className={classes.filter(Boolean).join(' ')} {...rest} />;
}
