import type { HouseholdLog } from '@/domain/rows/tables';
import { loggedNights } from '@/exports/openMetrics/loggedNights';
import { formatOpenMetrics, formatOpenMetricsHistory } from '@/exports/openMetrics/openMetrics';
import type { Instant } from '@/lib/time';
import type { OpenMetricsKind } from './openMetricsOption';
import type { CliCall } from './options';

/**
 * Returns the figures of a log as OpenMetrics, with the names of its people: the text stays with
 * whoever has the backup. A history is of all nights of the log, or of those between the days that
 * are given.
 */
export function printOpenMetrics(
  kind: OpenMetricsKind,
  log: HouseholdLog,
  { from, to }: Pick<CliCall, 'from' | 'to'>,
  now: Instant,
): string {
  if (kind === 'now') return formatOpenMetrics(log, now, 'names');
  const logged = loggedNights(log, now);
  // A log of which nothing is known has no history.
  const nights = { from: from ?? logged?.from ?? null, to: to ?? logged?.to ?? null };
  return formatOpenMetricsHistory(
    log,
    nights.from && nights.to ? { from: nights.from, to: nights.to } : null,
    now,
    'names',
  );
}
