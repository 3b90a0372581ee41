import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WorkerWatch } from '@/pwa/WorkerWatch';

/* Which workers are registered, offered and replaced. */

const SCOPE = 'https://example.org/family/';

/** A worker that answers as its version; null for one that does nothing. */
class FakeWorker extends EventTarget {
  state = 'installed';
  readonly scriptURL: string;
  readonly said: string[] = [];
  constructor(
    script: string,
    private readonly version: string | null,
  ) {
    super();
    this.scriptURL = `${SCOPE}${script}`;
  }
  postMessage({ type }: { type: string }, [port]: MessagePort[] = []): void {
    this.said.push(type);
    if (this.version !== null) port?.postMessage({ version: this.version });
  }
}

class FakeRegistration extends EventTarget {
  readonly scope = SCOPE;
  installing: FakeWorker | null = null;
  waiting: FakeWorker | null = null;
  active: FakeWorker | null = new FakeWorker('sw-11.js', '11');
  readonly update = vi.fn(async () => {});
}

let registration: FakeRegistration;
const registered: string[] = [];
const takeOvers: (() => void)[] = [];
/** What the host has, by path; anything else is missing. */
let host: Record<string, string> = {};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  registration = new FakeRegistration();
  registered.splice(0);
  takeOvers.splice(0);
  host = {};
  const register = async (script: string) => void registered.push(script);
  Object.defineProperty(navigator, 'serviceWorker', { value: { register }, configurable: true });
  vi.stubGlobal('fetch', async (url: string) => {
    const body = host[url];
    return new Response(body, { status: body === undefined ? 404 : 200 });
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  Reflect.deleteProperty(navigator, 'serviceWorker');
});

function watch(): WorkerWatch {
  const created = new WorkerWatch(registration as unknown as ServiceWorkerRegistration, '11', {
    onWaiting: (takeOver) => takeOvers.push(takeOver),
    onActivated: () => {},
  });
  created.start();
  return created;
}

/** The browser installs a worker, which then waits. */
async function install(worker: FakeWorker): Promise<void> {
  registration.installing = worker;
  registration.dispatchEvent(new Event('updatefound'));
  registration.installing = null;
  registration.waiting = worker;
  worker.dispatchEvent(new Event('statechange'));
  await vi.advanceTimersByTimeAsync(0);
}

const publish = (version: string) => {
  host['version.json'] = JSON.stringify({ version, worker: `sw-${version}.js`, integrity: 'sha256-x' });
};

describe('a new version on the host', () => {
  it('is registered under its own name once its worker is whole', async () => {
    publish('22');
    host['sw-22.js'] = 'whole';
    await watch().checkHost();
    expect(registered).toEqual(['./sw-22.js']);
  });

  it.each([
    ['its worker is missing', () => publish('22')],
    ['it is the version that runs', () => publish('11')],
    ['the host does not say', () => {}],
  ])('is not registered if %s', async (_, setUp) => {
    setUp();
    await watch().checkHost();
    expect(registered).toEqual([]);
  });

  it('is offered when its worker has answered, and takes over when asked', async () => {
    watch();
    const worker = new FakeWorker('sw-22.js', '22');
    await install(worker);
    await vi.waitFor(() => expect(takeOvers).toHaveLength(1));
    expect(worker.said).toEqual(['WHO']);
    takeOvers[0]?.();
    expect(worker.said).toEqual(['WHO', 'SKIP_WAITING']);
  });

  it('is offered if it was waiting before the page was opened', async () => {
    registration.waiting = new FakeWorker('sw-22.js', '22');
    watch();
    await vi.waitFor(() => expect(takeOvers).toHaveLength(1));
  });

  it('is not offered if it is the present one under another name', async () => {
    watch();
    const copy = new FakeWorker('sw.js', '11');
    await install(copy);
    await vi.waitFor(() => expect(registration.active?.said).toHaveLength(2));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(takeOvers).toEqual([]);
  });
});

describe('a worker that does nothing', () => {
  it('is not offered, and the host is asked for another one every half minute', async () => {
    watch();
    await install(new FakeWorker('sw-22.js', null));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(registration.update).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(registration.update).toHaveBeenCalledTimes(2);
    expect(takeOvers).toEqual([]);
  });

  it('is replaced at once by the copy of the worker if it has the name of the running one', async () => {
    publish('11');
    host['sw.js'] = 'whole';
    watch();
    await install(new FakeWorker('sw-11.js', null));
    await vi.waitFor(() => expect(registered).toEqual(['./sw.js']));
  });

  it('is replaced without asking when it is the active one', async () => {
    registration.active = new FakeWorker('sw-11.js', null);
    watch();
    await vi.advanceTimersByTimeAsync(10_000);
    const worker = new FakeWorker('sw-11.js', '11');
    await install(worker);
    await vi.waitFor(() => expect(worker.said).toEqual(['WHO', 'SKIP_WAITING']));
    expect(takeOvers).toEqual([]);
  });
});
