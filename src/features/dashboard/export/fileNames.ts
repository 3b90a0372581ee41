import type { NightRange } from '@/metrics/nightPlans';

/** `infernalops-mttr-2026-11-16-2026-11-22.png` */
export const fileName = (what: string, { from, to }: NightRange, ending: 'png' | 'csv'): string =>
  `infernalops-${what}-${from}-${to}.${ending}`;

/**
 * Returns the caption under a picture or a printed page, for readers who see it outside the app:
 * `InfernalOps · 16 – 22 Nov 2026`. For a simulated household the caption says so.
 */
export function captionOf({ from, to }: NightRange, locale: string, simulated: boolean): string {
  // A day has no time zone, so it is read and formatted in UTC.
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const nights = dates.formatRange(Date.parse(from), Date.parse(to));
  return ['InfernalOps', simulated ? 'GameDay' : '', nights].filter(Boolean).join(' · ');
}
