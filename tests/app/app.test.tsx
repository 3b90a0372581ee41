import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { ErrorBoundary } from '@/app/ErrorBoundary';
import { loadTranslation, TranslationContext } from '@/i18n/useTranslation';
import { reloadOnPreloadError } from '@/pwa/reloadOnPreloadError';
import { useDeviceSettings } from '@/stores/device';
import { useAppStatus } from '@/stores/status';
import { useToasts } from '@/stores/toasts';
import { startApp } from '../support/app';
import { householdDatabase } from '../support/database';
import { entry, incident, tonightAt, wakeUp } from '../support/factories';
import { setNow, statusText } from '../support/screen';

const Broken = () => {
  throw new Error('a bug');
};

const textOf = (blob: Blob | undefined): Promise<string> =>
  new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(blob ?? new Blob());
  });

const theme = () => document.documentElement.dataset.theme;
const stubDarkSystem = () =>
  vi
    .spyOn(globalThis, 'matchMedia')
    .mockImplementation(
      (query) => Object.assign(new EventTarget(), { media: query, matches: query.includes('dark') }) as MediaQueryList,
    );

describe('the theme of the app', () => {
  it.each([
    ['“night” during the night’s hours', '02:43', 'night'],
    ['“light” by day on a light system', '10:00', 'light'],
  ])('uses %s', async (_theme, time, expected) => {
    setNow(time);
    await startApp();
    expect(theme()).toBe(expected);
  });

  it('uses “dark” by day on a dark system', async () => {
    setNow('10:00');
    stubDarkSystem();
    await startApp();
    expect(theme()).toBe('dark');
  });

  it('uses “night” at any hour while a child is awake', async () => {
    setNow('10:00');
    await startApp({ db: await householdDatabase([incident([entry('detected', '09:50')])]) });
    expect(theme()).toBe('night');
  });

  it('uses the theme that the user chose, at any hour', async () => {
    setNow('02:43');
    useDeviceSettings.getState().set({ theme: 'light' });
    await startApp();
    expect(theme()).toBe('light');
  });
});

describe('the banner of an update', () => {
  it('offers an update only while no child is awake', async () => {
    setNow('02:43');
    const { user } = await startApp();
    const applyUpdate = vi.fn();
    useAppStatus.getState().set({ applyUpdate });
    expect(await screen.findByRole('button', { name: 'Update now' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Léo woke' }));
    await screen.findByRole('timer');
    expect(screen.queryByRole('button', { name: 'Update now' })).toBeNull();
    expect(applyUpdate).not.toHaveBeenCalled();
    vi.setSystemTime(tonightAt('03:03'));
    await user.click(screen.getByRole('button', { name: 'Settled alone' }));
    await user.click(await screen.findByRole('button', { name: 'Update now' }));
    expect(applyUpdate).toHaveBeenCalledOnce();
  });
});

describe('a new version that did not start', () => {
  const message = 'The new version did not start. This is the one before.';

  it('is said by day in one banner, which offers it again', async () => {
    setNow('10:00');
    const { user } = await startApp();
    const tryAgain = vi.fn();
    useAppStatus.getState().set({ tryNewVersionAgain: tryAgain });
    expect(await screen.findByText(message)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Try it again' }));
    expect(tryAgain).toHaveBeenCalledOnce();
  });

  it.each([
    ['by night', '02:43', []],
    ['while a child is awake', '10:00', [incident([entry('detected', '09:50')])]],
  ])('is not said %s', async (_, time, log) => {
    setNow(time);
    useAppStatus.getState().set({ tryNewVersionAgain: () => {}, storageProblem: 'unknown' });
    await startApp({ db: await householdDatabase(log) });
    expect(await screen.findByRole('alert')).toBeInTheDocument();
    expect(screen.queryByText(message)).toBeNull();
  });

  it('is not said beside the offer of a newer one, which heals it', async () => {
    setNow('10:00');
    useAppStatus.getState().set({ tryNewVersionAgain: () => {}, applyUpdate: () => {} });
    await startApp();
    expect(await screen.findByText('A new version is ready.')).toBeInTheDocument();
    expect(screen.queryByText(message)).toBeNull();
  });
});

describe('the place of the toasts', () => {
  it('closes a toast with Escape and then shows the queued info message', async () => {
    setNow('02:43');
    await startApp();
    useToasts.getState().showSuccess('Feed · 02:43');
    useToasts.getState().queueInfo('Ready to work offline.');
    await waitFor(() => expect(statusText()).toMatch('Feed · 02:43'));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(statusText()).toMatch('Ready to work offline.'));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(statusText().trim()).toBe(''));
  });
});

it('stores the buttons of the next shell in the app’s language, without a child who is awake', async () => {
  setNow('02:43');
  await startApp({ language: 'fr', db: await householdDatabase([incident([entry('detected', '02:40')])]) });
  expect(JSON.parse(localStorage.getItem('infernalops.shell') ?? '')).toEqual({
    language: 'fr',
    locale: 'fr-FR-u-hc-h23',
    buttons: [{ child: 'zoe', label: 'Zoé se réveille' }],
    said: 'Alerte P0 · service sommeil indisponible',
  });
});

it('says that a file is missing when a screen cannot be loaded', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  reloadOnPreloadError(() => useAppStatus.getState().set({ isFileMissing: true }));
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  dispatchEvent(new Event('vite:preloadError', { cancelable: true }));
  render(
    <TranslationContext value={await loadTranslation('en', [])}>
      <ErrorBoundary db={await householdDatabase()}>
        <Broken />
      </ErrorBoundary>
    </TranslationContext>,
  );
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('A file of this screen is missing.');
  expect(screen.getByRole('button', { name: 'Start again' })).toBeInTheDocument();
});

it('offers a copy of the log when a screen crashes', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const db = await householdDatabase([wakeUp('02:43', '03:03')]);
  const savedFiles: Blob[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  Object.assign(URL, {
    createObjectURL: (blob: Blob) => {
      savedFiles.push(blob);
      return 'blob:log';
    },
    revokeObjectURL: () => {},
  });
  render(
    <TranslationContext value={await loadTranslation('en', [])}>
      <ErrorBoundary db={db}>
        <Broken />
      </ErrorBoundary>
    </TranslationContext>,
  );
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('The app tripped.');
  await userEvent.click(screen.getByRole('button', { name: 'Save a copy of the log' }));
  await waitFor(() => expect(savedFiles).toHaveLength(1));
  const log: unknown = JSON.parse(await textOf(savedFiles[0]));
  expect(log).toMatchObject({ format: 'infernalops', incidents: [{ id: '02:43 to 03:03' }] });
});
