import { useHousehold } from '@/components/household';
import { useWords } from '@/i18n/language';
import { MINUTE_MS } from '@/lib/time';
import styles from './nights.module.css';
import type { NightInFigures } from './useNightFigures';

/** What is not known is a dash, never a zero. */
const UNKNOWN = '–';

/** The night in five figures; none where nobody logged anything. */
export function KeyFigures({ metrics, figures }: NightInFigures) {
  const { t, locale } = useWords();
  const { format } = useHousehold();
  if (!figures.observed) return <p className={styles.empty}>{t('nights.notLogged')}</p>;
  // Rounded to the millisecond: a division may have left a hair less than a whole minute.
  const minutes = (value: number | null) => (value === null ? UNKNOWN : format.duration(Math.round(value * MINUTE_MS)));
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const shown = {
    wakeUps: String(figures.counted),
    awake: minutes(figures.downtime),
    longest: minutes(figures.longestStretch),
    availability: figures.availability === null ? UNKNOWN : percent.format(figures.availability),
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
