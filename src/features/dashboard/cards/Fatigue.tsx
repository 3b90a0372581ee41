import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import { Card } from '../Card';
import { StepChart } from '../charts/StepChart';
import type { DashboardView } from '../useDashboard';
import { useFigures } from '../useFigures';
import { useSteps } from '../useSteps';
import { Capacities } from './Capacities';

/** Interventions by caregiver, night by night, against the limit, and how many it takes until somebody stops responding. */
export function Fatigue({ view }: { view: DashboardView }) {
  const { t } = useWords();
  const figures = useFigures();
  const steps = useSteps(view);
  const { caregivers } = useHousehold();
  const { byCaregiver } = view.metrics.fatigue;
  const people = caregivers.filter(({ id, archived }) => !archived || (byCaregiver[id]?.interventions ?? 0) > 0);
  const all = people.reduce((sum, { id }) => sum + (byCaregiver[id]?.interventions ?? 0), 0);
  const most = people
    .map((person) => ({ person, fatigue: byCaregiver[person.id] }))
    .sort((a, b) => (b.fatigue?.interventions ?? 0) - (a.fatigue?.interventions ?? 0))[0];
  const limit = view.log.household.objectives.fatigueLimit;
  return (
    <Card
      name="fatigue"
      question={t('dashboard.fatigue.question')}
      figure={all === 0 ? '–' : t('dashboard.fatigue.figure', { count: all })}
      cases={all}
      sentence={
        all === 0 || !most?.fatigue
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
        rows: () => steps.rows((step) => people.map(({ id }) => figures.number(step.fatigue[id]?.interventions ?? 0))),
      }}
    >
      <StepChart
        {...steps}
        series={people.map(({ id, name, color }) => ({
          id,
          name,
          color: `--c-${color}`,
          values: steps.values((step) =>
            step.availability.observedNights === 0 ? null : (step.fatigue[id]?.interventions ?? 0),
          ),
        }))}
        say={figures.number}
        {...(view.nightsPerStep === 1 && {
          objective: { value: limit, label: t('dashboard.key.limit', { limit }) },
        })}
      />
      <Capacities people={people} view={view} />
    </Card>
  );
}
