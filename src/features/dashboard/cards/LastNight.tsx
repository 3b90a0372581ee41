import { useHousehold } from '@/hooks/useHousehold';
import { formatTimeOn } from '@/i18n/formatMoment';
import { useTranslation } from '@/i18n/useTranslation';
import type { Instant } from '@/lib/time';
import { Card } from '../Card';
import type { DashboardView } from '../useDashboard';
import { useFigureText } from '../useFigureText';

/**
 * Shows the last night of the range in one line. Tonight appears only once something was logged.
 */
export function LastNight({ view: { metrics, charts, log, now } }: { view: DashboardView }) {
  const { t } = useTranslation();
  const { format } = useHousehold();
  const figures = useFigureText();
  const latest = metrics.nights.findLast(({ windowStart }) => windowStart <= now) ?? metrics.nights.at(-1);
  const isRunning = latest !== undefined && latest.windowEnd >= now;
  const previous = latest && metrics.nights[metrics.nights.indexOf(latest) - 1];
  const night = isRunning && !latest.observed ? (previous ?? latest) : latest;
  if (!night) return null;
  const { observed, counted, falseAlarms, downtime, longestStretch, availability } = night;
  const isShownNightRunning = night.windowEnd >= now;
  const awakeSince = charts.notes.find((note) => note.night === night.night)?.awakeSince ?? null;
  const firstPiece = charts.raster.find((row) => row.night === night.night)?.pieces[0];

  /** A night without a wake-up that counts is not one in which nobody woke. */
  const formatFigure = () => {
    if (!observed) return t('dashboard.notLogged');
    if (counted > 0 || downtime === 0) return t('dashboard.lastNight.figure', { count: counted });
    const formatTime = (at: Instant) => formatTimeOn(night.night, at, format, log.household);
    if (awakeSince !== null) return t('dashboard.lastNight.awakeSince', { time: formatTime(awakeSince) });
    if (falseAlarms > 0) return t('dashboard.lastNight.falseAlarms', { count: falseAlarms });
    return t('dashboard.lastNight.awakeAgain', { time: format.time(firstPiece?.from ?? night.windowStart) });
  };
  const formatSentence = () => {
    if (night.windowStart > now) return t('dashboard.lastNight.notBegun');
    if (!observed) return t('dashboard.lastNight.notLogged');
    if (counted === 0 && downtime === 0) return t('dashboard.lastNight.quiet');
    const says = t('dashboard.lastNight.says', {
      down: figures.formatMinutes(downtime),
      longest: figures.formatMinutes(longestStretch),
      availability: figures.formatPercent(availability),
    });
    return counted === 0 && awakeSince !== null ? `${says} ${t('dashboard.lastNight.before')}` : says;
  };
  return (
    <Card
      name="last-night"
      question={t(`dashboard.lastNight.${isShownNightRunning ? 'tonight' : 'question'}`)}
      figure={formatFigure()}
      sentence={formatSentence()}
      link={{ href: `/nights/${night.night}`, label: t('dashboard.lastNight.open') }}
    />
  );
}
