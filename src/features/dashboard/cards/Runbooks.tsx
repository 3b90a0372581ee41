import { useTranslation } from '@/i18n/useTranslation';
import { Card } from '../Card';
import { MIN_CASES } from '../cases';
import { MAX_METERS, Meters } from '../charts/Meters';
import type { DashboardView } from '../useDashboard';
import { useFigureText } from '../useFigureText';

/** Shows which runbooks were followed, and with what result. */
export function Runbooks({ view }: { view: DashboardView }) {
  const { t } = useTranslation();
  const figures = useFigureText();
  const { runbooks } = view.charts;
  const n = view.metrics.incidents.counted;
  const runbookRows = Object.entries(runbooks)
    .map(([id, outcome]) => ({ id, name: nameOf(id), ...outcome }))
    .sort((a, b) => Number(a.id === 'none') - Number(b.id === 'none') || b.used - a.used || (a.name < b.name ? -1 : 1));
  const [topRunbook] = runbookRows.filter(({ id }) => id !== 'none');

  /**
   * A deleted runbook keeps its name. A log from another device can contain the id of a runbook
   * that this device never had.
   */
  function nameOf(id: string): string {
    if (id === 'none') return t('dashboard.runbooks.without');
    return view.log.runbooks.find((row) => row.id === id)?.name ?? t('dashboard.runbooks.gone');
  }

  const formatSentence = () => {
    if (n === 0) return t('dashboard.none');
    if (!topRunbook) return t('dashboard.runbooks.none');
    const most = t('dashboard.causes.says', {
      cause: topRunbook.name,
      share: figures.formatPercent(topRunbook.used / n),
      n,
    });
    if (topRunbook.used < MIN_CASES || topRunbook.recovered === null || topRunbook.recovery.median === null)
      return most;
    const values = {
      recovered: figures.formatPercent(topRunbook.recovered),
      median: figures.formatMinutes(topRunbook.recovery.median),
    };
    return `${most} ${t('dashboard.runbooks.came', values)}`;
  };
  return (
    <Card
      name="runbooks"
      question={t('dashboard.runbooks.question')}
      figure={topRunbook?.name ?? '–'}
      cases={n}
      sentence={formatSentence()}
      table={{
        head: [
          t('exporting.incident.runbook'),
          t('dashboard.causes.count'),
          t('dashboard.runbooks.recovered'),
          t('dashboard.recovery.question'),
        ],
        rows: () =>
          runbookRows.map(({ name, used, recovered, recovery }) => [
            name,
            figures.formatNumber(used),
            figures.formatPercent(recovered),
            figures.formatMinutes(recovery.median),
          ]),
      }}
    >
      <Meters
        meters={runbookRows.slice(0, MAX_METERS).map(({ id, name, used, recovery }) => ({
          id,
          name,
          value: `${figures.formatNumber(used)} · ${figures.formatMinutes(recovery.median)}`,
          hasTooFewCases: used < MIN_CASES,
          parts: [{ part: used / n, look: 'actual' }],
        }))}
      />
    </Card>
  );
}
