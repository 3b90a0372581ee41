import { useTranslation } from '@/i18n/useTranslation';
import type { WallTime } from '@/lib/time';
import type { HourOfNight } from '@/metrics/hours';
import { Card } from '../Card';
import { HourHeatmap } from '../charts/HourHeatmap';
import { useClockText } from '../useClockText';
import type { DashboardView } from '../useDashboard';
import { useFigureText } from '../useFigureText';

/** Shows wake-ups by the hour of the night and the weekday of its evening. */
export function Hours({ view }: { view: DashboardView }) {
  const { t } = useTranslation();
  const figures = useFigureText();
  const { formatHour, formatWeekday } = useClockText();
  const { hours } = view.charts;
  const { nightStart, nightEnd } = view.log.household;
  const visibleHours = hoursToShow(nightStart, nightEnd, hours);
  const n = hours.reduce((sum, { count }) => sum + count, 0);
  const countAt = (weekday: number, hour: number) =>
    hours.find((cell) => cell.weekday === weekday && cell.hour === hour)?.count ?? 0;
  const [worstHour] = sortByCount(visibleHours, (hour) =>
    WEEKDAYS.reduce((sum, weekday) => sum + countAt(weekday, hour), 0),
  );
  const [worstDay] = sortByCount(WEEKDAYS, (weekday) =>
    visibleHours.reduce((sum, hour) => sum + countAt(weekday, hour), 0),
  );
  return (
    <Card
      name="hours"
      question={t('dashboard.hours.question')}
      figure={worstHour && n > 0 ? `${formatHour(worstHour.item)} – ${formatHour((worstHour.item + 1) % 24)}` : '–'}
      cases={n}
      sentence={
        n === 0 || !worstHour || !worstDay
          ? t('dashboard.none')
          : t('dashboard.hours.says', {
              from: formatHour(worstHour.item),
              to: formatHour((worstHour.item + 1) % 24),
              count: worstHour.count,
              weekday: formatWeekday(worstDay.item, 'long'),
            })
      }
      table={{
        head: [t('dashboard.hours.hour'), ...WEEKDAYS.map((weekday) => formatWeekday(weekday, 'short'))],
        rows: () =>
          visibleHours.map((hour) => [
            formatHour(hour),
            ...WEEKDAYS.map((weekday) => figures.formatNumber(countAt(weekday, hour))),
          ]),
      }}
    >
      <HourHeatmap
        hours={visibleHours.map((hour) => ({ hour, name: formatHour(hour) }))}
        weekdays={WEEKDAYS.map((weekday) => ({ weekday, name: formatWeekday(weekday, 'short') }))}
        countAt={countAt}
      />
    </Card>
  );
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

const sortByCount = <T,>(items: readonly T[], countOf: (item: T) => number): { item: T; count: number }[] =>
  items.map((item) => ({ item, count: countOf(item) })).sort((a, b) => b.count - a.count);

/**
 * Returns the hours of the household's night in their order, and any other hour with a wake-up, in
 * a night that began early or ended late.
 */
function hoursToShow(nightStart: WallTime, nightEnd: WallTime, hours: readonly HourOfNight[]): number[] {
  const start = Number(nightStart.slice(0, 2));
  const planned = new Set<number>();
  const end = Number(nightEnd.slice(0, 2)) + (nightEnd.endsWith(':00') ? 0 : 1);
  for (let hour = start; hour % 24 !== end % 24; hour += 1) planned.add(hour % 24);
  const all = new Set([...planned, ...hours.map(({ hour }) => hour)]);
  const afterNoon = (hour: number) => (hour + 12) % 24;
  return [...all].sort((a, b) => afterNoon(a) - afterNoon(b));
}
