import { describe, expect, it, vi } from 'vitest';
import { MAX_PAGE_BYTES } from '@/protocol/limits';
import type { Log } from '@/server/log';
import { type Notification, Notifier } from '@/server/notifications';
import type { Store } from '@/server/store/store';
import { newBody, newId } from './support/phone';

const page = (household: string, body: string): Notification => ({ household, page: body });
const change = (household: string, head: number): Notification => ({ household, head, sum: '' });

/** A store that takes a batch when it is told to, or refuses it. */
function storeOf(answers: Promise<void>[]) {
  const batches: Notification[][] = [];
  const notify: Store['notify'] = (_channel, payloads) => {
    batches.push(payloads.map((payload) => JSON.parse(payload) as Notification));
    return answers.shift() ?? Promise.resolve();
  };
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() } satisfies Log;
  return { batches, log, notifier: new Notifier({ notify } as Store, log) };
}

describe('notifications', () => {
  it('go together while one is on its way, of each household only the latest', async () => {
    const first = withResolvers();
    const { batches, notifier } = storeOf([first.promise]);
    notifier.tell(change('a', 1));
    await vi.waitFor(() => expect(batches).toHaveLength(1));

    for (const notification of [change('a', 2), change('b', 1), change('a', 3)]) notifier.tell(notification);
    first.resolve();
    await notifier.close();

    expect(batches).toEqual([[change('a', 1)], [change('a', 3), change('b', 1)]]);
  });

  it('are said again after a failure, unless there is a later one', async () => {
    vi.useFakeTimers();
    const { batches, log, notifier } = storeOf([Promise.reject(new Error('the connection is lost'))]);
    notifier.tell(change('a', 1));
    notifier.tell(change('b', 1));
    await vi.advanceTimersByTimeAsync(500);
    notifier.tell(change('a', 2));
    await vi.advanceTimersByTimeAsync(500);

    expect(batches.slice(1)).toEqual([[change('a', 2), change('b', 1)]]);
    expect(log.warn).toHaveBeenCalledWith('notifyFailed', { reason: 'the connection is lost' });
    vi.useRealTimers();
  });

  it('of pages all go out, in their order, whatever changes meanwhile', async () => {
    const first = withResolvers();
    const { batches, notifier } = storeOf([first.promise]);
    notifier.tell(page('a', 'first'));
    await vi.waitFor(() => expect(batches).toHaveLength(1));

    for (const notification of [page('a', 'second'), change('a', 1), page('b', 'third'), change('a', 2)])
      notifier.tell(notification);
    for (const notification of [page('a', 'fourth'), { household: 'a', gone: true } as const])
      notifier.tell(notification);
    first.resolve();
    await notifier.close();

    expect(batches).toEqual([
      [page('a', 'first')],
      [page('a', 'second'), page('b', 'third'), page('a', 'fourth'), { household: 'a', gone: true }],
    ]);
  });

  it('of pages are all said again after a failure, before those that came since', async () => {
    vi.useFakeTimers();
    const { batches, notifier } = storeOf([Promise.reject(new Error('the connection is lost'))]);
    for (const notification of [page('a', 'first'), change('a', 1), page('a', 'second')]) notifier.tell(notification);
    await vi.advanceTimersByTimeAsync(500);
    for (const notification of [page('a', 'third'), change('a', 2)]) notifier.tell(notification);
    await vi.advanceTimersByTimeAsync(500);

    expect(batches.slice(1)).toEqual([[page('a', 'first'), page('a', 'second'), page('a', 'third'), change('a', 2)]]);
    vi.useRealTimers();
  });

  it('stay below what PostgreSQL takes, of the largest page as well', () => {
    const largest = page(newId(), newBody(MAX_PAGE_BYTES));
    expect(Buffer.byteLength(JSON.stringify(largest))).toBeLessThan(8_000);
  });

  it('do not keep a server from its stop whose store is away', async () => {
    const { batches, notifier } = storeOf([Promise.reject(new Error('the connection is lost'))]);
    notifier.tell(change('a', 1));
    await notifier.close();
    expect(batches).toHaveLength(1);
  });
});

function withResolvers() {
  let resolve: () => void = () => {};
  const promise = new Promise<void>((onResolve) => {
    resolve = onResolve;
  });
  return { promise, resolve };
}
