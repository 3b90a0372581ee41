import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { followFigures, publishIfSeen } from '@/app/followFigures';
import { putOwnFigures, readOwnFigures } from '@/db/sharing/figures';
import type { Instant } from '@/lib/time';
import type { FiguresRequest } from '@/protocol/api';
import { OFF, setSyncStatus } from '@/stores/sync';
import { type SharedPhone, sharedPhones } from '../support/sharedPhone';
import { SimulatedServer } from '../support/simulatedServer';

const MINUTE = 60_000;

let phone: SharedPhone;
let published: FiguresRequest[];
let controller: AbortController;

beforeEach(async () => {
  published = [];
  controller = new AbortController();
  // Only the timer is turned by hand: the database needs the others.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  vi.stubGlobal('fetch', async (_: string, { method, body }: { method: string; body: string }) => {
    expect(method).toBe('PUT');
    published.push(JSON.parse(body));
    return new Response(null, { status: 204 });
  });
  const [first] = await sharedPhones(new SimulatedServer(), [0], () => Date.now() as Instant);
  if (!first) throw new Error('there is one');
  phone = first;
  const { householdId } = phone.context.keys;
  // It was told to publish before the household got another secret, so figures are due.
  const figures = { id: 'figures', token: 'a-token', namedBy: 'pseudonyms', householdId: 'the former one' } as const;
  await putOwnFigures(phone.db, {
    householdId,
    figures: { ...figures, logState: '', publishedAt: 0 as Instant, isStopped: false },
  });
  followFigures(phone.db, controller.signal);
});
afterEach(() => {
  controller.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  setSyncStatus(OFF);
});

const setInStep = () => setSyncStatus({ sharing: 'on', contact: { state: 'same', at: Date.now() as Instant } });
const passMinute = () => vi.advanceTimersByTime(MINUTE);

it('publishes what is due within a minute, while the phones are in step, and not again', async () => {
  setInStep();
  expect(published).toEqual([]);
  passMinute();
  await expect.poll(() => published, { timeout: 10_000 }).toHaveLength(1);
  expect(published[0]?.takesOver).toBe(true);
  expect(published[0]?.text).toMatch(/^# TYPE infernalops_nights_observed gauge\n[\s\S]*\n# EOF\n$/);
  await expect.poll(async () => (await readOwnFigures(phone.db))?.householdId).toBe(phone.context.keys.householdId);
  await publishIfSeen(phone.db);
  expect(published).toHaveLength(1);
});

it('publishes nothing while the phones are not in step, or the app is not seen', async () => {
  await publishIfSeen(phone.db);
  setInStep();
  const seen = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  await publishIfSeen(phone.db);
  expect(published).toEqual([]);
  seen.mockReturnValue('visible');
  await publishIfSeen(phone.db);
  expect(published).toHaveLength(1);
});

it('ends with the signal', () => {
  expect(vi.getTimerCount()).toBe(1);
  controller.abort();
  expect(vi.getTimerCount()).toBe(0);
});
