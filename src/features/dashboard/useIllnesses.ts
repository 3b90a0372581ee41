import { useTranslation } from '@/i18n/useTranslation';
import type { Day } from '@/lib/time';
import type { DashboardView } from './useDashboard';
import { useFigureText } from './useFigureText';

/** An illness behind the nights of a chart. */
interface IllnessOnChart {
  id: string;
  from: Day;
  /** One without an end goes on to the end of the range. */
  to: Day;
  /** With the child's name, where there are several. */
  label: string;
}

/** The illnesses that the charts show, of the chosen child if one was chosen. */
export function useIllnesses({ log, range }: DashboardView): IllnessOnChart[] {
  const { t } = useTranslation();
  const figures = useFigureText();
  return log.episodes.map(({ id, childId, kind, label, startDay, endDay }) => {
    const named = label || t(`health.kind.${kind}`);
    const child = figures.nameOf(childId);
    return {
      id,
      from: startDay,
      to: endDay ?? range.to,
      label: log.children.length > 1 ? t('health.ofChild', { label: named, child }) : named,
    };
  });
}
