import type { Pattern } from '@/domain/pattern';
import { usePatternText } from '@/hooks/usePatternText';
import { useTranslation } from '@/i18n/useTranslation';
import { Card } from '../Card';
import styles from '../dashboard.module.css';
import type { DashboardView } from '../useDashboard';

/** Nobody remembers more than three patterns. */
const MAX_SHOWN = 3;

/**
 * Shows what recurs, with one sentence for each pattern. Mostly nothing recurs, and then there is
 * no card.
 */
export function Patterns({ view: { patterns, range, latestNight } }: { view: DashboardView }) {
  const { t } = useTranslation();
  const formatPattern = usePatternText();
  const [first] = patterns;
  if (!first) return null;
  return (
    <Card name="patterns" question={t('patterns.title')} sentence={t(`patterns.aside.${asideOf(first)}`)}>
      <ul className={styles.facts}>
        {patterns.slice(0, MAX_SHOWN).map((pattern) => {
          const { sentence, detail } = formatPattern(pattern, range.to === latestNight ? 'now' : 'past');
          return (
            <li key={`${pattern.childId} ${pattern.kind}`}>
              {sentence}
              <small>{detail}</small>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function asideOf(pattern: Pattern) {
  if (pattern.isOver) return 'over';
  return pattern.kind === 'change' ? pattern.direction : pattern.kind;
}
