import { act, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { GAMEDAY_DATABASE_NAME } from '@/db/database';
import { addEntry } from '@/db/editIncident';
import HouseholdPages from '@/features/settings/HouseholdPages';
import type { Language } from '@/i18n/translator';
import { useDeviceSettings } from '@/stores/device';
import { householdDatabase, logWakeUp } from '../../support/database';
import { entry, tonightAt } from '../../support/factories';
import { FakeNotifications } from '../../support/notifications';
import { screenStarter, setNow } from '../../support/screen';

const startScreen = screenStarter(['/household/:page?', HouseholdPages]);

let uninstall = () => {};
afterEach(() => {
  uninstall();
  uninstall = () => {};
});
const withNotifications = (permission: NotificationPermission) => {
  const notifications = new FakeNotifications(permission);
  uninstall = notifications.install();
  return notifications;
};

const open = async ({ name = '', language = 'en' as Language } = {}) => {
  setNow('10:00');
  const db = await (name ? householdDatabase([], name) : householdDatabase());
  await startScreen({ db, hash: '#/household', language });
  await screen.findByRole('heading', { level: 1 });
  return db;
};
const notificationSwitch = () => screen.getByRole('switch', { name: 'Notifications' });

describe('the notification of an open incident', () => {
  it('offers no notification when the browser has no notifications with buttons', async () => {
    await open();
    expect(screen.queryByRole('switch', { name: 'Notifications' })).toBeNull();
  });

  it('offers no notification in a GameDay', async () => {
    withNotifications('default');
    await open({ name: GAMEDAY_DATABASE_NAME });
    expect(screen.queryByRole('switch', { name: 'Notifications' })).toBeNull();
  });

  it('shows what the notification is for, and asks for the permission only when it is switched on', async () => {
    const notifications = withNotifications('default');
    await open();
    expect(screen.getByText(/within reach on the locked screen/)).toBeInTheDocument();
    expect(notificationSwitch()).not.toBeChecked();
    expect(notifications.requestPermission).not.toHaveBeenCalled();
    notifications.requestPermission.mockImplementation(async () => {
      notifications.permission = 'granted';
      return 'granted';
    });
    await userEvent.click(notificationSwitch());
    await waitFor(() => expect(notificationSwitch()).toBeChecked());
    expect(useDeviceSettings.getState().notifyAwake).toBe(true);
  });

  it('stays off when the browser blocks notifications, and shows what to do', async () => {
    const notifications = withNotifications('default');
    await open();
    notifications.requestPermission.mockImplementation(async () => {
      notifications.permission = 'denied';
      return 'denied';
    });
    await userEvent.click(notificationSwitch());
    expect(await screen.findByText(/The browser blocks this app’s notifications/)).toBeInTheDocument();
    expect(notificationSwitch()).not.toBeChecked();
    expect(useDeviceSettings.getState().notifyAwake).toBe(false);
  });

  it('shows the notification with the incident, in the app’s language, and removes it at the incident’s end', async () => {
    const notifications = withNotifications('granted');
    useDeviceSettings.getState().set({ notifyAwake: true, holderId: 'dad' });
    const db = await open({ language: 'fr' });
    setNow('02:43');
    await act(() => logWakeUp(db, '02:43', { incidentId: 'cry' }));
    await waitFor(() => expect(notifications.visible).toHaveLength(1));
    expect(notifications.visible[0]).toMatchObject({
      title: 'Léo ne dort plus',
      body: 'Depuis 02:43',
      actions: [{ title: 'Ça redort' }],
      data: { incidentId: 'cry', holderId: 'dad' },
    });
    setNow('03:00');
    await act(() => addEntry(db, { incidentId: 'cry', entry: entry('resolved', '03:00'), now: tonightAt('03:00') }));
    await waitFor(() => expect(notifications.visible).toEqual([]));
  });

  it('removes the notification at once when it is turned off', async () => {
    const notifications = withNotifications('granted');
    useDeviceSettings.getState().set({ notifyAwake: true });
    const db = await open();
    await act(() => logWakeUp(db, tonightAt('09:55')));
    await waitFor(() => expect(notifications.visible).toHaveLength(1));
    await userEvent.click(notificationSwitch());
    await waitFor(() => expect(notifications.visible).toEqual([]));
  });
});

it('writes all times with the hours that were chosen, also in the notification', async () => {
  const notifications = withNotifications('granted');
  useDeviceSettings.getState().set({ notifyAwake: true });
  const db = await open();
  location.hash = '#/household/clock';
  expect(await screen.findByRole('radio', { name: 'As the phone' })).toBeChecked();
  await userEvent.click(screen.getByRole('radio', { name: /^12\sh$/ }));
  setNow('02:43');
  await act(() => logWakeUp(db, '02:43', { incidentId: 'cry' }));
  await waitFor(() => expect(notifications.visible[0]?.body).toMatch(/^Since 2:43\sAM$/));
  await userEvent.click(screen.getByRole('radio', { name: /^24\sh$/ }));
  await waitFor(() => expect(notifications.visible[0]?.body).toBe('Since 02:43'));
  expect(JSON.parse(localStorage.getItem('infernalops.device') ?? '').state.hours).toBe(24);
});

it('plays the sound of a step once when it is turned on', async () => {
  const onCreated = vi.fn();
  vi.stubGlobal(
    'AudioContext',
    class {
      constructor() {
        onCreated();
        throw new DOMException('no sound here', 'NotSupportedError');
      }
    },
  );
  await open();
  const sound = screen.getByRole('switch', { name: 'Sounds' });
  await userEvent.click(sound);
  expect(useDeviceSettings.getState().stepSound).toBe(true);
  expect(onCreated).toHaveBeenCalledOnce();
  await userEvent.click(sound);
  expect(useDeviceSettings.getState().stepSound).toBe(false);
  expect(onCreated).toHaveBeenCalledOnce();
  vi.unstubAllGlobals();
});

it('says on an iPhone how the app gets on the home screen, and that the log does not come along by itself', async () => {
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X)');
  setNow('10:00');
  await startScreen({ db: await householdDatabase(), hash: '#/household/install' });
  expect(await screen.findByText(/“Add to Home Screen”/)).toBeInTheDocument();
  expect(screen.getByText(/begins with an empty log/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: /^Backup/ })).toHaveAttribute('href', '#/household/backup');
});
