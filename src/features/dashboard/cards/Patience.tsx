import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { Card } from '../Card';
import { Meters } from '../charts/Meters';
import type { DashboardView } from '../useDashboard';
import { useFigureText } from '../useFigureText';

/**
 * Shows patience, a figure that nobody measured. The card is the last one and says that it is a
 * game, and no other figure is computed from patience.
 */
export function Patience({ view }: { view: DashboardView }) {
  const { t } = useTranslation();
  const figures = useFigureText();
  const { caregivers } = useHousehold();
  const hasLoggedNights = view.metrics.availability.observedNights > 0;
  const people = caregivers
    .filter(({ archived }) => !archived)
    .map((person) => ({ ...person, left: view.patience[person.id] ?? null }));
  const formatPatience = (left: number | null) =>
    `${figures.formatNumber(left === null ? null : Math.round(left))} / 100`;
  const least = [...people].sort((a, b) => (a.left ?? 0) - (b.left ?? 0))[0];
  return (
    <Card
      name="patience"
      question={t('dashboard.patience.question')}
      figure={hasLoggedNights && least ? `${least.name} ${formatPatience(least.left)}` : '–'}
      {...(!hasLoggedNights && { cases: 0 })}
      sentence={`${hasLoggedNights ? '' : `${t('dashboard.none')} `}${t('dashboard.patience.says')}`}
      explanation={t('dashboard.patience.means')}
      link={{ href: '/household/naps', label: t('dashboard.patience.link') }}
      table={{
        head: [t('dashboard.person'), t('dashboard.patience.left')],
        rows: () => people.map(({ name, left }) => [name, formatPatience(left)]),
      }}
    >
      <Meters
        meters={people.map(({ id, name, color, left }) => ({
          id,
          name,
          value: formatPatience(left),
          color: `--c-${color}`,
          parts: [{ part: left === null ? null : left / 100, look: 'actual' }],
        }))}
      />
    </Card>
  );
}
