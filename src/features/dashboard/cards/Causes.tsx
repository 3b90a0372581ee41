import { CAUSES, type Cause } from '@/domain/rows/incident';
import { useTranslation } from '@/i18n/useTranslation';
import { Card } from '../Card';
import { MAX_METERS, Meters } from '../charts/Meters';
import type { DashboardView } from '../useDashboard';
import { useFigureText } from '../useFigureText';

/** Shows the causes of the wake-ups, as far as they are known. */
export function Causes({ view }: { view: DashboardView }) {
  const { t } = useTranslation();
  const figures = useFigureText();
  const { causes, incidents } = view.metrics;
  const n = incidents.counted;
  const causeCounts = ([...CAUSES, 'unknown'] as const)
    .map((id) => ({ id, count: causes[id] ?? 0, name: nameOf(id) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  const [topCause] = causeCounts.filter(({ id }) => id !== 'unknown');

  function nameOf(id: Cause | 'unknown'): string {
    return id === 'unknown' ? t('dashboard.causes.unknown') : t(`common.cause.${id}`);
  }

  return (
    <Card
      name="causes"
      question={t('dashboard.causes.question')}
      figure={topCause?.name ?? '–'}
      cases={n}
      sentence={
        topCause
          ? t('dashboard.causes.says', { cause: topCause.name, share: figures.formatPercent(topCause.count / n), n })
          : t('dashboard.none')
      }
      table={{
        head: [t('dashboard.causes.cause'), t('dashboard.causes.count')],
        rows: () => causeCounts.map(({ name, count }) => [name, figures.formatNumber(count)]),
      }}
    >
      <Meters
        meters={causeCounts.slice(0, MAX_METERS).map(({ id, name, count }) => ({
          id,
          name,
          value: figures.formatNumber(count),
          parts: [{ part: count / n, look: 'actual' }],
        }))}
      />
    </Card>
  );
}
