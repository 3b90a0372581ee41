import type { Pattern } from '@/domain/pattern';
import { usePatternWords } from '@/hooks/usePatternWords';
import { useWords } from '@/i18n/language';
import { Card } from '../Card';
import styles from '../dashboard.module.css';
import type { DashboardView } from '../useDashboard';

/** More than three things that keep coming back are none that anybody remembers. */
const SHOWN = 3;

/** What recurs, in a sentence each; where nothing does there is no card, for nothing is what there mostly is. */
export function Patterns({ view: { patterns, range, latest } }: { view: DashboardView }) {
  const { t } = useWords();
  const say = usePatternWords();
  const [first] = patterns;
  if (!first) return null;
  return (
    <Card name="patterns" question={t('patterns.title')} sentence={t(`patterns.aside.${asideOf(first)}`)}>
      <ul className={styles.facts}>
        {patterns.slice(0, SHOWN).map((pattern) => {
          const { says, small } = say(pattern, range.to === latest ? 'now' : 'past');
          return (
            <li key={`${pattern.childId} ${pattern.kind}`}>
              {says}
              <small>{small}</small>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function asideOf(pattern: Pattern) {
  if (pattern.over) return 'over';
  return pattern.kind === 'since' ? pattern.direction : pattern.kind;
}
