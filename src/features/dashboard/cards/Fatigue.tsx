import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { Card } from '../Card';
import { Change } from '../Change';
import { BucketChart } from '../charts/BucketChart';
import { Fact } from '../Fact';
import { useBucketAxis } from '../useBucketAxis';
import type { DashboardView } from '../useDashboard';
import { useFigureText } from '../useFigureText';
import { Capacities } from './Capacities';

/**
 * Shows the interventions of each caregiver in each night, against the limit, and after how many a
 * caregiver stops responding.
 */
export function Fatigue({ view }: { view: DashboardView }) {
  const { t } = useTranslation();
  const figures = useFigureText();
  const axis = useBucketAxis(view);
  const { caregivers } = useHousehold();
  const { byCaregiver } = view.metrics.fatigue;
  const people = caregivers.filter(({ id, archived }) => !archived || (byCaregiver[id]?.interventions ?? 0) > 0);
  const totalInterventions = people.reduce((sum, { id }) => sum + (byCaregiver[id]?.interventions ?? 0), 0);
  const most = people
    .map((person) => ({ person, fatigue: byCaregiver[person.id] }))
    .sort((a, b) => (b.fatigue?.interventions ?? 0) - (a.fatigue?.interventions ?? 0))[0];
  const limit = view.log.household.objectives.fatigueLimit;
  const limitOf = (id: string) => view.log.caregivers.find((row) => row.id === id)?.fatigueLimit ?? limit;
  const worst = worstOf(view.metrics);
  return (
    <Card
      name="fatigue"
      question={t('dashboard.fatigue.question')}
      figure={totalInterventions === 0 ? '–' : t('dashboard.fatigue.figure', { count: totalInterventions })}
      cases={totalInterventions}
      explanation={t('dashboard.fatigue.means')}
      sentence={
        totalInterventions === 0 || !most?.fatigue
          ? t('dashboard.none')
          : t('dashboard.fatigue.says', {
              name: most.person.name,
              count: most.fatigue.interventions,
              worst: most.fatigue.worstNight,
              over: most.fatigue.nightsOverLimit,
            })
      }
      table={{
        head: [t('dashboard.night'), ...people.map(({ name }) => name)],
        rows: () =>
          axis.rows((bucket) => people.map(({ id }) => figures.formatNumber(bucket.fatigue[id]?.interventions ?? 0))),
      }}
    >
      <BucketChart
        {...axis}
        series={people.map(({ id, name, color }) => ({
          id,
          name,
          color: `--c-${color}`,
          values: axis.values((bucket) =>
            bucket.availability.observedNights === 0 ? null : (bucket.fatigue[id]?.interventions ?? 0),
          ),
        }))}
        formatValue={figures.formatNumber}
        unit="number"
        {...(view.nightsPerBucket === 1 && {
          objective: { value: limit, label: t('dashboard.key.limit', { limit }) },
        })}
      />
      {worst && (
        <Fact
          name="interventions"
          label={t('dashboard.key.interventions')}
          value={t('dashboard.key.of', { name: figures.nameOf(worst.id), count: worst.count })}
          reference={t('dashboard.key.limit', { limit: limitOf(worst.id) })}
          change={
            <Change
              isBrief
              now={worst.count}
              before={(view.previousMetrics && worstOf(view.previousMetrics)?.count) ?? null}
              formatDifference={figures.formatNumber}
              better="less"
              minDifference={1}
            />
          }
        />
      )}
      <Capacities caregivers={people} view={view} />
    </Card>
  );
}

/** Returns who had the most interventions in one night; null if nobody had any. */
function worstOf({ fatigue }: DashboardView['metrics']): { id: string; count: number } | null {
  const worst = Object.entries(fatigue.byCaregiver)
    .map(([id, { worstNight }]) => ({ id, count: worstNight }))
    .sort((a, b) => b.count - a.count)[0];
  return worst && worst.count > 0 ? worst : null;
}
