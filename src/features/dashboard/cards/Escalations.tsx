import { useHousehold } from '@/hooks/useHousehold';
import { formatEscalations } from '@/i18n/formatEscalations';
import { useTranslation } from '@/i18n/useTranslation';
import { Card } from '../Card';
import { MIN_CASES } from '../cases';
import { Meters } from '../charts/Meters';
import type { DashboardView } from '../useDashboard';
import { useFigureText } from '../useFigureText';
import { metersByVia, peoplePaged, tableByVia } from './escalationsByVia';

/**
 * Shows how often an escalation woke the caregiver: in all and, once somebody was paged, by voice
 * and by page apart.
 */
export function Escalations({ view }: { view: DashboardView }) {
  const { t } = useTranslation();
  const figures = useFigureText();
  const { caregivers } = useHousehold();
  const { byCaregiver } = view.metrics.escalations;
  const people = caregivers.flatMap((person) => {
    const counts = byCaregiver[person.id];
    return counts && counts.attempts > 0 ? [{ ...person, ...counts }] : [];
  });
  const attempts = people.reduce((sum, person) => sum + person.attempts, 0);
  const answered = people.reduce((sum, person) => sum + person.answered, 0);
  // A call in an incident that is still open, or that began before a night, is in no figure. It was
  // made all the same.
  const canSayNone =
    view.metrics.availability.observedNights > 0 && view.charts.notes.every(({ wasEscalated }) => !wasEscalated);
  const peopleByVia = peoplePaged(people, view.metrics);
  const { formatPercent } = figures;
  const sentences = peopleByVia
    ? peopleByVia.map((person) => formatEscalations(person, { t, formatPercent, minCases: MIN_CASES }))
    : people.map(({ name, rate, attempts }) =>
        t('dashboard.escalations.says', { name, rate: formatPercent(rate), attempts }),
      );
  return (
    <Card
      name="escalations"
      question={t('dashboard.escalations.question')}
      figure={formatPercent(attempts === 0 ? null : answered / attempts)}
      cases={attempts}
      sentence={attempts === 0 ? t(canSayNone ? 'dashboard.escalations.none' : 'dashboard.none') : sentences.join(' ')}
      table={
        peopleByVia
          ? tableByVia(peopleByVia, figures, t)
          : {
              head: [
                t('dashboard.person'),
                t('dashboard.escalations.attempts'),
                t('dashboard.escalations.answered'),
                t('dashboard.escalations.rate'),
              ],
              rows: () =>
                people.map(({ name, attempts, answered, rate }) => [
                  name,
                  figures.formatNumber(attempts),
                  figures.formatNumber(answered),
                  formatPercent(rate),
                ]),
            }
      }
    >
      <Meters
        meters={
          peopleByVia
            ? metersByVia(peopleByVia, t)
            : people.map(({ id, name, color, attempts, answered, rate }) => ({
                id,
                name,
                value: `${answered} / ${attempts}`,
                color: `--c-${color}`,
                hasTooFewCases: attempts < MIN_CASES,
                parts: [{ part: rate, look: 'actual' }],
              }))
        }
      />
    </Card>
  );
}
