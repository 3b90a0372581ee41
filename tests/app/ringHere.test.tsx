import { act, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { InfernalDatabase } from '@/db/database';
import { addEntry } from '@/db/editIncident';
import { readIncident } from '@/db/queries';
import type { Entry } from '@/domain/rows/incident';
import { watchAlarm } from '@/features/watch/watchAlarm';
import { useDeviceSettings } from '@/stores/device';
import { setWatch } from '@/stores/watch';
import { householdDatabase } from '../support/database';
import { DAD, entry, incident, MUM, tonightAt } from '../support/factories';
import { screenStarter, setNow } from '../support/screen';

/* jsdom has no audio API; the alarm has tests of its own (tests/pwa, e2e/alarm.spec.ts). */
vi.mock('@/features/watch/watchAlarm', () => ({
  watchAlarm: { isUnlocked: true, unlock: vi.fn(async () => true), ring: vi.fn(), ringOnce: vi.fn(), stop: vi.fn() },
}));
const alarm = vi.mocked(watchAlarm);

/* The app itself rings, whatever its screen. */
const AnyScreen = () => <main />;
const startScreen = screenStarter(['/', AnyScreen]);

afterEach(() => {
  setWatch({ isOn: false });
  vi.clearAllMocks();
});

const cry = entry('detected', '02:43:00');
const page = entry('escalated', '02:44:00', { id: 'page', via: 'page' });

/** The phone of this caregiver, with its app open, at 2:44:02. */
async function openApp(holderId: string, entries: Entry[] = [cry, page]): Promise<InfernalDatabase> {
  setNow('02:44:02');
  useDeviceSettings.getState().set({ holderId });
  const db = await householdDatabase([incident(entries)]);
  await startScreen({ db });
  return db;
}
const kindsIn = async (db: InfernalDatabase) => (await readIncident(db, 'incident'))?.timeline.map(({ kind }) => kind);

it('rings on the phone of whoever is paged, says so in the log, and stops with the answer', async () => {
  const db = await openApp(DAD);
  await waitFor(() => expect(alarm.ring).toHaveBeenCalledTimes(1));
  await waitFor(async () => expect(await kindsIn(db)).toEqual(['detected', 'escalated', 'delivered']));
  expect(alarm.stop).not.toHaveBeenCalled();
  const up = entry('acknowledged', '02:44:10', { by: DAD });
  await act(() => addEntry(db, { incidentId: 'incident', entry: up, now: tonightAt('02:44:10') }));
  await waitFor(() => expect(alarm.stop).toHaveBeenCalled());
  expect(alarm.ring).toHaveBeenCalledTimes(1);
});

it('rings on a phone that is on watch while another screen is open', async () => {
  setWatch({ isOn: true });
  await openApp(DAD);
  await waitFor(() => expect(alarm.ring).toHaveBeenCalledTimes(1));
});

it.each<[string, string, Entry[]]>([
  ['the phone of the one who pages', MUM, [cry, page]],
  ['a call by voice', DAD, [cry, entry('escalated', '02:44:00')]],
  ['a page of an hour ago', DAD, [entry('detected', '01:43:00'), entry('escalated', '01:44:00', { via: 'page' })]],
])('does not ring for %s', async (_name, holderId, entries) => {
  const db = await openApp(holderId, entries);
  await act(async () => {
    await readIncident(db, 'incident');
  });
  expect(alarm.ring).not.toHaveBeenCalled();
  expect(await kindsIn(db)).toEqual(['detected', 'escalated']);
});
