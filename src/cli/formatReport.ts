import type { HouseholdLog } from '@/domain/rows/tables';
import { formatMoment } from '@/i18n/formatMoment';
import { householdFormat } from '@/i18n/householdFormat';
import type { ReportTranslation } from '@/i18n/report';
import { type Day, type Instant, MINUTE_MS } from '@/lib/time';
import { wallClockAt } from '@/lib/zone';
import { computeCharts } from '@/metrics/computeCharts';
import type { Metrics } from '@/metrics/computeMetrics';
import type { Escalations } from '@/metrics/escalations';
import { forgottenIn } from '@/metrics/nightNotes';
import type { Summary } from '@/metrics/percentiles';
import { escapeMarkdown, formatSentences } from './formatSentences';

const PERCENT = 100;
/** Below this many cases, a median is printed with its number of cases. */
const MIN_CASES = 5;
/** The key of the runbook figures under which incidents without a runbook are counted. */
const NO_RUNBOOK = 'none';

/**
 * Returns the figures as a Markdown document in one language. Figures are rounded only here.
 */
export function formatReport(
  metrics: Metrics,
  log: HouseholdLog,
  now: Instant,
  translation: ReportTranslation,
): string {
  const { tReport, t, locale } = translation;
  const { household } = log;
  const format = householdFormat(locale, household);
  const numberFormat = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const percentFormat = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });

  const pointsFormat = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' });

  const formatOrNone = (value: number | null, formatValue: (value: number) => string) =>
    value === null ? tReport('none') : formatValue(value);
  const formatNumber = (value: number | null) => formatOrNone(value, (present) => numberFormat.format(present));
  const formatMinutes = (value: number | null) =>
    formatOrNone(value, (present) => format.duration(present * MINUTE_MS));
  const formatShare = (value: number | null) =>
    formatOrNone(value, (present) => withMinus(percentFormat.format(present)));
  const formatMedian = ({ median, n }: Summary) => {
    const value = formatMinutes(median);
    return n > 0 && n < MIN_CASES ? tReport('few', { value, n }) : value;
  };
  const formatAttempts = (escalations: Escalations | undefined) =>
    `${formatNumber(escalations?.attempts ?? null)}, ${formatShare(escalations?.rate ?? null)}`;
  /** The cells of a caregiver once somebody was paged: elbows and pages apart. */
  const pageCells = (id: string): string[] => {
    const [via, paged] = [metrics.escalations.byVia?.[id], metrics.pages?.byCaregiver[id]];
    if (!via || !paged) return [];
    return [
      formatAttempts(via.voice),
      formatAttempts(via.page),
      [paged.sent, paged.delivered, paged.declined].map(formatNumber).join(', '),
      formatMedian(paged.answer),
    ];
  };
  /** Returns the name with its Markdown characters escaped, or the id if no row has that id. */
  const formatName = (rows: readonly { id: string; name: string }[], id: string) =>
    escapeMarkdown(rows.find((row) => row.id === id)?.name ?? id);

  const formatRunbookName = (id: string) => {
    if (id === NO_RUNBOOK) return t('dashboard.runbooks.without');
    return log.runbooks.some((row) => row.id === id) ? formatName(log.runbooks, id) : t('dashboard.runbooks.gone');
  };

  const { incidents, mttr, availability, errorBudget, load, double, illness, debt } = metrics;
  const { objectives } = household;
  // `metrics` is what --json prints. The sentences and some columns need figures beyond that. One
  // bucket holds the whole range, because nothing is drawn here.
  const charts = computeCharts(log, metrics.range, now, Number.POSITIVE_INFINITY);
  const freeAwakeNights = metrics.nights.filter(({ counted, downtime }) => counted === 0 && (downtime ?? 0) > 0).length;
  const formatDay = (night: Day) => format.day(night);
  /** Who got up more than planned, the most first: "Mum +35 points". Empty without a rota. */
  const againstPlan = () =>
    Object.entries(load.byCaregiver)
      .flatMap(([id, { share }]) => {
        const planned = charts.planned[id] ?? null;
        return share === null || planned === null ? [] : [{ id, points: Math.round((share - planned) * PERCENT) }];
      })
      .sort((a, b) => b.points - a.points)
      .map(({ id, points }) =>
        tReport('againstPlan', {
          name: formatName(log.caregivers, id),
          points: withMinus(pointsFormat.format(points)),
          count: Math.abs(points),
        }),
      );

  const sections = [
    `# ${tReport('title', { from: format.longDay(metrics.range.from), to: format.longDay(metrics.range.to) })}`,
    tReport('observed', {
      observed: availability.observedNights,
      all: metrics.nights.length,
      zone: household.timeZone,
      now: `${format.longDay(wallClockAt(now, household).day)}, ${format.time(now)}`,
    }),
    ...forgottenIn(charts.notes).map(({ childId, since, until }) =>
      t('nights.forgotten', {
        child: formatName(log.children, childId),
        since: formatMoment(since, format, household),
        until: formatMoment(until, format, household),
      }),
    ),
    `## ${tReport('keyFigures')}`,
    formatTable(
      [tReport('figure'), tReport('value')],
      [
        [tReport('mttr', { objective: tReport('minutes', { value: objectives.mttrMinutes }) }), formatMedian(mttr)],
        [tReport('mttrMean'), `${formatMinutes(mttr.mean)}, ${formatMinutes(mttr.p90)}`],
        [tReport('mtta'), formatMedian(metrics.mtta)],
        [tReport('timeBetween'), formatMedian(metrics.timeBetween)],
        [
          tReport('availability', { objective: percentFormat.format(objectives.availability) }),
          formatShare(availability.household),
        ],
        [tReport('budget'), formatShare(errorBudget.remaining)],
        [
          tReport('longest'),
          `${formatMinutes(availability.longestStretch.best)}, ${formatMinutes(availability.longestStretch.mean)}`,
        ],
        [tReport('wakeUps'), formatNumber(incidents.counted)],
        [tReport('falseAlarms'), formatNumber(incidents.falseAlarms)],
        [tReport('selfSettled'), formatNumber(incidents.selfSettled)],
        [tReport('reopened'), formatNumber(incidents.reopened)],
        [tReport('open'), formatNumber(incidents.open)],
        [tReport('free'), formatNumber(availability.incidentFreeNights)],
        [tReport('freeAwake'), formatNumber(freeAwakeNights)],
        [tReport('streak'), metrics.streak === 1 ? tReport('streakOfOne') : formatNumber(metrics.streak)],
        [tReport('double'), `${formatNumber(double.count)}, ${formatNumber(double.minutes)}`],
        [tReport('illness'), `${formatNumber(illness.during)}, ${formatNumber(illness.outside)}`],
        [tReport('fairness'), [formatNumber(load.fairness), ...againstPlan()].join(' · ')],
        [tReport('adherence'), formatShare(load.rotaAdherence)],
        [
          tReport('debt'),
          `${formatNumber(debt.outstanding)}, ${formatNumber(debt.accrued)}, ${formatNumber(debt.paid)}`,
        ],
      ],
    ),
    `## ${tReport('inWords')}`,
    formatSentences({ metrics, charts, log }, translation),
    `## ${tReport('children')}`,
    formatTable(
      [tReport('child'), tReport('availabilityShort')],
      Object.entries(availability.byChild).map(([id, value]) => [formatName(log.children, id), formatShare(value)]),
    ),
    `## ${tReport('caregivers')}`,
    formatTable(
      [
        tReport('caregiver'),
        tReport('interventions'),
        tReport('planned'),
        tReport('share'),
        tReport('awake'),
        tReport('worstNight'),
        tReport('overLimit'),
        tReport('noResponses'),
        tReport('capacity'),
        tReport('escalations'),
        ...(metrics.pages ? [tReport('elbows'), tReport('pages'), tReport('rang'), tReport('untilUp')] : []),
      ],
      Object.entries(metrics.fatigue.byCaregiver).map(([id, fatigue]) => {
        const caregiverLoad = load.byCaregiver[id];
        return [
          formatName(log.caregivers, id),
          formatNumber(fatigue.interventions),
          formatShare(charts.planned[id] ?? null),
          formatShare(caregiverLoad?.share ?? null),
          formatMinutes(caregiverLoad?.awakeMinutes ?? null),
          formatNumber(fatigue.worstNight),
          formatNumber(fatigue.nightsOverLimit),
          formatNumber(fatigue.noResponses),
          fatigue.capacity === 0 ? tReport('deaf') : formatNumber(fatigue.capacity),
          formatAttempts(metrics.escalations.byCaregiver[id]),
          ...pageCells(id),
        ];
      }),
    ),
    `## ${tReport('causes')}`,
    formatTable(
      [tReport('cause'), tReport('count')],
      sortedByCount(metrics.causes, (count) => count).map(([cause, count]) => [
        cause === 'unknown' ? tReport('unknown') : t(`common.cause.${cause}`),
        formatNumber(count),
      ]),
    ) || tReport('none'),
    `## ${tReport('remedies')}`,
    formatTable(
      [tReport('remedy'), tReport('used'), tReport('credited'), tReport('recovery'), tReport('held')],
      sortedByCount(metrics.remedies, ({ used }) => used).map(([remedy, { used, credited, recovery, held }]) => [
        t(`common.remedy.${remedy}`),
        formatNumber(used),
        formatNumber(credited),
        formatMedian(recovery),
        formatShare(held),
      ]),
    ) || tReport('none'),
    `## ${tReport('runbooks')}`,
    formatTable(
      [tReport('runbook'), tReport('count'), t('dashboard.runbooks.recovered'), tReport('recoveryShort')],
      sortedByCount(charts.runbooks, ({ used }) => used).map(([id, { used, recovered, recovery }]) => [
        formatRunbookName(id),
        formatNumber(used),
        formatShare(recovered),
        formatMedian(recovery),
      ]),
    ) || tReport('none'),
    `## ${tReport('nights')}`,
    formatTable(
      [
        tReport('night'),
        tReport('wakeUps'),
        tReport('falseAlarms'),
        tReport('downtime'),
        tReport('longestShort'),
        tReport('availabilityShort'),
      ],
      metrics.nights.map((night) =>
        night.observed
          ? [
              formatDay(night.night),
              formatNumber(night.counted),
              formatNumber(night.falseAlarms),
              formatMinutes(night.downtime),
              formatMinutes(night.longestStretch),
              formatShare(night.availability),
            ]
          : [formatDay(night.night), tReport('notLogged'), '', '', '', ''],
      ),
    ),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

/** Returns a Markdown table, or an empty string if there are no rows. */
function formatTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const formatTableRow = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [formatTableRow(head), formatTableRow(head.map(() => '---')), ...rows.map(formatTableRow)].join('\n');
}

/** A minus sign in the place of the hyphen that formats of numbers write. */
const withMinus = (text: string): string => text.replace('-', '−');

function sortedByCount<K extends string, V>(counts: Partial<Record<K, V>>, countOf: (value: V) => number): [K, V][] {
  return (Object.entries(counts) as [K, V][]).sort(([, a], [, b]) => countOf(b) - countOf(a));
}
