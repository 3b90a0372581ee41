import type { ReactNode } from 'react';
import styles from './dashboard.module.css';

interface FactProps {
  /** By which tests find the figure. */
  name: string;
  label: string;
  value: string;
  /** The limit or the objective that the figure is measured by. */
  reference?: string;
  change: ReactNode;
}

/** Shows a second figure of a card in one line, after the card's own figure. */
export const Fact = ({ name, label, value, reference, change }: FactProps) => (
  <p className={styles.fact} data-figure={name}>
    <span>{label}</span> <strong>{value}</strong> {reference && <small>{reference} · </small>}
    {change}
  </p>
);
