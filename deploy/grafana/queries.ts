/*
 * The PromQL of the dashboard. A history that was filled in has one sample a night, at the end of
 * the night, and a scrape has one each minute: each query therefore takes the last sample of a day,
 * and adds up over the labels that the scrape adds, which a history lacks.
 */

type Metric = `infernalops_${string}`;

/** How each query of the charts steps. Grafana begins such steps at midnight of its time zone. */
export const STEP = '1d';

/**
 * The last sample of the day up to 18:00. The night that ended on a morning is drawn on the day of
 * that morning, and an evening that has just begun is not taken for a night.
 */
const OF_THE_DAY = `[${STEP}] offset -18h`;

const last = (metric: Metric, matchers: string, when: string, by: readonly string[]): string =>
  `max${by.length > 0 ? ` by (${by.join(', ')})` : ''} (last_over_time(${metric}${matchers}${when}))`;

/** A series of nights, each over one window. */
export const ofWindow = (metric: Metric, window: string, by: readonly string[] = [], matchers = ''): string =>
  last(metric, `{window="${window}"${matchers && `, ${matchers}`}}`, OF_THE_DAY, by);

/** The same over the window that the reader has chosen. */
export const ofChosen = (metric: Metric, by: readonly string[] = [], matchers = ''): string =>
  ofWindow(metric, '$window', by, matchers);

/** A series of days of what has no window. */
export const ofDay = (metric: Metric, by: readonly string[] = []): string => last(metric, '', OF_THE_DAY, by);

/**
 * The last values of a day over the chosen window, not as a series: what was the last cause in
 * spring is none of this week.
 */
export const latest = (metric: Metric, by: readonly string[], matchers = ''): string =>
  last(metric, `{window="$window"${matchers && `, ${matchers}`}}`, `[${STEP}]`, by);

/** What is so now. Only figures that are scraped can tell. */
export const now = (metric: Metric, by: readonly string[] = []): string =>
  `max${by.length > 0 ? ` by (${by.join(', ')})` : ''} (${metric})`;
