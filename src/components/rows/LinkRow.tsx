import ChevronRight from 'lucide-react/icons/chevron-right';
import { Link } from 'wouter';
import styles from './rows.module.css';

interface LinkRowProps {
  /** The last part of the address of the page behind it. */
  page: string;
  title: string;
  /** How it is now, in a few words. */
  state?: string;
  /** Marks a state that asks for something to be done. */
  isUrgent?: boolean;
}

/** A row that names what is behind it and says its present state. */
export function LinkRow({ page, title, state, isUrgent = false }: LinkRowProps) {
  return (
    <li>
      <Link href={`/household/${page}`} className={styles.row}>
        <span className={styles.words}>
          <span className={styles.title}>{title}</span>{' '}
          {state && <span className={isUrgent ? styles.urgent : styles.state}>{state}</span>}
        </span>
        <ChevronRight aria-hidden="true" size={20} />
      </Link>
    </li>
  );
}
