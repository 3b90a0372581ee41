import { useTranslation } from '@/i18n/useTranslation';
import { Card } from '../Card';
import { MIN_CASES } from '../cases';
import { Meters } from '../charts/Meters';
import type { DashboardView } from '../useDashboard';
import { useFigureText } from '../useFigureText';

/** Compares the nights with an illness to the others, with the number of nights of each kind. */
export function Illness({ view }: { view: DashboardView }) {
  const { t, numberLocale } = useTranslation();
  const figures = useFigureText();
  const { during, outside } = view.metrics.illness;
  const n = view.charts.illnessNights;
  const sides = [
    { id: 'ill', name: t('health.effect.ill'), value: during, nights: n.during },
    { id: 'well', name: t('health.effect.well'), value: outside, nights: n.outside },
  ];
  const most = Math.max(1, during ?? 0, outside ?? 0);
  const signed = new Intl.NumberFormat(numberLocale, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const difference = during === null || outside === null ? null : during - outside;
  const formatSentence = () => {
    if (n.during + n.outside === 0) return t('dashboard.none');
    if (n.during === 0) return t('health.effect.never');
    if (n.outside === 0) return t('health.effect.always', { during: figures.formatNumber(during) });
    return t('health.effect.says', {
      during: figures.formatNumber(during),
      outside: figures.formatNumber(outside),
      duringNights: n.during,
      outsideNights: n.outside,
    });
  };
  return (
    <Card
      name="illness"
      question={t('health.effect.question')}
      figure={
        difference === null
          ? '–'
          : t('health.effect.figure', { difference: signed.format(difference).replace('-', '−') })
      }
      cases={Math.min(n.during, n.outside)}
      sentence={formatSentence()}
      explanation={view.log.children.length > 1 ? t('health.effect.each') : undefined}
      table={{
        head: [t('health.effect.which'), t('health.effect.wakeUps'), t('health.effect.nights')],
        rows: () =>
          sides.map(({ name, value, nights }) => [name, figures.formatNumber(value), figures.formatNumber(nights)]),
      }}
    >
      <Meters
        meters={sides.map(({ id, name, value, nights }) => ({
          id,
          name,
          value: t('health.effect.ofNights', { value: figures.formatNumber(value), count: nights }),
          hasTooFewCases: nights < MIN_CASES,
          parts: [{ part: value === null ? null : value / most, look: 'actual' }],
        }))}
      />
    </Card>
  );
}
