import type { Pattern } from '@/domain/pattern';
import { usePatternText } from '@/hooks/usePatternText';
import type { Day } from '@/lib/time';
import styles from './nights.module.css';

/**
 * Lists the patterns that this night was a part of, one line each. It renders nothing if there are
 * none.
 */
export function NightPatterns({ night, latest, patterns }: { night: Day; latest: Day; patterns: readonly Pattern[] }) {
  const formatPattern = usePatternText();
  if (patterns.length === 0) return null;
  return (
    <ul className={styles.recurring}>
      {patterns.map((pattern) => (
        <li key={`${pattern.childId} ${pattern.kind}`}>
          {formatPattern(pattern, night === latest ? 'now' : 'past').sentence}
        </li>
      ))}
    </ul>
  );
}
