import { Card } from '@/features/dashboard/Card';
import { Change } from '@/features/dashboard/Change';
import { BucketChart } from '@/features/dashboard/charts/BucketChart';
import { HourHeatmap } from '@/features/dashboard/charts/HourHeatmap';
import { Meters } from '@/features/dashboard/charts/Meters';
import { useTranslation } from '@/i18n/useTranslation';
import { ABSURD_CAREGIVERS, LONG_NAME, LONG_WORD } from '../literals';
import { State, Story } from '../Story';
import type { Sample } from '../sample';

/** Shows the kinds of charts that the dashboard has, and the card around them. */
export function ChartStories({ sample }: { sample: Sample }) {
  return (
    <>
      <BucketChartStory />
      <HourHeatmapStory sample={sample} />
      <MetersStory />
      <CardStory />
    </>
  );
}

const formatNumber = (value: number) => String(value);
const formatNight = (index: number) => `${(index % 28) + 1}/${Math.floor(index / 28) + 1}`;

/** Returns values from 0 to 30 that rise and fall. In every nine steps one is null, a gap. */
const waveOf = (count: number, start = 0) =>
  Array.from({ length: count }, (_, index) => (index % 9 === 4 ? null : ((index + start) * 7) % 31));

function BucketChartStory() {
  const { t } = useTranslation();
  const gap = t('dashboard.notLogged');
  const seriesOf = (personCount: number, nightCount: number) =>
    ABSURD_CAREGIVERS.slice(2, 2 + personCount).map(({ id, name, color }, index) => ({
      id,
      name,
      color: `--c-${color}`,
      values: waveOf(nightCount, index),
    }));
  return (
    <Story name="BucketChart">
      <State name="empty: nothing logged">
        <BucketChart
          formatBucket={formatNight}
          formatValue={formatNumber}
          gapLabel={gap}
          observed={Array.from({ length: 7 }, () => false)}
          series={seriesOf(1, 7).map((curve) => ({ ...curve, values: curve.values.map(() => null) }))}
        />
      </State>
      <State name="usual: objective, illness, gaps">
        <BucketChart
          formatBucket={formatNight}
          formatValue={formatNumber}
          gapLabel={gap}
          observed={waveOf(28).map((value) => value !== null)}
          series={seriesOf(1, 28)}
          objective={{ value: 20, label: t('dashboard.objective', { value: '20' }) }}
          bands={[{ id: 'cold', from: 8, to: 14, label: t('gameday.cold') }]}
        />
      </State>
      <State name="three people, a known end">
        <BucketChart
          formatBucket={formatNight}
          formatValue={formatNumber}
          gapLabel={gap}
          observed={waveOf(7).map(() => true)}
          series={seriesOf(3, 7)}
          max={40}
        />
      </State>
      <State name="twelve weeks: the trend of two people">
        <BucketChart
          formatBucket={formatNight}
          formatValue={formatNumber}
          gapLabel={gap}
          observed={waveOf(84).map((value) => value !== null)}
          series={seriesOf(2, 84)}
          isTrend
        />
      </State>
      <State name="absurd: a year of nights" frame="wide">
        <BucketChart
          formatBucket={formatNight}
          formatValue={(value) => `${value} min`}
          gapLabel={gap}
          observed={waveOf(365).map((value) => value !== null)}
          series={seriesOf(1, 365).map((curve) => ({ ...curve, name: LONG_NAME }))}
          objective={{ value: 9, label: LONG_WORD }}
        />
      </State>
    </Story>
  );
}

function HourHeatmapStory({ sample: { charts } }: { sample: Sample }) {
  const { locale } = useTranslation();
  const weekdayFormat = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const hours = [20, 21, 22, 23, 0, 1, 2, 3, 4, 5, 6].map((hour) => ({ hour, name: String(hour) }));
  // 2 November 2026 is a Monday.
  const weekdays = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    name: weekdayFormat.format(Date.UTC(2026, 10, 1 + weekday)),
  }));
  const countAt = (weekday: number, hour: number) =>
    charts.hours.find((cell) => cell.weekday === weekday && cell.hour === hour)?.count ?? 0;
  return (
    <Story name="HourHeatmap">
      <State name="empty">
        <HourHeatmap hours={hours} weekdays={weekdays} countAt={() => 0} />
      </State>
      <State name="usual">
        <HourHeatmap hours={hours} weekdays={weekdays} countAt={countAt} />
      </State>
      <State name="absurd">
        <HourHeatmap hours={hours} weekdays={weekdays} countAt={(weekday, hour) => weekday * hour * 11} />
      </State>
    </Story>
  );
}

function MetersStory() {
  const { t } = useTranslation();
  const meter = { color: '--c-purple', parts: [{ part: 0.62, look: 'actual' as const }] };
  return (
    <Story name="Meters">
      <State name="nothing known">
        <Meters
          meters={[
            {
              ...meter,
              id: 'a',
              name: t('common.firstNames.mum'),
              value: '–',
              parts: [{ part: null, look: 'actual' }],
            },
          ]}
        />
      </State>
      <State name="usual, and one of too few cases">
        <Meters
          meters={[
            { ...meter, id: 'a', name: t('common.firstNames.mum'), value: '62 %' },
            {
              ...meter,
              id: 'b',
              name: t('common.firstNames.dad'),
              value: '38 %',
              color: '--c-teal',
              hasTooFewCases: true,
              parts: [{ part: 0.38, look: 'actual' }],
            },
          ]}
        />
      </State>
      <State name="as planned beside it">
        <Meters
          legend={{ actual: t('dashboard.load.actual'), planned: t('dashboard.load.planned') }}
          meters={[
            {
              ...meter,
              id: 'a',
              name: t('common.firstNames.mum'),
              value: '62 %',
              parts: [...meter.parts, { part: 0.5, look: 'planned' }],
            },
          ]}
        />
      </State>
      <State name="absurd">
        <Meters
          meters={ABSURD_CAREGIVERS.map(({ id, name, color }, index) => ({
            id,
            name,
            value: `${index * 20} %`,
            color: `--c-${color}`,
            parts: [{ part: index / 5, look: 'actual' }],
          }))}
        />
      </State>
    </Story>
  );
}

function CardStory() {
  const { t } = useTranslation();
  const renderChange = (value: number, earlierValue: number | null) => (
    <Change now={value} before={earlierValue} formatDifference={formatNumber} better="less" minDifference={1} />
  );
  const table = { head: [t('dashboard.night'), t('dashboard.recovery.table.mean')], rows: () => [['1 Nov', '14']] };
  const usualProps = { name: 'usual', question: t('dashboard.recovery.question'), table };
  const sentence = t('dashboard.recovery.saysFew', { n: 12, median: '14 min' });
  return (
    <Story name="Card and Change">
      <State name="empty">
        <Card {...usualProps} figure="–" sentence={t('dashboard.none')} cases={0} />
      </State>
      <State name="usual: better">
        <Card {...usualProps} figure="14 min" change={renderChange(14, 20)} sentence={sentence} cases={12} />
      </State>
      <State name="worse, the same, nothing to compare with">
        <Card {...usualProps} figure="26 min" change={renderChange(26, 20)} sentence={sentence} />
        <Card {...usualProps} figure="20 min" change={renderChange(20, 20)} sentence={sentence} />
        <Card {...usualProps} figure="20 min" change={renderChange(20, null)} sentence={sentence} />
      </State>
      <State name="too few cases">
        <Card {...usualProps} figure="14 min" change={renderChange(14, 20)} sentence={sentence} cases={3} />
      </State>
      <State name="absurd">
        <Card
          name="absurd"
          question={LONG_WORD}
          figure={LONG_NAME}
          change={renderChange(99999, 1)}
          sentence={LONG_WORD}
          link={{ href: '/', label: LONG_WORD }}
        />
      </State>
    </Story>
  );
}
