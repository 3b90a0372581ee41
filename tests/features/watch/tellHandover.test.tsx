import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import WatchScreen from '@/features/watch/WatchScreen';
import { useDeviceSettings } from '@/stores/device';
import { setWatch, useWatch } from '@/stores/watch';
import { householdDatabase } from '../../support/database';
import { DAD, MUM, nightRow, tonightAt, toWallTime } from '../../support/factories';
import { PagerInMemory } from '../../support/pager';
import { withPhones } from '../../support/phones';
import { screenStarter, setNow } from '../../support/screen';

/* jsdom has no audio API. */
vi.mock('@/features/watch/watchAlarm', () => ({
  watchAlarm: { isUnlocked: true, unlock: vi.fn(async () => true), ring: vi.fn(), ringOnce: vi.fn(), stop: vi.fn() },
}));

afterEach(() => setWatch(useWatch.getInitialState()));

/** Dad has the watch until 3:00, then Mum. Returns what this phone has told the others since. */
async function watchFrom(time: string, holderId: string) {
  const pager = new PagerInMemory();
  setNow(time);
  const db = await householdDatabase();
  await db.nights.put(nightRow({ onCall: { primary: DAD, secondary: MUM, handoverAt: toWallTime('03:00') } }));
  await screenStarter(['/watch', withPhones(null, WatchScreen, pager)])({ db, hash: '#/watch' });
  act(() => useDeviceSettings.getState().set({ holderId }));
  fireEvent.click(await screen.findByRole('button', { name: 'Start the watch' }));
  await screen.findByRole('heading', { level: 1, name: /· (Dad|Mum)$/ });
  return () => pager.asked.filter(([asked]) => asked === 'tellHandover');
}

async function passTo(time: string): Promise<void> {
  await act(async () => {
    vi.setSystemTime(tonightAt(time));
    document.dispatchEvent(new Event('visibilitychange'));
  });
}

it('tells the other phone once, at the hand-over, that its holder is on call', async () => {
  const told = await watchFrom('02:59', DAD);
  expect(told()).toEqual([]);
  await passTo('03:00');
  expect(told()).toEqual([['tellHandover', MUM]]);
  await passTo('03:01');
  expect(told()).toHaveLength(1);
});

it('tells nobody from the phone that takes over', async () => {
  const hers = await watchFrom('02:59', MUM);
  await passTo('03:00');
  expect(hers()).toEqual([]);
});

it('tells nobody from a watch that begins after the hand-over', async () => {
  const late = await watchFrom('03:05', DAD);
  await passTo('03:06');
  expect(late()).toEqual([]);
});
