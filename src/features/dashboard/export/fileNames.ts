import type { NightRange } from '@/metrics/nightPlans';

/** `infernalops-mttr-2026-11-16-2026-11-22.png` */
export const fileName = (content: string, { from, to }: NightRange, extension: 'png' | 'csv'): string =>
  `infernalops-${content}-${from}-${to}.${extension}`;

/**
 * Returns the caption under a picture or a printed page, for readers who see it outside the app:
 * `InfernalOps · 16 – 22 Nov 2026`. For a simulated household the caption says so.
 */
export function formatCaption({ from, to }: NightRange, locale: string, isGameDay: boolean): string {
  // A day has no time zone, so it is read and formatted in UTC.
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const nights = dates.formatRange(Date.parse(from), Date.parse(to));
  return ['InfernalOps', isGameDay ? 'GameDay' : '', nights].filter(Boolean).join(' · ');
}
