import { useId } from 'react';
import { BarChart } from 'recharts';
import { useWidth } from '@/hooks/useWidth';
import { useTranslation } from '@/i18n/useTranslation';
import { Axes } from './Axes';
import { Bars, type BucketBand, ChartBackground, ObjectiveLine } from './Bars';
import styles from './charts.module.css';
import { Legend, type LegendItem } from './Legend';
import { HighlightedBucket, Tooltip } from './Tooltip';
import { Trend } from './Trend';
import { tickValues } from './tickValues';

/** The name and the values of one kind of mark in a chart. */
interface Series {
  id: string;
  name: string;
  /** A caregiver's colour, as a custom property of the theme; nothing else has a colour. */
  color?: string;
  /** One value for each bucket; null is a gap. */
  values: readonly (number | null)[];
}

interface BucketChartProps {
  /** Formats the bucket at an index. */
  formatBucket: (bucketIndex: number) => string;
  /**
   * For each bucket, in order, whether anything was logged in it. A bucket without a log is drawn
   * as a gap between two dashed lines.
   */
  observed: readonly boolean[];
  series: readonly Series[];
  /** The text for a bucket in which nothing was logged. */
  gapLabel: string;
  /** Formats a value, on the axis and in the tooltip. */
  formatValue: (value: number) => string;
  objective?: { value: number; label: string };
  bands?: readonly BucketBand[];
  /** What the values count; minutes by default. */
  unit?: 'minutes' | 'number';
  /** The upper end of the axis, if it is known. */
  max?: number;
  /** Whether there are so many nights that their running median is drawn instead of bars. */
  isTrend?: boolean;
  /** Whether the values are sums that grow from night to night, which have no median. */
  isSum?: boolean;
}

/** The fill of each series, by its index. */
const FILLS = ['solid', 'hatched', 'dotted'] as const;
const fillOf = (index: number) => FILLS[index % FILLS.length] ?? 'solid';

const HEIGHT = 116;
/** Sums have two charts in one card. */
const SUM_HEIGHT = 100;
/** The height of the buckets' labels, in pixels. */
const LABEL_HEIGHT = 22;

/**
 * Draws values from night to night or from week to week: the objective as a line, illnesses as
 * bands, and nights that nobody logged as gaps. Many nights are dots under their running median.
 */
export function BucketChart({
  formatBucket,
  observed,
  gapLabel,
  series,
  formatValue,
  objective,
  bands = [],
  unit = 'minutes',
  max,
  isTrend = false,
  isSum = false,
}: BucketChartProps) {
  const { t } = useTranslation();
  const chartId = useId();
  const patternId = (index: number) => `${chartId}${index}`;
  const legendItems: LegendItem[] = [
    ...(isTrend && !isSum ? [{ name: t('dashboard.trend.night'), variant: 'dot' as const }] : []),
    ...(isTrend && series.length === 1 && !isSum
      ? [{ name: t('dashboard.trend.median'), color: '--strong', variant: 'line-solid' as const }]
      : []),
    ...(series.length > 1
      ? series.map(({ name, color }, index) => ({
          name: isTrend && !isSum ? t('dashboard.trend.medianOf', { name }) : name,
          color: color ?? (isTrend ? '--strong' : undefined),
          variant: isTrend ? (`line-${fillOf(index)}` as const) : fillOf(index),
        }))
      : []),
    ...(objective ? [{ name: objective.label, variant: 'line' as const }] : []),
    ...[...new Set(bands.map((band) => band.label))].map((name) => ({ name, variant: 'band' as const })),
    ...(observed.includes(false) ? [{ name: gapLabel, variant: 'gap' as const }] : []),
  ];
  const most = Math.max(
    max ?? 0,
    objective?.value ?? 0,
    ...series.flatMap(({ values }) => values.map((value) => value ?? 0)),
  );
  const ticks = max === undefined ? tickValues(most, unit) : HALVES.map((part) => part * max);
  const topValue = ticks.at(-1) ?? 1;
  const { width, ref } = useWidth<HTMLDivElement>();
  return (
    // The sentence and the table below the chart say what it shows. A screen reader would read the
    // chart itself as a list of unrelated numbers.
    <div ref={ref} className={styles.chart} aria-hidden="true" data-steps={observed.length}>
      <BarChart
        width={width}
        height={isSum ? SUM_HEIGHT : HEIGHT}
        data={observed.map((_, bucketIndex) => ({ bucketIndex }))}
        margin={{ top: 12, right: 8, bottom: LABEL_HEIGHT, left: axisWidthFor(ticks.map(formatValue)) }}
        accessibilityLayer={false}
      >
        <Axes
          count={observed.length}
          formatBucket={formatBucket}
          ticks={ticks}
          topValue={topValue}
          formatValue={formatValue}
        />
        <HighlightedBucket count={observed.length} />
        <ChartBackground observed={observed} bands={bands} />
        {isTrend ? (
          <Trend
            topValue={topValue}
            observed={observed}
            isSum={isSum}
            series={series.map(({ id, values, color }) => ({
              id,
              values,
              dot: `var(${color ?? '--muted'})`,
              line: `var(${color ?? '--strong'})`,
            }))}
          />
        ) : (
          <>
            <defs>
              {series.map(({ id, color = '--muted' }, index) => (
                <FillPattern key={id} id={patternId(index)} look={fillOf(index)} color={color} />
              ))}
            </defs>
            <Bars
              topValue={topValue}
              series={series.map(({ id, values, color = '--muted' }, index) => ({
                id,
                values,
                fill: `url(#${patternId(index)})`,
                stroke: `var(${color})`,
              }))}
            />
          </>
        )}
        {objective && <ObjectiveLine value={objective.value} end={topValue} />}
        <Tooltip count={observed.length} formatBucket={formatBucket} series={series} formatValue={formatValue} />
      </BarChart>
      <Legend items={legendItems} />
    </div>
  );
}

const HALVES = [0, 0.5, 1];

const CHARACTER_WIDTH = 7;
const AXIS_MARGIN = 14;

/**
 * Estimates the room for the longest label, in pixels. Measuring the label would lay the chart out
 * twice.
 */
const axisWidthFor = (words: readonly string[]): number =>
  AXIS_MARGIN + CHARACTER_WIDTH * Math.max(...words.map(({ length }) => length));

const PATTERN_SIZE = 6;

/**
 * Defines the fill of a series: its colour, and a pattern that identifies the series without the
 * colour.
 */
function FillPattern({ id, look, color }: { id: string; look: (typeof FILLS)[number]; color: string }) {
  const paint = `var(${color})`;
  return (
    <pattern
      id={id}
      width={PATTERN_SIZE}
      height={PATTERN_SIZE}
      patternUnits="userSpaceOnUse"
      patternTransform={look === 'hatched' ? 'rotate(45)' : undefined}
    >
      {look === 'solid' && <rect width={PATTERN_SIZE} height={PATTERN_SIZE} fill={paint} />}
      {look === 'hatched' && <rect width={PATTERN_SIZE / 2} height={PATTERN_SIZE} fill={paint} />}
      {look === 'dotted' && <circle cx={PATTERN_SIZE / 2} cy={PATTERN_SIZE / 2} r={1.5} fill={paint} />}
    </pattern>
  );
}
