import { type BenchResult, formatMs, percentile } from '../benchResult';
import type { HomeProcess } from './homeProcess';
import { forEach, LoadHousehold } from './loadPhone';

const HOUSEHOLDS = 2_000;
const STREAMS_EACH = 2;
const SECONDS = 8;
/** A night's row, sealed and padded. */
const ROW_BYTES = 541;
/** A tap writes one row; a phone that comes back to the network has those of an evening. */
const ROWS_OF_A_PUSH = [1, 10];
const AT_ONCE = 32;
const MIN_ROWS_PER_SECOND = 3_000;
const MAX_FANOUT_MS = 100;

/**
 * Measures how many rows a second the server takes from many households, each with two phones and
 * their streams, and how long it takes until the other phone hears of a write. The load is this
 * process, on the same machine, so it takes its share of the time.
 */
export async function benchWrites({ url, store }: HomeProcess): Promise<BenchResult[]> {
  const households = Array.from({ length: HOUSEHOLDS }, () => new LoadHousehold(url));
  const sentAt = new Map<LoadHousehold, number>();
  const fanOutMs: number[] = [];
  const closes: (() => void)[] = [];
  await forEach(households, AT_ONCE, async (household) => {
    await household.create();
    for (let stream = 0; stream < STREAMS_EACH; stream += 1)
      closes.push(
        await household.openStream((text) => {
          const at = sentAt.get(household);
          if (text.includes('event: change') && at !== undefined) fanOutMs.push(performance.now() - at);
        }),
      );
  });

  const results: BenchResult[] = [];
  for (const rowsOfAPush of ROWS_OF_A_PUSH) {
    fanOutMs.length = 0;
    let pushes = 0;
    const startedAt = performance.now();
    const until = startedAt + SECONDS * 1_000;
    const turns = function* () {
      for (let turn = 0; performance.now() < until; turn += 1) yield households[turn % HOUSEHOLDS] as LoadHousehold;
    };
    await forEach(turns(), AT_ONCE, async (household) => {
      sentAt.set(household, performance.now());
      await household.push(rowsOfAPush, ROW_BYTES);
      pushes += 1;
    });
    const perSecond = (pushes * rowsOfAPush) / ((performance.now() - startedAt) / 1_000);
    results.push(...resultsOf(store, rowsOfAPush, perSecond, fanOutMs));
  }
  for (const close of closes) close();
  return results;
}

function resultsOf(
  store: HomeProcess['store'],
  rowsOfAPush: number,
  perSecond: number,
  fanOutMs: readonly number[],
): BenchResult[] {
  const p99 = percentile(fanOutMs, 0.99);
  const load = `${HOUSEHOLDS} households, ${STREAMS_EACH} streams each, pushes of ${rowsOfAPush}, ${AT_ONCE} at once`;
  return [
    {
      name: `writes on ${store}, ${load}`,
      measured: `${perSecond.toFixed(0)} rows a second`,
      budget: store === 'PostgreSQL' ? `${MIN_ROWS_PER_SECOND} rows a second` : 'none',
      isWithinBudget: store !== 'PostgreSQL' || perSecond >= MIN_ROWS_PER_SECOND,
    },
    {
      name: `from the push to the event on the other phone, ${store}, pushes of ${rowsOfAPush}`,
      measured: `median ${formatMs(percentile(fanOutMs, 0.5))}, p99 ${formatMs(p99)} (n = ${fanOutMs.length})`,
      budget: store === 'PostgreSQL' ? `p99 ${formatMs(MAX_FANOUT_MS)}` : 'none',
      isWithinBudget: store !== 'PostgreSQL' || p99 <= MAX_FANOUT_MS,
    },
  ];
}
