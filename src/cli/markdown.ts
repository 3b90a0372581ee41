import type { HouseholdLog } from '@/domain/rows/tables';
import { createFormat } from '@/i18n/format';
import type { ReportWords } from '@/i18n/report';
import { type Instant, MINUTE_MS } from '@/lib/time';
import { wallClockAt } from '@/lib/zone';
import { computeCharts } from '@/metrics/computeCharts';
import type { Metrics } from '@/metrics/computeMetrics';
import type { Summary } from '@/metrics/percentiles';
import { escaped, inWords } from './inWords';

/** With fewer cases than this, a figure says how many it stands on. */
const FEW = 5;

/** The figures as a document in Markdown, in either language. Minutes and shares are rounded here and nowhere before. */
export function reportMarkdown(metrics: Metrics, log: HouseholdLog, now: Instant, words: ReportWords): string {
  const { r, t, locale } = words;
  const { timeZone } = metrics.range;
  const format = createFormat(locale, timeZone);
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });

  const or = (value: number | null, say: (value: number) => string) => (value === null ? r('none') : say(value));
  const plain = (value: number | null) => or(value, (some) => number.format(some));
  const minutes = (value: number | null) => or(value, (some) => format.duration(some * MINUTE_MS));
  const shareOf = (value: number | null) => or(value, (some) => percent.format(some));
  const median = ({ median, n }: Summary) => {
    const value = minutes(median);
    return n > 0 && n < FEW ? r('few', { value, n }) : value;
  };
  const nameOf = (rows: readonly { id: string; name: string }[], id: string) =>
    escaped(rows.find((row) => row.id === id)?.name ?? id);

  const runbookOf = (id: string) => {
    if (id === 'none') return t('dashboard.runbooks.without');
    return log.runbooks.some((row) => row.id === id) ? nameOf(log.runbooks, id) : t('dashboard.runbooks.gone');
  };

  const { incidents, mttr, availability, errorBudget, load, double, illness, debt } = metrics;
  const { objectives } = log.household;
  // What the JSON does not have: as one step, for nothing is drawn here.
  const charts = computeCharts(log, metrics.range, now, Number.POSITIVE_INFINITY);
  const day = (night: Metrics['nights'][number]['night']) => format.day(night);

  const sections = [
    `# ${r('title', { from: format.longDay(metrics.range.from), to: format.longDay(metrics.range.to) })}`,
    r('observed', {
      observed: availability.observedNights,
      all: metrics.nights.length,
      zone: timeZone,
      now: `${format.longDay(wallClockAt(now, timeZone).day)}, ${format.time(now)}`,
    }),
    `## ${r('keyFigures')}`,
    table(
      [r('figure'), r('value')],
      [
        [r('mttr', { objective: r('minutes', { value: objectives.mttrMinutes }) }), median(mttr)],
        [r('mttrMean'), `${minutes(mttr.mean)}, ${minutes(mttr.p90)}`],
        [r('mtta'), median(metrics.mtta)],
        [r('timeBetween'), median(metrics.timeBetween)],
        [r('availability', { objective: percent.format(objectives.availability) }), shareOf(availability.household)],
        [r('budget'), shareOf(errorBudget.remaining)],
        [r('longest'), `${minutes(availability.longestStretch.best)}, ${minutes(availability.longestStretch.mean)}`],
        [r('wakeUps'), plain(incidents.counted)],
        [r('falseAlarms'), plain(incidents.falseAlarms)],
        [r('selfSettled'), plain(incidents.selfSettled)],
        [r('reopened'), plain(incidents.reopened)],
        [r('open'), plain(incidents.open)],
        [r('free'), plain(availability.incidentFreeNights)],
        [r('streak'), plain(metrics.streak)],
        [r('double'), `${plain(double.count)}, ${plain(double.minutes)}`],
        [r('illness'), `${plain(illness.during)}, ${plain(illness.outside)}`],
        [r('fairness'), plain(load.fairness)],
        [r('adherence'), shareOf(load.rotaAdherence)],
        [r('debt'), `${plain(debt.outstanding)}, ${plain(debt.accrued)}, ${plain(debt.paid)}`],
      ],
    ),
    `## ${r('inWords')}`,
    inWords({ metrics, charts, log }, words),
    `## ${r('children')}`,
    table(
      [r('child'), r('availabilityShort')],
      Object.entries(availability.byChild).map(([id, value]) => [nameOf(log.children, id), shareOf(value)]),
    ),
    `## ${r('caregivers')}`,
    table(
      [
        r('caregiver'),
        r('interventions'),
        r('planned'),
        r('share'),
        r('awake'),
        r('worstNight'),
        r('overLimit'),
        r('noResponses'),
        r('capacity'),
        r('escalations'),
      ],
      Object.entries(metrics.fatigue.byCaregiver).map(([id, fatigue]) => {
        const own = load.byCaregiver[id];
        const escalations = metrics.escalations.byCaregiver[id];
        return [
          nameOf(log.caregivers, id),
          plain(fatigue.interventions),
          shareOf(charts.planned[id] ?? null),
          shareOf(own?.share ?? null),
          minutes(own?.awakeMinutes ?? null),
          plain(fatigue.worstNight),
          plain(fatigue.nightsOverLimit),
          plain(fatigue.noResponses),
          plain(fatigue.capacity),
          `${plain(escalations?.attempts ?? null)}, ${shareOf(escalations?.rate ?? null)}`,
        ];
      }),
    ),
    `## ${r('causes')}`,
    table(
      [r('cause'), r('count')],
      mostFirst(metrics.causes, (count) => count).map(([cause, count]) => [
        cause === 'unknown' ? r('unknown') : t(`common.cause.${cause}`),
        plain(count),
      ]),
    ) || r('none'),
    `## ${r('remedies')}`,
    table(
      [r('remedy'), r('used'), r('credited'), r('recovery'), r('held')],
      mostFirst(metrics.remedies, ({ used }) => used).map(([remedy, { used, credited, recovery, held }]) => [
        t(`common.remedy.${remedy}`),
        plain(used),
        plain(credited),
        median(recovery),
        shareOf(held),
      ]),
    ) || r('none'),
    `## ${r('runbooks')}`,
    table(
      [r('runbook'), r('count'), t('dashboard.runbooks.recovered'), r('recoveryShort')],
      mostFirst(charts.runbooks, ({ used }) => used).map(([id, { used, recovered, recovery }]) => [
        runbookOf(id),
        plain(used),
        shareOf(recovered),
        median(recovery),
      ]),
    ) || r('none'),
    `## ${r('nights')}`,
    table(
      [r('night'), r('wakeUps'), r('falseAlarms'), r('downtime'), r('longestShort'), r('availabilityShort')],
      metrics.nights.map((night) =>
        night.observed
          ? [
              day(night.night),
              plain(night.counted),
              plain(night.falseAlarms),
              minutes(night.downtime),
              minutes(night.longestStretch),
              shareOf(night.availability),
            ]
          : [day(night.night), r('notLogged'), '', '', '', ''],
      ),
    ),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

/** Empty without rows. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function mostFirst<K extends string, V>(counts: Partial<Record<K, V>>, of: (value: V) => number): [K, V][] {
  return (Object.entries(counts) as [K, V][]).sort(([, a], [, b]) => of(b) - of(a));
}
