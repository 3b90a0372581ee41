import ChevronDown from 'lucide-react/icons/chevron-down';
import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import styles from './dashboard.module.css';

interface MenuProps {
  /** By which tests find the menu. */
  name: string;
  /** What is chosen, for readers who cannot see what else is on the line. */
  label: string;
  /** The present choice, which is shown while the menu is closed. */
  value: string;
  /** What is shown in the menu; `close` closes it after a choice. */
  children: (close: () => void) => ReactNode;
}

/**
 * Shows a choice as a word that opens its options. A touch outside, Escape and moving the focus
 * away close it.
 */
export function Menu({ name, label, value, children }: MenuProps) {
  const details = useRef<HTMLDetailsElement>(null);
  const summary = useRef<HTMLElement>(null);
  const close = () => {
    if (!details.current?.open) return;
    details.current.open = false;
    // The option that had the focus is no longer visible.
    summary.current?.focus();
  };
  useEffect(() => {
    const onPointerDown = ({ target }: PointerEvent) => {
      if (details.current?.open && !details.current.contains(target as Node)) details.current.open = false;
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, []);
  return (
    <details
      ref={details}
      className={styles.menu}
      data-menu={name}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Escape') close();
      }}
      onBlur={({ currentTarget, relatedTarget }: FocusEvent<HTMLDetailsElement>) => {
        if (relatedTarget && !currentTarget.contains(relatedTarget)) currentTarget.open = false;
      }}
    >
      <summary ref={summary}>
        <span className="visually-hidden">{label}: </span>
        {value}
        <ChevronDown aria-hidden="true" size={18} />
      </summary>
      <div className={styles.options}>{children(close)}</div>
    </details>
  );
}
