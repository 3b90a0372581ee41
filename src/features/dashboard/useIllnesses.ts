import { useWords } from '@/i18n/language';
import type { Day } from '@/lib/time';
import type { DashboardView } from './useDashboard';
import { useFigures } from './useFigures';

/** An illness behind the nights of a chart. */
interface Illness {
  id: string;
  from: Day;
  /** One without an end goes on to the end of the range. */
  to: Day;
  /** With the child's name, where there are several. */
  label: string;
}

/** The illnesses that the charts show, of the chosen child if one was chosen. */
export function useIllnesses({ log, range }: DashboardView): Illness[] {
  const { t } = useWords();
  const figures = useFigures();
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
