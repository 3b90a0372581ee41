import { act, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { GAMEDAY_DATABASE_NAME } from '@/db/database';
import { addEntry } from '@/db/editIncident';
import HouseholdScreen from '@/features/settings/HouseholdScreen';
import type { Language } from '@/i18n/translator';
import { useDeviceSettings } from '@/stores/device';
import { householdDatabase, logWakeUp } from '../../support/database';
import { entry, tonightAt } from '../../support/factories';
import { FakeNotifications } from '../../support/notifications';
import { screenStarter, setNow } from '../../support/screen';

const startScreen = screenStarter(['/household', HouseholdScreen]);

let uninstall = () => {};
afterEach(() => {
  uninstall();
  uninstall = () => {};
});
const withNotifications = (permission: NotificationPermission) => {
  const shade = new FakeNotifications(permission);
  uninstall = shade.install();
  return shade;
};

const QUESTION = 'Keep a notification while somebody is awake';
const open = async ({ name = '', language = 'en' as Language } = {}) => {
  setNow('10:00');
  const db = await (name ? householdDatabase([], name) : householdDatabase());
  await startScreen({ db, hash: '#/household', language });
  await screen.findByRole('heading', { level: 1 });
  return db;
};
const question = () => within(screen.getByRole('group', { name: QUESTION }));
const answer = (name: 'Yes' | 'No') => question().getByRole('button', { name });

describe('a notification while somebody is awake', () => {
  it('is not offered where there are none with buttons', async () => {
    await open();
    expect(screen.queryByRole('group', { name: QUESTION })).toBeNull();
  });

  it('is not offered in a GameDay', async () => {
    withNotifications('default');
    await open({ name: GAMEDAY_DATABASE_NAME });
    expect(screen.queryByRole('group', { name: QUESTION })).toBeNull();
  });

  it('says why, and asks the browser only when it is tapped', async () => {
    const shade = withNotifications('default');
    await open();
    expect(screen.getByText(/without opening the app/)).toBeInTheDocument();
    expect(answer('No')).toHaveAttribute('aria-pressed', 'true');
    expect(shade.requestPermission).not.toHaveBeenCalled();
    shade.requestPermission.mockImplementation(async () => {
      shade.permission = 'granted';
      return 'granted';
    });
    await userEvent.click(answer('Yes'));
    await waitFor(() => expect(answer('Yes')).toHaveAttribute('aria-pressed', 'true'));
    expect(useDeviceSettings.getState().notifyAwake).toBe(true);
  });

  it('that the browser blocks stays off, and says what to do', async () => {
    const shade = withNotifications('default');
    await open();
    shade.requestPermission.mockImplementation(async () => {
      shade.permission = 'denied';
      return 'denied';
    });
    await userEvent.click(answer('Yes'));
    expect(await screen.findByText(/The browser blocks this app’s notifications/)).toBeInTheDocument();
    expect(answer('No')).toHaveAttribute('aria-pressed', 'true');
    expect(useDeviceSettings.getState().notifyAwake).toBe(false);
  });

  it('comes with the wake-up, in the app’s language, and goes with its end', async () => {
    const shade = withNotifications('granted');
    useDeviceSettings.getState().set({ notifyAwake: true, holderId: 'dad' });
    const db = await open({ language: 'fr' });
    setNow('02:43');
    await act(() => logWakeUp(db, '02:43', { incidentId: 'cry' }));
    await waitFor(() => expect(shade.visible).toHaveLength(1));
    expect(shade.visible[0]).toMatchObject({
      title: 'Léo ne dort plus',
      body: 'Depuis 02:43',
      actions: [{ title: 'Ça redort' }],
      data: { incidentId: 'cry', holderId: 'dad' },
    });
    setNow('03:00');
    await act(() => addEntry(db, { incidentId: 'cry', entry: entry('resolved', '03:00'), now: tonightAt('03:00') }));
    await waitFor(() => expect(shade.visible).toEqual([]));
  });

  it('goes at once when it is no longer wanted', async () => {
    const shade = withNotifications('granted');
    useDeviceSettings.getState().set({ notifyAwake: true });
    const db = await open();
    await act(() => logWakeUp(db, tonightAt('09:55')));
    await waitFor(() => expect(shade.visible).toHaveLength(1));
    await userEvent.click(answer('No'));
    await waitFor(() => expect(shade.visible).toEqual([]));
  });
});

it('the quiet sound of a step is heard once when it is chosen', async () => {
  const made = vi.fn();
  vi.stubGlobal(
    'AudioContext',
    class {
      constructor() {
        made();
        throw new DOMException('no sound here', 'NotSupportedError');
      }
    },
  );
  await open();
  const sound = within(screen.getByRole('group', { name: 'A quiet sound at the end of a step' }));
  await userEvent.click(sound.getByRole('button', { name: 'Yes' }));
  expect(useDeviceSettings.getState().stepSound).toBe(true);
  expect(made).toHaveBeenCalledOnce();
  await userEvent.click(sound.getByRole('button', { name: 'No' }));
  expect(useDeviceSettings.getState().stepSound).toBe(false);
  expect(made).toHaveBeenCalledOnce();
  vi.unstubAllGlobals();
});
