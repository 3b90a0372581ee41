import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import { Card, ENOUGH } from '../Card';
import { Meters } from '../charts/Meters';
import type { DashboardView } from '../useDashboard';
import { useFigures } from '../useFigures';

/** Whether waking somebody wakes them. */
export function Escalations({ view }: { view: DashboardView }) {
  const { t } = useWords();
  const figures = useFigures();
  const { caregivers } = useHousehold();
  const { byCaregiver } = view.metrics.escalations;
  const people = caregivers.flatMap((person) => {
    const found = byCaregiver[person.id];
    return found && found.attempts > 0 ? [{ ...person, ...found }] : [];
  });
  const attempts = people.reduce((sum, person) => sum + person.attempts, 0);
  const answered = people.reduce((sum, person) => sum + person.answered, 0);
  return (
    <Card
      name="escalations"
      question={t('dashboard.escalations.question')}
      figure={figures.percent(attempts === 0 ? null : answered / attempts)}
      cases={attempts}
      sentence={
        attempts === 0
          ? t('dashboard.escalations.none')
          : people
              .map(({ name, rate, attempts }) =>
                t('dashboard.escalations.says', { name, rate: figures.percent(rate), attempts }),
              )
              .join(' ')
      }
      table={{
        head: [
          t('dashboard.person'),
          t('dashboard.escalations.attempts'),
          t('dashboard.escalations.answered'),
          t('dashboard.escalations.rate'),
        ],
        rows: () =>
          people.map(({ name, attempts, answered, rate }) => [
            name,
            figures.number(attempts),
            figures.number(answered),
            figures.percent(rate),
          ]),
      }}
    >
      <Meters
        meters={people.map(({ id, name, color, attempts, answered, rate }) => ({
          id,
          name,
          value: `${answered} / ${attempts}`,
          color: `--c-${color}`,
          few: attempts < ENOUGH,
          parts: [{ part: rate, look: 'actual' }],
        }))}
      />
    </Card>
  );
}
