import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { Card } from '../Card';
import { BucketChart } from '../charts/BucketChart';
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
  return (
    <Card
      name="fatigue"
      question={t('dashboard.fatigue.question')}
      figure={totalInterventions === 0 ? '–' : t('dashboard.fatigue.figure', { count: totalInterventions })}
      cases={totalInterventions}
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
        {...(view.nightsPerBucket === 1 && {
          objective: { value: limit, label: t('dashboard.key.limit', { limit }) },
        })}
      />
      <Capacities caregivers={people} view={view} />
    </Card>
  );
}
