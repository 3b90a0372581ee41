/** As in ISO 8601: Monday is 1, Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Some browsers have the method, older ones the property, others neither. */
interface LocaleWithWeek {
  getWeekInfo?(): { firstDay: number };
  weekInfo?: { firstDay: number };
}

/**
 * Returns the seven weekdays in the order of a calendar of the locale's region. They begin with
 * Monday if the browser does not know the region's order.
 */
export function weekdaysOf(locale: string): Weekday[] {
  const region = new Intl.Locale(locale) as LocaleWithWeek;
  const first = (region.getWeekInfo?.() ?? region.weekInfo)?.firstDay ?? 1;
  return Array.from({ length: 7 }, (_, index) => (((first - 1 + index) % 7) + 1) as Weekday);
}
