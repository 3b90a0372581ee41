import {
  CustomVariableBuilder,
  type Dashboard,
  DashboardBuilder,
  DashboardCursorSync,
  DatasourceVariableBuilder,
  RowBuilder,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { nights, type PanelOptions, ranking, stat } from './panels.ts';
import { latest, now, ofChosen, ofDay, ofWindow } from './queries.ts';
import { TEXTS, type Texts } from './texts.ts';

const WINDOWS = ['7d', '28d', '1d'];

/** Returns the dashboard in a language. It answers in the order of the app's own. */
export function dashboard(language: keyof typeof TEXTS): Dashboard {
  const t = TEXTS[language];
  const builder = new DashboardBuilder(t.title)
    .uid(`infernalops-${language}`)
    .description(t.description)
    .tags(['infernalops'])
    .time({ from: 'now-84d', to: 'now' })
    .timezone('browser')
    .refresh('5m')
    .editable()
    .tooltip(DashboardCursorSync.Crosshair)
    .withVariable(new DatasourceVariableBuilder('datasource').label(t.dataSource).type('prometheus'))
    .withVariable(
      new CustomVariableBuilder('window')
        .label(t.window)
        .values(WINDOWS.join(','))
        .allowCustomValue(false)
        .options(WINDOWS.map((window, index) => ({ selected: index === 0, text: window, value: window })))
        .current({ selected: true, text: '7d', value: '7d' }),
    );
  for (const [title, panels] of [
    [t.better, better(t)],
    [t.who, who(t)],
    [t.helps, helps(t)],
    [t.costs, costs(t)],
  ] as const) {
    builder.withRow(new RowBuilder(title));
    for (const panel of panels) builder.withPanel(panel);
  }
  return withoutIntervals(builder.build());
}

/** The SDK gives every variable the fields of an interval, which Grafana's own schema refuses. */
function withoutIntervals({ templating, ...rest }: Dashboard): Dashboard {
  const list = (templating?.list ?? []).map(({ auto: _, auto_min: __, auto_count: ___, ...variable }) => variable);
  return { ...rest, templating: { list } };
}

/** What all panels of a language share, and most have alike. */
const base = (t: Texts, title: keyof Texts, unit: PanelOptions['unit'], width: number) => ({
  title: t[title],
  noData: t.noData,
  unit,
  width,
});
const one = (expr: string, legend = '') => [{ expr, legend }];
const medianOf = (t: Texts) => t.median.replace('{window}', '$window');
/** The series of single nights, which are drawn as bars. */
const barsOf = (t: Texts) => `/^${t.night}$/`;

const better = (t: Texts) => [
  stat({
    ...base(t, 'mttr', 's', 4),
    queries: one(ofChosen('infernalops_mttr_seconds', [], 'stat="median"')),
  }),
  stat({
    ...base(t, 'availability', 'percentunit', 4),
    decimals: 1,
    queries: one(ofChosen('infernalops_availability_ratio')),
  }),
  stat({
    ...base(t, 'incidentsPerNight', 'short', 4),
    decimals: 1,
    queries: one(`${ofChosen('infernalops_incidents')} / ${ofChosen('infernalops_nights_observed')}`),
  }),
  stat({
    ...base(t, 'longestStretch', 's', 4),
    queries: one(ofChosen('infernalops_longest_stretch_seconds', [], 'stat="mean"')),
  }),
  stat({
    ...base(t, 'budget', 'percentunit', 4),
    decimals: 0,
    queries: one(ofChosen('infernalops_error_budget_remaining_ratio')),
  }),
  stat({
    ...base(t, 'awake', 'short', 2),
    isInstant: true,
    words: { 0: t.asleep, 1: t.notAsleep },
    queries: one(now('infernalops_incident_open', ['child']), '{{child}}'),
  }),
  stat({
    ...base(t, 'age', 's', 2),
    isInstant: true,
    queries: one(`time() - ${now('infernalops_published_timestamp_seconds')}`),
  }),
  nights({
    ...base(t, 'mttrNights', 's', 12),
    bars: barsOf(t),
    queries: [
      { expr: ofWindow('infernalops_mttr_seconds', '1d', [], 'stat="median"'), legend: t.night },
      { expr: ofChosen('infernalops_mttr_seconds', [], 'stat="median"'), legend: medianOf(t) },
      { expr: ofDay('infernalops_mttr_objective_seconds'), legend: t.objective },
    ],
  }),
  nights({
    ...base(t, 'availabilityNights', 'percentunit', 12),
    bars: barsOf(t),
    max: 1,
    queries: [
      { expr: ofWindow('infernalops_availability_ratio', '1d'), legend: t.night },
      { expr: ofChosen('infernalops_availability_ratio'), legend: '$window' },
      { expr: ofDay('infernalops_availability_objective_ratio'), legend: t.objective },
    ],
  }),
  nights({
    ...base(t, 'incidentNights', 'short', 12),
    bars: '/.*/',
    isStacked: true,
    queries: one(ofWindow('infernalops_child_incidents', '1d', ['child']), '{{child}}'),
  }),
  nights({
    ...base(t, 'stretchNights', 's', 12),
    bars: barsOf(t),
    queries: [
      { expr: ofWindow('infernalops_longest_stretch_seconds', '1d', [], 'stat="best"'), legend: t.night },
      { expr: ofChosen('infernalops_longest_stretch_seconds', [], 'stat="mean"'), legend: `${t.mean}, $window` },
    ],
  }),
];

const CAREGIVER = ['caregiver'];
const BY_CAREGIVER = '{{caregiver}}';

/** The share of the attempts, by voice and by page, that somebody got up for. */
const answeredShare = () => {
  const by = ['caregiver', 'via'];
  const answered = latest('infernalops_escalations', by, 'reply="answered"');
  return `${answered} / (${answered} + ${latest('infernalops_escalations', by, 'reply="unanswered"')} > 0)`;
};

const who = (t: Texts) => [
  nights({
    ...base(t, 'interventions', 'short', 12),
    bars: '/.*/',
    isStacked: true,
    queries: one(ofWindow('infernalops_interventions', '1d', CAREGIVER), BY_CAREGIVER),
  }),
  nights({
    ...base(t, 'awakeTime', 's', 12),
    bars: '/.*/',
    isStacked: true,
    queries: one(ofWindow('infernalops_awake_seconds', '1d', CAREGIVER), BY_CAREGIVER),
  }),
  ranking({
    ...base(t, 'load', 'percentunit', 8),
    max: 1,
    decimals: 0,
    queries: one(latest('infernalops_load_ratio', CAREGIVER), BY_CAREGIVER),
  }),
  ranking({
    ...base(t, 'answered', 'percentunit', 8),
    max: 1,
    decimals: 0,
    queries: one(answeredShare(), '{{caregiver}} · {{via}}'),
  }),
  nights({
    ...base(t, 'patience', 'percentunit', 8),
    max: 1,
    queries: one(ofDay('infernalops_patience_ratio', CAREGIVER), BY_CAREGIVER),
  }),
  stat({ ...base(t, 'fairness', 'short', 6), decimals: 2, queries: one(ofChosen('infernalops_load_fairness_ratio')) }),
  stat({
    ...base(t, 'rota', 'percentunit', 6),
    decimals: 0,
    queries: one(ofChosen('infernalops_rota_adherence_ratio')),
  }),
  stat({
    ...base(t, 'capacity', 'short', 6),
    isInstant: true,
    decimals: 1,
    queries: one(latest('infernalops_capacity_interventions', CAREGIVER), BY_CAREGIVER),
  }),
  stat({
    ...base(t, 'overLimit', 'short', 6),
    isInstant: true,
    queries: one(latest('infernalops_nights_over_fatigue_limit', CAREGIVER), BY_CAREGIVER),
  }),
];

const REMEDY = ['remedy'];
const BY_REMEDY = '{{remedy}}';

const helps = (t: Texts) => [
  ranking({
    ...base(t, 'causes', 'short', 12),
    queries: one(latest('infernalops_incidents_by_cause', ['cause']), '{{cause}}'),
  }),
  ranking({
    ...base(t, 'tried', 'short', 12),
    queries: one(latest('infernalops_remedies_tried', REMEDY), BY_REMEDY),
  }),
  ranking({
    ...base(t, 'held', 'percentunit', 12),
    max: 1,
    decimals: 0,
    queries: one(latest('infernalops_remedy_held_ratio', REMEDY), BY_REMEDY),
  }),
  ranking({
    ...base(t, 'recovery', 's', 12),
    queries: one(latest('infernalops_remedy_recovery_seconds', REMEDY, 'stat="median"'), BY_REMEDY),
  }),
];

const costs = (t: Texts) => [
  nights({
    ...base(t, 'spent', 's', 12),
    bars: barsOf(t),
    queries: [
      { expr: ofWindow('infernalops_error_budget_spent_seconds', '1d'), legend: t.night },
      { expr: ofWindow('infernalops_error_budget_seconds', '1d'), legend: t.allowed },
    ],
  }),
  nights({ ...base(t, 'debt', 's', 12), queries: one(ofDay('infernalops_technical_debt_seconds'), t.debt) }),
  stat({
    ...base(t, 'illness', 'short', 12),
    isInstant: true,
    decimals: 1,
    queries: [
      { expr: latest('infernalops_incidents_per_child_night', [], 'illness="during"'), legend: t.ill },
      { expr: latest('infernalops_incidents_per_child_night', [], 'illness="outside"'), legend: t.well },
    ],
  }),
  stat({ ...base(t, 'double', 'short', 12), queries: one(ofChosen('infernalops_double_incidents')) }),
];
