import { type BenchResult, formatMs, median } from '../benchResult';
import type { HomeProcess } from './homeProcess';
import { forEach, LoadHousehold } from './loadPhone';

const HOUSEHOLDS = 2_000;
const STREAMS_EACH = 2;
const AT_ONCE = 32;
const MAX_MEBIBYTES = 400;
const MEBIBYTE = 1024 * 1024;
const PUSHES = 101;
const ROW_BYTES = 541;
/** Two medians of the same differ by this much. */
const SAME = 1.5;

/**
 * Measures the server's memory with thousands of open streams, and whether an event to one
 * household costs the others anything: the time to the event, with none of their streams and with
 * all of them, and whether anything came on theirs.
 */
export async function benchOpenStreams(server: HomeProcess): Promise<BenchResult[]> {
  const { url, store } = server;
  const one = new LoadHousehold(url);
  await one.create();
  const alone = await timeEvents(one);

  const before = server.rss();
  const others = Array.from({ length: HOUSEHOLDS - 1 }, () => new LoadHousehold(url));
  const closes: (() => void)[] = [];
  let strayEvents = 0;
  await forEach(others, AT_ONCE, async (other) => {
    await other.create();
    for (let stream = 0; stream < STREAMS_EACH; stream += 1)
      closes.push(
        await other.openStream((text) => {
          if (text.includes('event:')) strayEvents += 1;
        }),
      );
  });
  const among = await timeEvents(one);
  const after = server.rss();
  for (const close of closes) close();

  const mebibytes = after / MEBIBYTE;
  const perStream = (after - before) / closes.length / 1024;
  const ratio = median(among) / median(alone);
  return [
    {
      name: `memory of the server with ${closes.length + STREAMS_EACH} open streams, ${store}`,
      measured: `${mebibytes.toFixed(0)} MiB (${perStream.toFixed(1)} KiB a stream)`,
      budget: store === 'PostgreSQL' ? `${MAX_MEBIBYTES} MiB` : 'none',
      isWithinBudget: store !== 'PostgreSQL' || mebibytes <= MAX_MEBIBYTES,
    },
    {
      name: `an event to one household among ${HOUSEHOLDS} with open streams, ${store}`,
      measured: `${ratio.toFixed(2)} × (among all ${formatMs(median(among))}, alone ${formatMs(median(alone))}, n = ${PUSHES}); ${strayEvents} events to others`,
      budget: `${SAME} ×, 0 events`,
      isWithinBudget: ratio <= SAME && strayEvents === 0,
    },
  ];
}

/** Returns the milliseconds from each push until both streams of the household have its event. */
async function timeEvents(household: LoadHousehold): Promise<number[]> {
  let left = 0;
  let onLast = () => {};
  const onEvent = (text: string) => {
    if (!text.includes('event: change')) return;
    left -= 1;
    if (left === 0) onLast();
  };
  const closes = [await household.openStream(onEvent), await household.openStream(onEvent)];
  const times: number[] = [];
  for (let push = 0; push < PUSHES; push += 1) {
    const startedAt = performance.now();
    left = closes.length;
    const heard = new Promise<void>((resolve) => {
      onLast = resolve;
    });
    await household.push(1, ROW_BYTES);
    await heard;
    times.push(performance.now() - startedAt);
  }
  for (const close of closes) close();
  return times;
}
