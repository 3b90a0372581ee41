import { useTranslation } from '@/i18n/useTranslation';
import type { Weaning } from '@/metrics/weaning';
import { MIN_CASES } from './cases';
import { nightsIn } from './range';
import type { DashboardView } from './useDashboard';
import { useFigureText } from './useFigureText';

const WEEK = 7;

/**
 * Returns how far the weaning is, week by week, and how far it is from the household's own goal.
 * The result is a list of sentences, which may be empty.
 */
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
    // For a range of seven nights, the card's figure already is the share of the last week.
    const isShownAbove = nightsIn(range) === WEEK;
    if (recent.n === 0) return null;
    if (before.n === 0) return isShownAbove ? null : t('dashboard.weaning.latelyOnly', { lately: formatShare(recent) });
    return isShownAbove
      ? t('dashboard.weaning.beforeOnly', { before: formatShare(before) })
      : t('dashboard.weaning.lately', { lately: formatShare(recent), before: formatShare(before) });
  };

  const distance = () => {
    // The goal is compared with the last week, which says how far the weaning is now. A range of
    // months would say how far it has been.
    const share = recent.withoutFeed ?? charts.weaning.withoutFeed;
    if (goal === null || share === null) return null;
    return share >= goal
      ? t('dashboard.weaning.reached', { goal: figures.formatPercent(goal) })
      : t('dashboard.weaning.ahead', { goal: figures.formatPercent(goal), points: figures.formatPoints(goal - share) });
  };

  return [trend(), distance()].filter((sentence) => sentence !== null);
}
