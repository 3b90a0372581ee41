import { useWords } from '@/i18n/language';
import type { Weaning } from '@/metrics/weaning';
import { ENOUGH } from './Card';
import { nightsIn } from './range';
import type { DashboardView } from './useDashboard';
import { useFigures } from './useFigures';

const WEEK = 7;

/** How far the weaning is, in weeks and not in nights, and how far it is to the household's own goal. Sentences, or none. */
export function useWeaningWords({ range, charts, weaning, log }: DashboardView): string[] {
  const { t } = useWords();
  const figures = useFigures();
  const { lately, before } = weaning;
  const goal = log.household.objectives.weaning;
  const say = ({ withoutFeed, n }: Weaning) =>
    n < ENOUGH ? t('dashboard.weaning.few', { share: figures.percent(withoutFeed), n }) : figures.percent(withoutFeed);

  const trend = () => {
    // Over seven nights the figure itself says what they were.
    const isSaid = nightsIn(range) === WEEK;
    if (lately.n === 0) return null;
    if (before.n === 0) return isSaid ? null : t('dashboard.weaning.latelyOnly', { lately: say(lately) });
    return isSaid
      ? t('dashboard.weaning.beforeOnly', { before: say(before) })
      : t('dashboard.weaning.lately', { lately: say(lately), before: say(before) });
  };

  const distance = () => {
    // The week says where one is by now; a range of months, where one has been.
    const share = lately.withoutFeed ?? charts.weaning.withoutFeed;
    if (goal === null || share === null) return null;
    return share >= goal
      ? t('dashboard.weaning.reached', { goal: figures.percent(goal) })
      : t('dashboard.weaning.ahead', { goal: figures.percent(goal), points: figures.points(goal - share) });
  };

  return [trend(), distance()].filter((sentence) => sentence !== null);
}
