import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runBuilt } from './built';
import { type Figure, median, ms, ratio } from './figures';

const A_YEAR = '52';
const TEN_YEARS = '522';
const WITHIN_MS = 300;
const TIMES_THE_TIME = 12;

/** All figures over ten years and 40,000 incidents of two children, in Node; and over ten years against one. */
export async function benchMetrics(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    const files = [A_YEAR, TEN_YEARS].map((weeks) => join(folder, weeks));
    for (const [index, weeks] of [A_YEAR, TEN_YEARS].entries())
      await runBuilt('metricsLog.ts', files[index] ?? '', weeks);
    const times: { incidents: number; ms: number[] }[] = JSON.parse(await runBuilt('metricsTimes.ts', ...files));
    const [year, decade] = times;
    if (!year || !decade) throw new Error('the metrics were not timed');
    return [
      {
        what: `metrics over ten years (${decade.incidents} incidents)`,
        measured: `${ms(median(decade.ms))} (n = ${decade.ms.length})`,
        budget: ms(WITHIN_MS),
        within: median(decade.ms) <= WITHIN_MS,
      },
      ratio(
        `metrics over ten times the log (${year.incidents} and ${decade.incidents} incidents)`,
        decade.ms,
        year.ms,
        ['ten years', 'a year'],
        TIMES_THE_TIME,
      ),
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}
