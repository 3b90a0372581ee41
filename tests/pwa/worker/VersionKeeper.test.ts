import { beforeEach, describe, expect, it } from 'vitest';
import { onVersionMessage } from '@/pwa/worker/onVersionMessage';
import { VersionKeeper } from '@/pwa/worker/VersionKeeper';
import { cacheNameOf, OLD_RELEASE } from '@/pwa/worker/versionCaches';
import { MemoryCaches } from '../../support/caches';

/* Which version is answered: the worker's own, or the one before. */

const SCOPE = 'https://example.org/family/';
let memory: MemoryCaches;
beforeEach(() => {
  memory = new MemoryCaches();
});

/** The worker of a version after it was started, or started again. Its files are installed. */
async function startWorker(version: string): Promise<VersionKeeper> {
  await memory.storage.open(cacheNameOf(version, SCOPE));
  return new VersionKeeper(version, memory.storage, SCOPE);
}

/** A page of the version is loaded and comes up. */
async function comeUp(keeper: VersionKeeper, version: string): Promise<void> {
  await keeper.beginStart();
  await keeper.noteStarted(version);
}

/** The version that a load of the page now gets. */
async function load(keeper: VersionKeeper): Promise<string | undefined> {
  await keeper.beginStart();
  return (await keeper.versions())[0];
}

/** Version 1 works; version 2 has taken over. */
async function updatedTo2(): Promise<VersionKeeper> {
  await comeUp(await startWorker('1'), '1');
  const second = await startWorker('2');
  await second.tidy(true);
  return second;
}

describe('a new version', () => {
  it('is answered, and the files of the one before stay', async () => {
    const keeper = await updatedTo2();
    expect(await keeper.versions()).toEqual(['2', '1']);
    expect(await memory.storage.has(cacheNameOf('1', SCOPE))).toBe(true);
  });

  it('hands back after two starts of which none came up, also when its worker was killed in between', async () => {
    expect(await load(await updatedTo2())).toBe('2');
    expect(await load(await startWorker('2'))).toBe('2');
    const keeper = await startWorker('2');
    expect(await load(keeper)).toBe('1');
    expect(await load(await startWorker('2'))).toBe('1');
    expect(await keeper.status()).toEqual({ version: '2', next: '1', handedBack: true, hasBefore: true });
  });

  it('hands back at once when its page says that the app did not start', async () => {
    const keeper = await updatedTo2();
    expect(await load(keeper)).toBe('2');
    await keeper.noteDidNotStart('2');
    expect(await load(keeper)).toBe('1');
  });

  it('is never handed back by itself once a page of it has come up', async () => {
    const keeper = await updatedTo2();
    await comeUp(keeper, '2');
    for (let start = 0; start < 5; start += 1) expect(await load(keeper)).toBe('2');
    await keeper.noteDidNotStart('2');
    expect(await load(await startWorker('2'))).toBe('2');
  });

  it('is handed back when somebody asks for it, even after it has come up', async () => {
    const keeper = await updatedTo2();
    await comeUp(keeper, '2');
    await keeper.goBack();
    expect(await load(keeper)).toBe('1');
  });

  it('is not handed back for a page of the version before that did not start', async () => {
    const keeper = await updatedTo2();
    await keeper.noteDidNotStart('1');
    expect(await load(keeper)).toBe('2');
    await keeper.noteStarted('1');
    await load(keeper);
    expect(await load(keeper)).toBe('1');
  });

  it('has two starts again when somebody tries it again', async () => {
    const keeper = await updatedTo2();
    for (let start = 0; start < 3; start += 1) await load(keeper);
    await keeper.tryAgain();
    expect(await load(keeper)).toBe('2');
    expect(await load(keeper)).toBe('2');
    expect(await load(keeper)).toBe('1');
  });

  it('follows a version that was handed back, and keeps the one that works', async () => {
    const second = await updatedTo2();
    await second.noteDidNotStart('2');
    const third = await startWorker('3');
    await third.tidy(true);
    expect(await third.versions()).toEqual(['3', '1']);
    expect(await memory.storage.has(cacheNameOf('2', SCOPE))).toBe(false);
    await third.noteDidNotStart('3');
    expect(await load(third)).toBe('1');
  });

  it('keeps only one version before it', async () => {
    await comeUp(await updatedTo2(), '2');
    const third = await startWorker('3');
    await third.tidy(true);
    expect(await third.versions()).toEqual(['3', '2']);
    expect(await memory.storage.has(cacheNameOf('1', SCOPE))).toBe(false);
  });

  it('leaves the files of a version that is being installed alone', async () => {
    await comeUp(await updatedTo2(), '2');
    await startWorker('4');
    await (await startWorker('3')).tidy(false);
    expect(await memory.storage.has(cacheNameOf('4', SCOPE))).toBe(true);
  });

  it('can be the version before once more, if a host goes back to it', async () => {
    const second = await updatedTo2();
    await comeUp(second, '2');
    const first = await startWorker('1');
    expect(await first.versions()).toEqual(['1', '2']);
    expect(await load(first)).toBe('1');
  });
});

describe('without a version before', () => {
  it('the first version is answered however often it does not come up', async () => {
    const keeper = await startWorker('1');
    for (let start = 0; start < 4; start += 1) expect(await load(keeper)).toBe('1');
    await keeper.noteDidNotStart('1');
    await keeper.goBack();
    expect(await load(keeper)).toBe('1');
    expect(await keeper.status()).toEqual({ version: '1', next: '1', handedBack: false, hasBefore: false });
  });
});

describe('a release before versions were kept', () => {
  it('is the version before, with the cache in which it left its files', async () => {
    await memory.storage.open(`workbox-precache-v2-${SCOPE}`);
    const keeper = await startWorker('2');
    await keeper.tidy(true);
    expect(await keeper.versions()).toEqual(['2', OLD_RELEASE]);
    await keeper.noteDidNotStart('2');
    expect((await keeper.versions())[0]).toBe(OLD_RELEASE);
  });
});

describe('a worker that is waiting', () => {
  it('answers who it is and does not take over', async () => {
    const first = await startWorker('1');
    await comeUp(first, '1');
    const second = await startWorker('2');
    expect(await onVersionMessage({ type: 'WHO', version: '1' }, second, () => {})).toMatchObject({ version: '2' });
    expect(await (await startWorker('1')).versions()).toEqual(['1']);
  });

  it('knows what was noted meanwhile when it takes over', async () => {
    await comeUp(await updatedTo2(), '2');
    const third = await startWorker('3');
    await third.status();
    await (await startWorker('2')).goBack();
    expect(await third.versions()).toEqual(['3', '1']);
  });
});

describe('a message', () => {
  it('is answered after what it asks for was done', async () => {
    const keeper = await updatedTo2();
    const say = (data: unknown) => onVersionMessage(data, keeper, () => {});
    expect(await say({ type: 'DID_NOT_START', version: '2' })).toMatchObject({ next: '1', handedBack: true });
    expect(await say({ type: 'TRY_AGAIN', version: '1' })).toMatchObject({ next: '2', handedBack: false });
    expect(await say({ type: 'STARTED', version: '2' })).toMatchObject({ next: '2' });
    expect(await say({ type: 'GO_BACK', version: '2' })).toMatchObject({ next: '1' });
  });

  it.each([null, undefined, 'WHO', 7, {}, { type: 'constructor' }, { type: 'OTHER', version: '2' }])(
    'that is none of these changes nothing: %j',
    async (data) => {
      const keeper = await updatedTo2();
      expect(await onVersionMessage(data, keeper, () => {})).toBeNull();
      expect(await load(keeper)).toBe('2');
    },
  );

  it('without a version, from a page of an older release, asks for the update', async () => {
    let isSkipped = false;
    await onVersionMessage({ type: 'SKIP_WAITING' }, await startWorker('2'), () => {
      isSkipped = true;
    });
    expect(isSkipped).toBe(true);
  });
});

describe('a browser that is killed in the middle', () => {
  /** An update, two failed starts and the next update, as far as the storage lets it. */
  async function liveThrough(): Promise<void> {
    const second = await startWorker('2');
    await second.tidy(true);
    await load(second);
    await load(second);
    await load(second);
    const third = await startWorker('3');
    await third.tidy(true);
    await comeUp(third, '3');
  }

  it('answers a version that is on the device, after every single change', async () => {
    for (let changes = 0; changes < 30; changes += 1) {
      memory = new MemoryCaches();
      await comeUp(await startWorker('1'), '1');
      memory.changesLeft = changes;
      await liveThrough().catch(() => {});
      memory.changesLeft = Number.POSITIVE_INFINITY;
      for (const version of ['2', '3']) {
        const keeper = await startWorker(version);
        await keeper.tidy(true);
        const [answered = '', ...others] = await keeper.versions();
        for (const each of [answered, ...others])
          expect(await memory.storage.has(cacheNameOf(each, SCOPE)), `after ${changes} changes`).toBe(true);
        expect(others, `after ${changes} changes`).toHaveLength(1);
      }
    }
  });
});
