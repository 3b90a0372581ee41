import { useTranslation } from '@/i18n/useTranslation';
import type { Day } from '@/lib/time';
import type { DashboardView } from './useDashboard';
import { useFigureText } from './useFigureText';

/** An illness, drawn behind the nights of a chart. */
interface IllnessOnChart {
  id: string;
  from: Day;
  /** The last day. An illness without an end lasts until the end of the range. */
  to: Day;
  /** What the illness is called, with the child's name if there are several children. */
  label: string;
}

/** Returns the illnesses that the charts show, of one child only if a child is chosen. */
export function useIllnesses({ log, range }: DashboardView): IllnessOnChart[] {
  const { t } = useTranslation();
  const figures = useFigureText();
  return log.episodes.map(({ id, childId, kind, label, startDay, endDay }) => {
    const illnessName = label || t(`health.kind.${kind}`);
    const child = figures.nameOf(childId);
    return {
      id,
      from: startDay,
      to: endDay ?? range.to,
      label: log.children.length > 1 ? t('health.ofChild', { label: illnessName, child }) : illnessName,
    };
  });
}
