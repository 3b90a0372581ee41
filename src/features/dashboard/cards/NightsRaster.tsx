import { useMemo } from 'react';
import { Raster } from '@/components/raster/Raster';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { Card } from '../Card';
import { firstDrawn } from '../range';
import type { DashboardView } from '../useDashboard';
import { useFigureText } from '../useFigureText';
import { useIllnesses } from '../useIllnesses';
import { useNightText } from './useNightText';

/** Shows every night of the range at a glance: when a child was awake, and who was up. */
export function NightsRaster({ view }: { view: DashboardView }) {
  const { t } = useTranslation();
  const figures = useFigureText();
  const { caregivers, format } = useHousehold();
  const formatNight = useNightText();
  const illnesses = useIllnesses(view);
  const { metrics, charts, log } = view;
  const { nights } = metrics;
  const byNight = useMemo(() => new Map(nights.map((night) => [night.night, night])), [nights]);
  const lanes = useMemo(() => {
    const awake = new Set(charts.raster.flatMap(({ pieces }) => pieces.map(({ childId }) => childId)));
    return log.children.filter(({ id, archived }) => !archived || awake.has(id));
  }, [log, charts]);
  const drawn = useMemo(
    () =>
      charts.raster.slice(
        firstDrawn(
          charts.raster.map((night) => night.observed),
          1,
        ),
      ),
    [charts],
  );
  const observed = nights.filter((night) => night.observed).length;
  const awakeMinutes = metrics.errorBudget.spent ?? 0;
  const formatFigure = () => {
    const { counted } = metrics.incidents;
    return counted === 0 && awakeMinutes > 0
      ? t('nights.awakeFor', { duration: figures.formatMinutes(awakeMinutes) })
      : t('nights.wakeUps', { count: counted });
  };
  const whoWasUp = () => {
    const minutesOf = (id: string) => metrics.load.byCaregiver[id]?.awakeMinutes ?? 0;
    const [longest] = [...caregivers].sort((a, b) => minutesOf(b.id) - minutesOf(a.id));
    if (!longest || minutesOf(longest.id) === 0)
      return t(awakeMinutes === 0 ? 'nights.raster.quiet' : 'nights.raster.nobodySaid');
    return t('nights.raster.longestUp', { name: longest.name, duration: figures.formatMinutes(minutesOf(longest.id)) });
  };
  return (
    <Card
      name="raster"
      question={t('nights.raster.question')}
      sentence={[
        ...(observed === 0 ? [] : [`${formatFigure()}.`]),
        t('nights.raster.logged', { observed, nights: nights.length }),
        observed === 0 ? t('nights.raster.none') : whoWasUp(),
      ].join(' ')}
      table={{
        head: (['night', 'wakeUps', 'awake', 'longest'] as const).map((name) => t(`nights.raster.head.${name}`)),
        rows: () =>
          nights.map(({ night, observed: logged, counted, downtime, longestStretch }) => [
            format.day(night),
            logged ? figures.formatNumber(counted) : t('nights.notLogged'),
            figures.formatMinutes(downtime),
            figures.formatMinutes(longestStretch),
          ]),
      }}
    >
      <Raster
        nights={drawn}
        lanes={lanes}
        formatNight={(night) => {
          const nightFigures = byNight.get(night);
          return nightFigures ? formatNight(nightFigures) : figures.formatDay(night);
        }}
        bands={illnesses}
        label={t('nights.raster.question')}
      />
    </Card>
  );
}
