import { useTranslation } from '@/i18n/useTranslation';
import type { Weaning } from '@/metrics/weaning';
import { MIN_CASES } from './Card';
import { nightsIn } from './range';
import type { DashboardView } from './useDashboard';
import { useFigureText } from './useFigureText';

const WEEK = 7;

/** How far the weaning is, in weeks and not in nights, and how far it is to the household's own goal. Sentences, or none. */
export function useWeaningText({ range, charts, weaning, log }: DashboardView): string[] {
  const { t } = useTranslation();
  const figures = useFigureText();
  const { recent, before } = weaning;
  const goal = log.household.objectives.weaning;
  const formatShare = ({ withoutFeed, n }: Weaning) =>
    n < MIN_CASES
      ? t('dashboard.weaning.few', { share: figures.formatPercent(withoutFeed), n })
      : figures.formatPercent(withoutFeed);

  const trend = () => {
    // Over seven nights the figure itself says what they were.
    const isShownAbove = nightsIn(range) === WEEK;
    if (recent.n === 0) return null;
    if (before.n === 0) return isShownAbove ? null : t('dashboard.weaning.latelyOnly', { lately: formatShare(recent) });
    return isShownAbove
      ? t('dashboard.weaning.beforeOnly', { before: formatShare(before) })
      : t('dashboard.weaning.lately', { lately: formatShare(recent), before: formatShare(before) });
  };

  const distance = () => {
    // The week says where one is by now; a range of months, where one has been.
    const share = recent.withoutFeed ?? charts.weaning.withoutFeed;
    if (goal === null || share === null) return null;
    return share >= goal
      ? t('dashboard.weaning.reached', { goal: figures.formatPercent(goal) })
      : t('dashboard.weaning.ahead', { goal: figures.formatPercent(goal), points: figures.formatPoints(goal - share) });
  };

  return [trend(), distance()].filter((sentence) => sentence !== null);
}
