import { useTranslation } from '@/i18n/useTranslation';
import styles from './nights.module.css';
import type { NightAnalysis } from './useNightAnalysis';
import { useNightFigureText } from './useNightFigureText';

/** Shows five figures of the night. It renders nothing if nobody logged anything. */
export function KeyFigures({ metrics, figures }: NightAnalysis) {
  const { t } = useTranslation();
  const { formatMinutes, formatPercent, formatNumber } = useNightFigureText();
  if (!figures.observed) return <p className={styles.empty}>{t('nights.notLogged')}</p>;
  const valueTexts = {
    wakeUps: formatNumber(figures.counted),
    awake: formatMinutes(figures.downtime),
    longest: formatMinutes(figures.longestStretch),
    availability: formatPercent(figures.availability),
    recovery: formatMinutes(metrics.mttr.median),
  };
  return (
    <dl className={styles.figures} aria-label={t('nights.figures')}>
      {(['wakeUps', 'awake', 'longest', 'availability', 'recovery'] as const).map((name) => (
        <div key={name}>
          <dt>{t(`nights.figure.${name}`)}</dt>
          <dd>{valueTexts[name]}</dd>
        </div>
      ))}
    </dl>
  );
}
