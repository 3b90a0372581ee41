import { REMEDIES } from '@/domain/rows/incident';
import { useWords } from '@/i18n/language';
import { Card } from '../Card';
import { Meters } from '../charts/Meters';
import type { DashboardView } from '../useDashboard';
import { useFigures } from '../useFigures';

/** What was tried, what came right before sleep, and whether it held for an hour. */
export function Remedies({ view }: { view: DashboardView }) {
  const { t } = useWords();
  const figures = useFigures();
  const found = REMEDIES.flatMap((id) => {
    const remedy = view.metrics.remedies[id];
    return remedy ? [{ id, name: t(`common.remedy.${id}`), ...remedy }] : [];
  }).sort((a, b) => b.credited - a.credited || b.used - a.used);
  const used = found.reduce((sum, remedy) => sum + remedy.used, 0);
  const most = Math.max(1, ...found.map((remedy) => remedy.used));
  const [first] = found.filter(({ credited }) => credited > 0);
  return (
    <Card
      name="remedies"
      question={t('dashboard.remedies.question')}
      figure={first?.name ?? '–'}
      cases={used}
      sentence={
        used === 0
          ? t('dashboard.none')
          : first
            ? t('dashboard.remedies.says', { remedy: first.name, held: figures.percent(first.held) })
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
          found.map(({ name, used, credited, recovery, held }) => [
            name,
            figures.number(used),
            figures.number(credited),
            figures.minutes(recovery.median),
            figures.percent(held),
          ]),
      }}
    >
      <Meters
        looks={{ actual: t('dashboard.remedies.credited'), planned: t('dashboard.remedies.used') }}
        meters={found.map(({ id, name, used, credited, held }) => ({
          id,
          name,
          value: `${figures.number(credited)} / ${figures.number(used)} · ${figures.percent(held)}`,
          color: '--c-green',
          parts: [
            { part: credited / most, look: 'actual' },
            { part: used / most, look: 'planned' },
          ],
        }))}
      />
    </Card>
  );
}
