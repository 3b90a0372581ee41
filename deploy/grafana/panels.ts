import { PanelBuilder as BarGauge } from '@grafana/grafana-foundation-sdk/bargauge';
import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import {
  BarGaugeDisplayMode,
  BigValueColorMode,
  BigValueGraphMode,
  type DataSourceRef,
  GraphDrawStyle,
  LegendDisplayMode,
  LegendPlacement,
  LineInterpolation,
  ReduceDataOptionsBuilder,
  StackingConfigBuilder,
  StackingMode,
  VisibilityMode,
  VizLegendOptionsBuilder,
  VizOrientation,
} from '@grafana/grafana-foundation-sdk/common';
import {
  FieldColorBuilder,
  FieldColorModeId,
  MappingType,
  type Panel,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus';
import { PanelBuilder as Stat } from '@grafana/grafana-foundation-sdk/stat';
import { PanelBuilder as TimeSeries } from '@grafana/grafana-foundation-sdk/timeseries';
import { STEP } from './queries.ts';

/* Three kinds of panel. None has a colour for good and bad: a bad week is stated, not marked. */

// biome-ignore lint/suspicious/noTemplateCurlyInString: Grafana replaces it by the chosen source.
const DATA_SOURCE: DataSourceRef = { type: 'prometheus', uid: '${datasource}' };

/** Caregivers have the colour that they have in the app, if they are named by it. */
const PALETTE = {
  blue: '#6cb4f0',
  orange: '#f0a04b',
  green: '#7fc97f',
  purple: '#b39ddb',
  teal: '#4fc4c9',
  yellow: '#e6cf5a',
  pink: '#f08fb4',
  grey: '#a8a8a8',
};

interface Query {
  expr: string;
  /** What the series is called; `{{label}}` is a label of it. */
  legend: string;
}

export interface PanelOptions {
  title: string;
  noData: string;
  unit: 's' | 'percentunit' | 'short' | 'none';
  queries: readonly Query[];
  decimals?: number;
  width: number;
}

const queryOf =
  (isInstant: boolean) =>
  ({ expr, legend }: Query, index: number) => {
    const query = new DataqueryBuilder()
      .datasource(DATA_SOURCE)
      .refId(String.fromCharCode('A'.charCodeAt(0) + index))
      .expr(expr)
      .legendFormat(legend);
    return isInstant ? query.instant() : query.range();
  };

const colors = () => new FieldColorBuilder().mode(FieldColorModeId.PaletteClassicByName);

const lastValue = () => new ReduceDataOptionsBuilder().calcs(['lastNotNull']).fields('').values(false);

/** One value, and how it went, if it is the last of a series of nights. */
export function stat(
  options: PanelOptions & { isInstant?: boolean; words?: Readonly<Record<string, string>> },
): Builder<Panel> {
  const { isInstant = false, words = {}, queries, unit, title, noData, width, decimals } = options;
  const panel = new Stat()
    .title(title)
    .datasource(DATA_SOURCE)
    .targets(queries.map(queryOf(isInstant)))
    .unit(unit)
    .noValue(noData)
    .colorMode(BigValueColorMode.None)
    .colorScheme(colors())
    .graphMode(isInstant ? BigValueGraphMode.None : BigValueGraphMode.Area)
    .reduceOptions(lastValue())
    .height(5)
    .span(width);
  if (!isInstant) panel.interval(STEP);
  const named = Object.fromEntries(Object.entries(words).map(([value, text]) => [value, { text }]));
  if (Object.keys(named).length > 0) panel.mappings([{ type: MappingType.ValueToText, options: named }]);
  return decimals === undefined ? panel : panel.decimals(decimals);
}

/**
 * A series of nights: bars for single ones, lines for what runs over several.
 *
 * @param options `bars` is the pattern of the names that are bars, as Grafana writes it: `/^a$/`
 */
export function nights(options: PanelOptions & { bars?: string; isStacked?: boolean; max?: number }): Builder<Panel> {
  const { queries, unit, title, noData, width, bars, isStacked = false, max } = options;
  const panel = new TimeSeries()
    .title(title)
    .datasource(DATA_SOURCE)
    .targets(queries.map(queryOf(false)))
    .interval(STEP)
    .unit(unit)
    .min(0)
    .noValue(noData)
    .colorScheme(colors())
    .drawStyle(GraphDrawStyle.Line)
    .lineInterpolation(LineInterpolation.Linear)
    .lineWidth(2)
    .fillOpacity(0)
    .showPoints(VisibilityMode.Auto)
    .spanNulls(false)
    .legend(
      new VizLegendOptionsBuilder()
        .showLegend(true)
        .displayMode(LegendDisplayMode.List)
        .placement(LegendPlacement.Bottom)
        .calcs([]),
    )
    .height(8)
    .span(width);
  if (max !== undefined) panel.max(max);
  if (isStacked) panel.stacking(new StackingConfigBuilder().mode(StackingMode.Normal).group('A'));
  if (bars)
    panel.overrideByRegexp(bars, [
      { id: 'custom.drawStyle', value: 'bars' },
      { id: 'custom.fillOpacity', value: 60 },
      { id: 'custom.lineWidth', value: 0 },
    ]);
  for (const [color, value] of Object.entries(PALETTE))
    panel.overrideByRegexp(`/caregiver_${color}\\b/`, [{ id: 'color', value: { mode: 'fixed', fixedColor: value } }]);
  return panel;
}

/** Bars beside each other, the last value of each. */
export function ranking(options: PanelOptions & { max?: number }): Builder<Panel> {
  const { queries, unit, title, noData, width, decimals, max } = options;
  const panel = new BarGauge()
    .title(title)
    .datasource(DATA_SOURCE)
    .targets(queries.map(queryOf(true)))
    .unit(unit)
    .min(0)
    .noValue(noData)
    .colorScheme(colors())
    .displayMode(BarGaugeDisplayMode.Basic)
    .orientation(VizOrientation.Horizontal)
    .reduceOptions(lastValue())
    .height(8)
    .span(width);
  if (max !== undefined) panel.max(max);
  return decimals === undefined ? panel : panel.decimals(decimals);
}
