import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { Card } from '../Card';
import { Meters } from '../charts/Meters';
import type { DashboardView } from '../useDashboard';
import { useFigureText } from '../useFigureText';

/** Shows who gets up, against who should have according to the rota: `Mum +35 points`. */
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
  const overPlan = ({ share, planned }: (typeof people)[number]) => (share ?? 0) - (planned ?? 0);
  const byExcess = [...people].sort((a, b) => overPlan(b) - overPlan(a));
  const [most] = byExcess;
  const formatLoad = ({ name, share, planned }: (typeof people)[number]) => {
    const values = { name, share: figures.formatPercent(share), planned: figures.formatPercent(planned) };
    return t(planned === null ? 'dashboard.load.saysAlone' : 'dashboard.load.says', values);
  };
  const formatFigure = () => {
    if (!most || most.share === null) return '–';
    if (most.planned === null) return `${most.name} ${figures.formatPercent(most.share)}`;
    const excess = overPlan(most);
    return excess < MIN_EXCESS
      ? t('dashboard.load.asPlanned')
      : t('dashboard.load.figure', { name: most.name, points: figures.formatPoints(excess) });
  };
  const formatExplanation = () => {
    // Without a rota, the shares of the others have no plan to be compared with.
    const others = most?.planned === null ? [] : byExcess.slice(1).map(formatLoad);
    const { fairness, rotaAdherence } = load;
    if (fairness !== null) others.push(t('dashboard.load.fairness', { value: figures.formatPercent(fairness) }));
    if (rotaAdherence !== null)
      others.push(t('dashboard.load.adherence', { share: figures.formatPercent(rotaAdherence) }));
    return others.join(' ');
  };
  return (
    <Card
      name="load"
      question={t('dashboard.load.question')}
      figure={formatFigure()}
      cases={cases}
      sentence={most && most.share !== null ? formatLoad(most) : t('dashboard.none')}
      explanation={formatExplanation()}
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

/** A smaller difference between a share and the plan would be written as 0 points. */
const MIN_EXCESS = 0.0005;
