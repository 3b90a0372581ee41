import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BenchResult, formatMs, median, ratioResult } from './benchResult';
import { runBuilt } from './runBuilt';

const YEAR_WEEKS = '52';
const TEN_YEARS_WEEKS = '522';
const WITHIN_MS = 300;
const TIME_RATIO_MAX = 12;

/**
 * Measures in Node how long all figures take over ten years (40,000 incidents of two children), and
 * compares this with the time for one year.
 */
export async function benchMetrics(): Promise<BenchResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    const files = [YEAR_WEEKS, TEN_YEARS_WEEKS].map((weeks) => join(folder, weeks));
    for (const [index, weeks] of [YEAR_WEEKS, TEN_YEARS_WEEKS].entries())
      await runBuilt('metricsLog.ts', files[index] ?? '', weeks);
    const times: { incidents: number; ms: number[] }[] = JSON.parse(await runBuilt('metricsTimes.ts', ...files));
    const [year, decade] = times;
    if (!year || !decade) throw new Error('the metrics were not timed');
    return [
      {
        name: `metrics over ten years (${decade.incidents} incidents)`,
        measured: `${formatMs(median(decade.ms))} (n = ${decade.ms.length})`,
        budget: formatMs(WITHIN_MS),
        isWithinBudget: median(decade.ms) <= WITHIN_MS,
      },
      ratioResult(
        `metrics over ten times the log (${year.incidents} and ${decade.incidents} incidents)`,
        decade.ms,
        year.ms,
        ['ten years', 'a year'],
        TIME_RATIO_MAX,
      ),
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}
