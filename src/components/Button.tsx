import type { ComponentProps } from 'react';
import styles from './controls.module.css';

interface ButtonProps extends ComponentProps<'button'> {
  variant?: 'plain' | 'primary' | 'quiet';
  /** 64 px instead of 48: for what is tapped at night. */
  night?: boolean;
}

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

/** A choice that is on or off, told by `aria-pressed` and by its border, not by colour alone. */
export function Chip({ pressed, night = false, className, ...rest }: ChipProps) {
  const classes = [styles.chip, night ? styles.night : '', className ?? ''];
  return <button type="button" aria-pressed={pressed} className={classes.filter(Boolean).join(' ')} {...rest} />;
}
