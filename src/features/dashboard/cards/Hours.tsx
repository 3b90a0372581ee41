import { useTranslation } from '@/i18n/useTranslation';
import { weekdaysOf } from '@/i18n/weekdays';
import type { WallTime } from '@/lib/time';
import type { HourOfNight } from '@/metrics/hours';
import { Card } from '../Card';
import { HourHeatmap } from '../charts/HourHeatmap';
import { useClockText } from '../useClockText';
import type { DashboardView } from '../useDashboard';
import { useFigureText } from '../useFigureText';

/** Shows wake-ups by the hour of the night and the weekday of its evening. */
export function Hours({ view }: { view: DashboardView }) {
  const { t, numberLocale } = useTranslation();
  const figures = useFigureText();
  const { formatHour, formatWeekday } = useClockText();
  const { hours: cells } = view.charts;
  const { nightStart, nightEnd } = view.log.household;
  const weekdays = weekdaysOf(numberLocale);
  const visibleHours = hoursToShow(nightStart, nightEnd, cells);
  const wakeUpCount = cells.reduce((sum, { count }) => sum + count, 0);
  const countAt = (weekday: number, hour: number) =>
    cells.find((cell) => cell.weekday === weekday && cell.hour === hour)?.count ?? 0;
  const [worstHour] = sortByCountDescending(visibleHours, (hour) =>
    weekdays.reduce((sum, weekday) => sum + countAt(weekday, hour), 0),
  );
  const [worstDay] = sortByCountDescending(
    // Of two days with the same count, every device names the same.
    [...weekdays].sort(),
    (weekday) => visibleHours.reduce((sum, hour) => sum + countAt(weekday, hour), 0),
  );
  return (
    <Card
      name="hours"
      question={t('dashboard.hours.question')}
      figure={
        worstHour && wakeUpCount > 0 ? `${formatHour(worstHour.item)} – ${formatHour((worstHour.item + 1) % 24)}` : '–'
      }
      cases={wakeUpCount}
      sentence={
        wakeUpCount === 0 || !worstHour || !worstDay
          ? t('dashboard.none')
          : t('dashboard.hours.says', {
              from: formatHour(worstHour.item),
              to: formatHour((worstHour.item + 1) % 24),
              count: worstHour.count,
              weekday: formatWeekday(worstDay.item, 'long'),
            })
      }
      table={{
        head: [t('dashboard.hours.hour'), ...weekdays.map((weekday) => formatWeekday(weekday, 'short'))],
        rows: () =>
          visibleHours.map((hour) => [
            formatHour(hour),
            ...weekdays.map((weekday) => figures.formatNumber(countAt(weekday, hour))),
          ]),
      }}
    >
      <HourHeatmap
        hours={visibleHours.map((hour) => ({ hour, name: formatHour(hour) }))}
        weekdays={weekdays.map((weekday) => ({ weekday, name: formatWeekday(weekday, 'short') }))}
        countAt={countAt}
      />
    </Card>
  );
}

const sortByCountDescending = <T,>(items: readonly T[], countOf: (item: T) => number): { item: T; count: number }[] =>
  items.map((item) => ({ item, count: countOf(item) })).sort((a, b) => b.count - a.count);

/**
 * Returns the hours of the household's night and every other hour with a wake-up, in the order from
 * noon to noon. Other hours come from nights that began early or ended late.
 */
function hoursToShow(nightStart: WallTime, nightEnd: WallTime, cells: readonly HourOfNight[]): number[] {
  const start = Number(nightStart.slice(0, 2));
  // A night that ends at 06:30 still has the hour of 06.
  const end = Number(nightEnd.slice(0, 2)) + (nightEnd.endsWith(':00') ? 0 : 1);
  const planned = new Set<number>();
  for (let hour = start; hour % 24 !== end % 24; hour += 1) planned.add(hour % 24);
  const all = new Set([...planned, ...cells.map(({ hour }) => hour)]);
  // A night crosses midnight, so its hours are counted from noon.
  const hoursSinceNoon = (hour: number) => (hour + 12) % 24;
  return [...all].sort((a, b) => hoursSinceNoon(a) - hoursSinceNoon(b));
}
