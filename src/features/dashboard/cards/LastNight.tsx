import { Link } from 'wouter';
import controls from '@/components/controls.module.css';
import { useTranslation } from '@/i18n/useTranslation';
import { Card } from '../Card';
import styles from '../dashboard.module.css';
import type { DashboardView } from '../useDashboard';
import { useFigureText } from '../useFigureText';

/**
 * Shows the last night of the range in one line. Tonight appears only once something was logged.
 */
export function LastNight({ view: { metrics, now } }: { view: DashboardView }) {
  const { t } = useTranslation();
  const figures = useFigureText();
  const latest = metrics.nights.at(-1);
  const isRunning = latest !== undefined && latest.windowEnd >= now;
  const night = isRunning && !latest.observed ? (metrics.nights.at(-2) ?? latest) : latest;
  if (!night) return null;
  const { observed, counted, downtime, longestStretch, availability } = night;
  const isShownNightRunning = night.windowEnd >= now;
  const formatSentence = () => {
    if (!observed) return t('dashboard.lastNight.notLogged');
    if (counted === 0 && downtime === 0) return t('dashboard.lastNight.quiet');
    return t('dashboard.lastNight.says', {
      down: figures.formatMinutes(downtime),
      longest: figures.formatMinutes(longestStretch),
      availability: figures.formatPercent(availability),
    });
  };
  return (
    <Card
      name="last-night"
      question={t(`dashboard.lastNight.${isShownNightRunning ? 'tonight' : 'question'}`)}
      figure={observed ? t('dashboard.lastNight.figure', { count: counted }) : t('dashboard.notLogged')}
      sentence={formatSentence()}
    >
      <Link href={`/nights/${night.night}`} className={`${controls.button} ${styles.open}`} data-no-picture>
        {t('dashboard.lastNight.open')}
      </Link>
    </Card>
  );
}
