import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { Card } from '../Card';
import { Meters } from '../charts/Meters';
import type { DashboardView } from '../useDashboard';
import { useFigureText } from '../useFigureText';

/** Shows who gets up, and who should have according to the rota. */
export function Load({ view }: { view: DashboardView }) {
  const { t } = useTranslation();
  const figures = useFigureText();
  const { caregivers } = useHousehold();
  const { load, fatigue } = view.metrics;
  const { planned } = view.charts;
  const people = caregivers
    .filter(({ id, archived }) => !archived || (load.byCaregiver[id]?.share ?? 0) > 0)
    .map((person) => ({
      ...person,
      share: load.byCaregiver[person.id]?.share ?? null,
      awakeMinutes: load.byCaregiver[person.id]?.awakeMinutes ?? 0,
      planned: planned[person.id] ?? null,
    }));
  const cases = Object.values(fatigue.byCaregiver).reduce((sum, { interventions }) => sum + interventions, 0);
  const byShare = [...people].sort((a, b) => (b.share ?? 0) - (a.share ?? 0));
  const [most] = byShare;
  const formatSentence = () => {
    if (!most || most.share === null) return t('dashboard.none');
    const formatLoad = ({ name, share, planned }: typeof most) => {
      const values = { name, share: figures.formatPercent(share), planned: figures.formatPercent(planned) };
      return t(planned === null ? 'dashboard.load.saysAlone' : 'dashboard.load.says', values);
    };
    return [
      // Without a rota, the shares of the others have no plan to be compared with.
      ...(most.planned === null ? [most] : byShare).map(formatLoad),
      ...(load.fairness === null
        ? []
        : [t('dashboard.load.fairness', { value: figures.formatPercent(load.fairness) })]),
      ...(load.rotaAdherence === null
        ? []
        : [t('dashboard.load.adherence', { share: figures.formatPercent(load.rotaAdherence) })]),
    ].join(' ');
  };
  return (
    <Card
      name="load"
      question={t('dashboard.load.question')}
      figure={most && most.share !== null ? `${most.name} ${figures.formatPercent(most.share)}` : '–'}
      cases={cases}
      sentence={formatSentence()}
      table={{
        head: [
          t('dashboard.person'),
          t('dashboard.load.actual'),
          t('dashboard.load.planned'),
          t('dashboard.load.awake'),
        ],
        rows: () =>
          people.map(({ name, share, planned, awakeMinutes }) => [
            name,
            figures.formatPercent(share),
            figures.formatPercent(planned),
            figures.formatMinutes(awakeMinutes),
          ]),
      }}
    >
      <Meters
        legend={{ actual: t('dashboard.load.actual'), planned: t('dashboard.load.planned') }}
        meters={people.map(({ id, name, color, share, planned, awakeMinutes }) => ({
          id,
          name,
          value: `${figures.formatPercent(share)} · ${figures.formatMinutes(awakeMinutes)}`,
          color: `--c-${color}`,
          parts: [
            { part: share, look: 'actual' },
            { part: planned, look: 'planned' },
          ],
        }))}
      />
    </Card>
  );
}
