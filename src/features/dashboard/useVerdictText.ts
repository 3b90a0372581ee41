import { useTranslation } from '@/i18n/useTranslation';
import { useDashboardChoice } from '@/stores/dashboard';
import { nightsIn } from './range';
import type { DashboardView } from './useDashboard';
import { useFigureText } from './useFigureText';
import { type KeyFigure, verdictOf } from './verdict';

/** Returns the functions that format one of the four figures, and its differences. */
export function useKeyFigureText() {
  const figures = useFigureText();
  return ({ name }: KeyFigure) =>
    ({
      mttr: { value: figures.formatMinutes, difference: figures.formatMinutes },
      wakeUps: { value: figures.formatNumber, difference: figures.formatNumber },
      longest: { value: figures.formatMinutes, difference: figures.formatMinutes },
      availability: { value: figures.formatPercent, difference: figures.formatPoints },
    })[name];
}

/**
 * Returns one sentence on whether it gets better: `Better than the four weeks before: back to sleep
 * in 14 min, 3 min less.`
 */
export function useVerdictText({ metrics, previousMetrics, range }: DashboardView): string {
  const { t } = useTranslation();
  const { span } = useDashboardChoice();
  const formatKeyFigure = useKeyFigureText();
  const { kind, reason } = verdictOf(metrics, previousMetrics);
  const { observedNights } = metrics.availability;
  if (kind === 'none' || reason === null) return t('dashboard.key.saysNone', { nights: metrics.nights.length });
  if (kind === 'few') return t('dashboard.verdict.few', { count: observedNights });

  const format = formatKeyFigure(reason);
  const [now, before] = [reason.valueIn(metrics), previousMetrics && reason.valueIn(previousMetrics)];
  const fact = t(`dashboard.verdict.fact.${reason.name}`, { value: format.value(now), count: now ?? 0 });
  if (kind === 'alone') return t('dashboard.verdict.alone', { fact });
  const difference = now === null || before === null ? 0 : now - before;
  const change =
    Math.abs(difference) < reason.minDifference
      ? ''
      : t(`dashboard.verdict.${difference < 0 ? 'less' : 'more'}`, { value: format.difference(Math.abs(difference)) });
  const spanName = span === 'custom' ? 'custom' : (`n${span}` as const);
  return t(`dashboard.verdict.${kind}`, {
    before: t(`dashboard.verdict.before.${spanName}`, { count: nightsIn(range) }),
    fact: `${fact}${change}`,
  });
}
