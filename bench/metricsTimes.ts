import { readFileSync } from 'node:fs';
import { deserialize } from 'node:v8';
import type { HouseholdLog } from '@/domain/rows/tables';
import type { Instant } from '@/lib/time';
import { computeMetrics } from '@/metrics/computeMetrics';
import type { NightRange } from '@/metrics/nightPlans';

/*
 * Computes the metrics of the files that `metricsLog.ts` wrote, alternately and `RUNS` times each,
 * and prints the times as JSON. As many rounds before are the warm-up.
 */

const RUNS = 15;

const logs = process.argv
  .slice(2)
  .map((file): { log: HouseholdLog; range: NightRange; now: Instant } => deserialize(readFileSync(file)));

function timeOf({ log, range, now }: (typeof logs)[number]): number {
  const startedAt = performance.now();
  computeMetrics(log, range, now);
  return performance.now() - startedAt;
}

const round = () => logs.map(timeOf);
const warmUp = Array.from({ length: RUNS }, round);
const rounds = Array.from({ length: warmUp.length }, round);
const results = logs.map(({ log }, index) => ({
  incidents: log.incidents.length,
  ms: rounds.map((times) => times[index]),
}));
console.log(JSON.stringify(results));
