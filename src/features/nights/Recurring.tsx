import type { Pattern } from '@/domain/pattern';
import { usePatternWords } from '@/hooks/usePatternWords';
import type { Day } from '@/lib/time';
import styles from './nights.module.css';

/** What this night was one of, a line each; nothing where it stood for itself. */
export function Recurring({ night, latest, patterns }: { night: Day; latest: Day; patterns: readonly Pattern[] }) {
  const say = usePatternWords();
  if (patterns.length === 0) return null;
  return (
    <ul className={styles.recurring}>
      {patterns.map((pattern) => (
        <li key={`${pattern.childId} ${pattern.kind}`}>{say(pattern, night === latest ? 'now' : 'past').says}</li>
      ))}
    </ul>
  );
}
