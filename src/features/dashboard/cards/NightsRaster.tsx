import { useMemo } from 'react';
import { Raster } from '@/components/raster/Raster';
import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import { Card } from '../Card';
import type { DashboardView } from '../useDashboard';
import { useFigures } from '../useFigures';
import { useIllnesses } from '../useIllnesses';
import { useNightSays } from './useNightSays';

/** A log that began later than the range by more than this is drawn from its beginning on. */
const LEFT_OUT_FROM = 28;

/** Every night of the range at a glance: when somebody was awake, and who was up for it. */
export function NightsRaster({ view }: { view: DashboardView }) {
  const { t } = useWords();
  const figures = useFigures();
  const { caregivers, format } = useHousehold();
  const says = useNightSays();
  const illnesses = useIllnesses(view);
  const { metrics, charts, log } = view;
  const { nights } = metrics;
  const byNight = useMemo(() => new Map(nights.map((night) => [night.night, night])), [nights]);
  const lanes = useMemo(() => {
    const awake = new Set(charts.raster.flatMap(({ pieces }) => pieces.map(({ childId }) => childId)));
    return log.children.filter(({ id, archived }) => !archived || awake.has(id));
  }, [log, charts]);
  const drawn = useMemo(() => {
    const begins = charts.raster.findIndex((night) => night.observed);
    return begins > LEFT_OUT_FROM ? charts.raster.slice(begins) : charts.raster;
  }, [charts]);
  const observed = nights.filter((night) => night.observed).length;
  const whoWasUp = () => {
    const minutesOf = (id: string) => metrics.load.byCaregiver[id]?.awakeMinutes ?? 0;
    const [longest] = [...caregivers].sort((a, b) => minutesOf(b.id) - minutesOf(a.id));
    if (!longest || minutesOf(longest.id) === 0)
      return t(metrics.incidents.counted === 0 ? 'nights.raster.quiet' : 'nights.raster.nobodySaid');
    return t('nights.raster.longestUp', { name: longest.name, duration: figures.minutes(minutesOf(longest.id)) });
  };
  return (
    <Card
      name="raster"
      wide
      question={t('nights.raster.question')}
      figure={observed === 0 ? '–' : t('nights.wakeUps', { count: metrics.incidents.counted })}
      sentence={[
        t('nights.raster.logged', { observed, nights: nights.length }),
        observed === 0 ? t('nights.raster.none') : whoWasUp(),
      ].join(' ')}
      table={{
        head: (['night', 'wakeUps', 'awake', 'longest'] as const).map((name) => t(`nights.raster.head.${name}`)),
        rows: () =>
          nights.map(({ night, observed: logged, counted, downtime, longestStretch }) => [
            format.day(night),
            logged ? figures.number(counted) : t('nights.notLogged'),
            figures.minutes(downtime),
            figures.minutes(longestStretch),
          ]),
      }}
    >
      <Raster
        nights={drawn}
        lanes={lanes}
        tell={(night) => {
          const told = byNight.get(night);
          return told ? says(told) : figures.day(night);
        }}
        bands={illnesses}
        label={t('nights.raster.question')}
      />
    </Card>
  );
}
