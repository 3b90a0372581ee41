import styles from './watch.module.css';

/** The time in large figures, and what belongs to a clock of twelve hours beside them, smaller. */
export function WatchClock({ time }: { time: string }) {
  return (
    <p className={styles.clock}>
      {time
        .split(/(\d+\D\d+)/)
        .map((part) =>
          /\d/.test(part) ? <span key={part}>{part}</span> : part && <small key={part}>{part.trim()}</small>,
        )}
    </p>
  );
}
