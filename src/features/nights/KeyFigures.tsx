import { useWords } from '@/i18n/language';
import styles from './nights.module.css';
import type { NightInFigures } from './useNightFigures';
import { useNumbers } from './useNumbers';

/** The night in five figures; none where nobody logged anything. */
export function KeyFigures({ metrics, figures }: NightInFigures) {
  const { t } = useWords();
  const { minutes, percent, number } = useNumbers();
  if (!figures.observed) return <p className={styles.empty}>{t('nights.notLogged')}</p>;
  const shown = {
    wakeUps: number(figures.counted),
    awake: minutes(figures.downtime),
    longest: minutes(figures.longestStretch),
    availability: percent(figures.availability),
    recovery: minutes(metrics.mttr.median),
  };
  return (
    <dl className={styles.figures} aria-label={t('nights.figures')}>
      {(['wakeUps', 'awake', 'longest', 'availability', 'recovery'] as const).map((name) => (
        <div key={name}>
          <dt>{t(`nights.figure.${name}`)}</dt>
          <dd>{shown[name]}</dd>
        </div>
      ))}
    </dl>
  );
}
