import { Link } from 'wouter';
import { useForgottenText } from '@/hooks/useForgottenText';
import { useHousehold } from '@/hooks/useHousehold';
import { formatTimeOn } from '@/i18n/formatMoment';
import { useTranslation } from '@/i18n/useTranslation';
import styles from './nights.module.css';
import type { NightAnalysis } from './useNightAnalysis';
import { useNightFigureText } from './useNightFigureText';

/**
 * Shows five figures of the night, and what must be known to read them: a cry that began before it,
 * and an incident that nobody ended. Without a log it says only that.
 */
export function KeyFigures({ metrics, figures, note }: NightAnalysis) {
  const { t } = useTranslation();
  const { household, format } = useHousehold();
  const formatForgotten = useForgottenText();
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
    <>
      <dl className={styles.figures} aria-label={t('nights.figures')}>
        {(['wakeUps', 'awake', 'longest', 'availability', 'recovery'] as const).map((name) => (
          <div key={name}>
            <dt>{t(`nights.figure.${name}`)}</dt>
            <dd>{valueTexts[name]}</dd>
          </div>
        ))}
      </dl>
      {note.awakeSince !== null && (
        <p className={styles.empty}>
          {t('dashboard.lastNight.awakeSince', {
            time: formatTimeOn(figures.night, note.awakeSince, format, household),
          })}
          {'. '}
          {t('dashboard.lastNight.before')}
        </p>
      )}
      {note.forgotten.map((forgotten) => (
        <p key={forgotten.incidentId} className={styles.empty}>
          {formatForgotten(forgotten)} <Link href="/nights/review">{t('nights.toReview')}</Link>
        </p>
      ))}
    </>
  );
}
