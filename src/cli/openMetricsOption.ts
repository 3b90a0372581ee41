import type { ParsedOptions } from './parseOptions';

/** The options that say whether, and of which nights, figures are printed as OpenMetrics. */
export const OPEN_METRICS_OPTIONS = {
  openmetrics: { type: 'boolean' },
  history: { type: 'boolean' },
} as const;

/** `now`: as one scrape finds them. `history`: one sample a night. */
export type OpenMetricsKind = 'now' | 'history';

/**
 * Returns what is to be printed as OpenMetrics; null if nothing is, and undefined for options that
 * make no sense together: a history is OpenMetrics, what is so now has no range, and JSON is
 * another form.
 */
export function openMetricsKind({
  isSet,
  textOf,
}: Pick<ParsedOptions, 'isSet' | 'textOf'>): OpenMetricsKind | null | undefined {
  const isHistory = isSet('history');
  if (!isSet('openmetrics')) return isHistory ? undefined : null;
  const hasRange = textOf('from') !== null || textOf('to') !== null;
  return isSet('json') || (hasRange && !isHistory) ? undefined : isHistory ? 'history' : 'now';
}
