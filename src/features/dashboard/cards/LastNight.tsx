import { Link } from 'wouter';
import controls from '@/components/controls.module.css';
import { useWords } from '@/i18n/language';
import { Card } from '../Card';
import styles from '../dashboard.module.css';
import type { DashboardView } from '../useDashboard';
import { useFigures } from '../useFigures';

/** The range's last night in one line; tonight only once there is something to say of it. */
export function LastNight({ view: { metrics, now } }: { view: DashboardView }) {
  const { t } = useWords();
  const figures = useFigures();
  const latest = metrics.nights.at(-1);
  const isRunning = latest !== undefined && latest.windowEnd >= now;
  const night = isRunning && !latest.observed ? (metrics.nights.at(-2) ?? latest) : latest;
  if (!night) return null;
  const { observed, counted, downtime, longestStretch, availability } = night;
  const running = night.windowEnd >= now;
  const says = () => {
    if (!observed) return t('dashboard.lastNight.notLogged');
    if (counted === 0 && downtime === 0) return t('dashboard.lastNight.quiet');
    return t('dashboard.lastNight.says', {
      down: figures.minutes(downtime),
      longest: figures.minutes(longestStretch),
      availability: figures.percent(availability),
    });
  };
  return (
    <Card
      name="last-night"
      question={t(`dashboard.lastNight.${running ? 'tonight' : 'question'}`)}
      figure={observed ? t('dashboard.lastNight.figure', { count: counted }) : t('dashboard.notLogged')}
      sentence={says()}
    >
      <Link href={`/nights/${night.night}`} className={`${controls.button} ${styles.open}`} data-no-picture>
        {t('dashboard.lastNight.open')}
      </Link>
    </Card>
  );
}
