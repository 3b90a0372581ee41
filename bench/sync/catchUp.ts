import { type BenchResult, ratioResult } from '../benchResult';
import type { HomeProcess } from './homeProcess';
import { LoadHousehold } from './loadPhone';

/** One document for each incident of the log. */
const MONTH = 330;
const TEN_YEARS = 40_000;
const CHANGES = 10;
const RUNS = 201;
const DOCS_OF_A_PUSH = 200;
/** An incident of eleven entries, sealed and padded. */
const ROW_BYTES = 1_821;

/** Measures how long the server takes to answer what is new, on a long log and on a short one. */
export async function benchCatchUp({ url, store }: HomeProcess): Promise<BenchResult[]> {
  const month = await householdWith(url, MONTH);
  const decade = await householdWith(url, TEN_YEARS);
  const times: { month: number[]; decade: number[] } = { month: [], decade: [] };
  for (let run = 0; run < RUNS; run += 1) {
    times.month.push(await timePull(month));
    times.decade.push(await timePull(decade));
  }
  return [
    ratioResult(
      `${CHANGES} changes asked of the server, household of ten years (40,000 documents), ${store}`,
      times.decade,
      times.month,
      ['ten years', 'one month'],
      2,
    ),
  ];
}

interface Filled {
  household: LoadHousehold;
  /** What a phone has that misses the last changes. */
  since: number;
}

async function householdWith(url: string, docs: number): Promise<Filled> {
  const household = new LoadHousehold(url);
  await household.create();
  for (let left = docs; left > 0; left -= DOCS_OF_A_PUSH)
    await household.push(Math.min(left, DOCS_OF_A_PUSH), ROW_BYTES);
  return { household, since: (await household.push(CHANGES, ROW_BYTES)) - CHANGES };
}

async function timePull({ household, since }: Filled): Promise<number> {
  const startedAt = performance.now();
  await household.pull(since);
  return performance.now() - startedAt;
}
