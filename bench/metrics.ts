import { gameDayLog } from '@/gameday/gameDayLog';
import type { Day, Instant } from '@/lib/time';
import { addDays, instantOnWall } from '@/lib/zone';
import { computeMetrics } from '@/metrics/computeMetrics';
import { type Figure, median, ms, ratio } from './figures';
import { PLAIN_NAMES } from './gameDayNames';

const ZONE = 'Europe/Paris';
const LAST_NIGHT = '2026-11-22' as Day;
const TEN_YEARS = { weeks: 522, incidentsPerNight: 13.5 };
const WITHIN_MS = 300;
const TIMES_THE_LOG = 10;
const TIMES_THE_TIME = 12;
const RUNS = 9;
const TENFOLD_RUNS = 3;

/** All figures over ten years and 40,000 incidents of two children; and over ten times as long a log. In Node, on one core. */
export async function benchMetrics(): Promise<Figure[]> {
  const decade = prepare(TEN_YEARS.weeks);
  decade.run();
  const took = Array.from({ length: RUNS }, () => decade.run());
  // Made only now: a heap of ten times the size would slow the shorter log, too.
  const century = prepare(TEN_YEARS.weeks * TIMES_THE_LOG);
  century.run();
  const tenfold = Array.from({ length: TENFOLD_RUNS }, () => century.run());
  return [
    {
      what: `metrics over ten years (${decade.incidents} incidents)`,
      measured: `${ms(median(took))} (n = ${took.length})`,
      budget: ms(WITHIN_MS),
      within: median(took) <= WITHIN_MS,
    },
    ratio(
      `metrics over ten times the log (${century.incidents} incidents)`,
      tenfold,
      took,
      ['a hundred years', 'ten years'],
      TIMES_THE_TIME,
    ),
  ];
}

function prepare(weeks: number) {
  const { incidentsPerNight } = TEN_YEARS;
  const log = gameDayLog({
    seed: 1,
    lastNight: LAST_NIGHT,
    weeks,
    timeZone: ZONE,
    names: PLAIN_NAMES,
    incidentsPerNight,
  });
  const range = { from: addDays(LAST_NIGHT, 1 - weeks * 7), to: LAST_NIGHT };
  const now: Instant = instantOnWall(addDays(LAST_NIGHT, 1), '09:00' as Parameters<typeof instantOnWall>[1], ZONE);
  return {
    incidents: log.incidents.length,
    run() {
      const startedAt = performance.now();
      computeMetrics(log, range, now);
      return performance.now() - startedAt;
    },
  };
}
