import { REMEDIES } from '@/domain/rows/incident';
import { useTranslation } from '@/i18n/useTranslation';
import { Card } from '../Card';
import { MAX_METERS, Meters } from '../charts/Meters';
import type { DashboardView } from '../useDashboard';
import { useFigureText } from '../useFigureText';

/**
 * Shows what was tried, what came last before the child slept, and whether that sleep lasted an
 * hour.
 */
export function Remedies({ view }: { view: DashboardView }) {
  const { t } = useTranslation();
  const figures = useFigureText();
  const remedyRows = REMEDIES.flatMap((id) => {
    const remedy = view.metrics.remedies[id];
    return remedy ? [{ id, name: t(`common.remedy.${id}`), ...remedy }] : [];
  }).sort((a, b) => b.credited - a.credited || b.used - a.used);
  const used = remedyRows.reduce((sum, remedy) => sum + remedy.used, 0);
  const most = Math.max(1, ...remedyRows.map((remedy) => remedy.used));
  const [topRemedy] = remedyRows.filter(({ credited }) => credited > 0);
  return (
    <Card
      name="remedies"
      question={t('dashboard.remedies.question')}
      figure={topRemedy?.name ?? '–'}
      cases={used}
      explanation={t('dashboard.remedies.means')}
      sentence={
        used === 0
          ? t('dashboard.none')
          : topRemedy
            ? t('dashboard.remedies.says', { remedy: topRemedy.name, held: figures.formatPercent(topRemedy.held) })
            : t('dashboard.remedies.saysNone')
      }
      table={{
        head: [
          t('dashboard.remedies.remedy'),
          t('dashboard.remedies.used'),
          t('dashboard.remedies.credited'),
          t('dashboard.remedies.recovery'),
          t('dashboard.remedies.held'),
        ],
        rows: () =>
          remedyRows.map(({ name, used, credited, recovery, held }) => [
            name,
            figures.formatNumber(used),
            figures.formatNumber(credited),
            figures.formatMinutes(recovery.median),
            figures.formatPercent(held),
          ]),
      }}
    >
      <Meters
        legend={{ actual: t('dashboard.remedies.credited'), planned: t('dashboard.remedies.used') }}
        meters={remedyRows.slice(0, MAX_METERS).map(({ id, name, used, credited, held }) => ({
          id,
          name,
          value: `${figures.formatNumber(credited)} / ${figures.formatNumber(used)} · ${figures.formatPercent(held)}`,
          parts: [
            { part: credited / most, look: 'actual' },
            { part: used / most, look: 'planned' },
          ],
        }))}
      />
    </Card>
  );
}
