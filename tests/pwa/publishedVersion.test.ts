import { describe, expect, it, vi } from 'vitest';
import { isWholeOnHost, readPublishedVersion } from '@/pwa/publishedVersion';
import { askWorker, type VersionStatus } from '@/pwa/versionMessages';

const PUBLISHED = { version: '0a1b2c', worker: 'sw-0a1b2c.js', integrity: 'sha256-x' };
const answering = (body: string, status = 200) => (async () => new Response(body, { status })) as typeof fetch;

describe('what the host says about its newest version', () => {
  it('is read as the build wrote it', async () => {
    expect(await readPublishedVersion(answering(JSON.stringify(PUBLISHED)))).toEqual(PUBLISHED);
  });

  it.each([
    ['nothing', '', 200],
    ['half', JSON.stringify(PUBLISHED).slice(0, 30), 200],
    ['a login page', '<!doctype html>', 200],
    ['an error', JSON.stringify(PUBLISHED), 500],
    ['something else', 'null', 200],
    ['a worker of another version', JSON.stringify({ ...PUBLISHED, worker: 'sw-ffff.js' }), 200],
    ['a worker elsewhere', JSON.stringify({ ...PUBLISHED, version: '../x', worker: 'sw-../x.js' }), 200],
    ['no hash', JSON.stringify({ ...PUBLISHED, integrity: undefined }), 200],
  ])('is not believed if it is %s', async (_, body, status) => {
    expect(await readPublishedVersion(answering(body, status))).toBeNull();
  });

  it('is not known without a network', async () => {
    const offline = (() => Promise.reject(new TypeError('offline'))) as typeof fetch;
    expect(await readPublishedVersion(offline)).toBeNull();
    expect(await isWholeOnHost('sw-1.js', 'sha256-x', offline)).toBe(false);
  });
});

describe('a worker that is asked', () => {
  const status: VersionStatus = { version: '2', next: '2', handedBack: false, hasBefore: true };

  it('answers with the state of the versions', async () => {
    const postMessage = (_: unknown, ports: unknown) => (ports as MessagePort[])[0]?.postMessage(status);
    expect(await askWorker({ postMessage }, { type: 'WHO', version: '1' })).toEqual(status);
  });

  it('is taken for one that does nothing if it gives no answer in time', async () => {
    vi.useFakeTimers();
    const answer = askWorker({ postMessage: () => {} }, { type: 'WHO', version: '1' });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await answer).toBeNull();
    vi.useRealTimers();
  });
});
