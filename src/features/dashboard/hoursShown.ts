import type { WallTime } from '@/lib/time';
import type { HourOfNight } from '@/metrics/hours';

/** The hours of the household's night in their order, and any other in which somebody woke in a night that began early or ended late. */
export function hoursShown(nightStart: WallTime, nightEnd: WallTime, hours: readonly HourOfNight[]): number[] {
  const start = Number(nightStart.slice(0, 2));
  const planned = new Set<number>();
  const end = Number(nightEnd.slice(0, 2)) + (nightEnd.endsWith(':00') ? 0 : 1);
  for (let hour = start; hour % 24 !== end % 24; hour += 1) planned.add(hour % 24);
  const all = new Set([...planned, ...hours.map(({ hour }) => hour)]);
  const afterNoon = (hour: number) => (hour + 12) % 24;
  return [...all].sort((a, b) => afterNoon(a) - afterNoon(b));
}
