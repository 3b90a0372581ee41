import { useWords } from '@/i18n/language';
import { Card } from '../Card';
import { Change } from '../Change';
import type { DashboardView } from '../useDashboard';
import { useFigures } from '../useFigures';
import { useSteps } from '../useSteps';

/** Two children awake at once. Of one child alone there is nothing to ask. */
export function Double({ view }: { view: DashboardView }) {
  const { t } = useWords();
  const figures = useFigures();
  const steps = useSteps(view);
  const { metrics, before, log } = view;
  const { count, minutes } = metrics.double;
  const { observedNights } = metrics.availability;
  if (log.children.length < 2) return null;
  const says = () => {
    if (observedNights === 0) return t('dashboard.none');
    return count === 0 ? t('dashboard.double.none') : t('dashboard.double.says', { minutes: figures.minutes(minutes) });
  };
  return (
    <Card
      name="double"
      question={t('dashboard.double.question')}
      figure={observedNights === 0 ? '–' : t('dashboard.double.figure', { count })}
      change={
        <Change
          now={minutes}
          before={before.availability.observedNights === 0 ? null : before.double.minutes}
          say={figures.minutes}
          better="less"
          least={1}
        />
      }
      cases={observedNights}
      sentence={says()}
      table={{
        head: [t('dashboard.night'), t('dashboard.double.times'), t('dashboard.sleep.awake')],
        rows: () => steps.rows(({ double }) => [figures.number(double.count), figures.minutes(double.minutes)]),
      }}
    />
  );
}
