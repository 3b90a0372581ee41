import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ComponentType, ReactNode } from 'react';
import { afterEach, vi } from 'vitest';
import { Route, Switch } from 'wouter';
import { App } from '@/app/App';
import { DayScreens } from '@/app/DayScreens';
import type { InfernalDatabase } from '@/db/database';
import { readPeople } from '@/db/queries';
import { presentNight, readTonight } from '@/db/tonight';
import type { Language } from '@/i18n/translator';
import { loadTranslation } from '@/i18n/useTranslation';
import type { Instant } from '@/lib/time';
import { useDeviceSettings } from '@/stores/device';
import { useAppStatus } from '@/stores/status';
import { useToasts } from '@/stores/toasts';
import { householdDatabase } from './database';
import { tonightAt } from './factories';

/**
 * Sets the present instant. Only the date is faked: timers run, or the storage would wait forever.
 */
export function setNow(time: string | Instant): void {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(typeof time === 'string' ? tonightAt(time) : time);
}

export interface StartOptions {
  /** By default a household of Léo, Zoé, Mum and Dad in which nothing has happened. */
  db?: InfernalDatabase;
  language?: Language;
  hash?: string;
}

/** Renders these screens within the app, as main.tsx does with all screens. */
export async function startWith(screens: ReactNode, { db, language = 'en', hash = '#/' }: StartOptions = {}) {
  const database = db ?? (await householdDatabase());
  location.hash = hash;
  useDeviceSettings.getState().set({ language });
  const words = await loadTranslation(language, [language === 'en' ? 'en-GB' : 'fr-FR']);
  const people = await readPeople(database);
  const tonight = await readTonight(database, presentNight(people.household, Date.now() as Instant), people.household);
  // A day screen waits for its messages.
  await act(async () =>
    render(
      <App initialRows={{ db: database, people, tonight }} initialTranslation={words}>
        {screens}
      </App>,
    ),
  );
  return { db: database, user: userEvent.setup(), words };
}

type ScreenAt = readonly [address: string | RegExp, screen: ComponentType];

/**
 * Starts the app with the screens of one feature at their addresses and no others. A change of
 * another feature cannot break such a test, and the test need not run after it. At any other
 * address there is nothing. The whole app is for tests/app.
 */
export const screenStarter =
  (...screens: readonly ScreenAt[]) =>
  (start: StartOptions = {}) =>
    startWith(
      <Switch>
        {screens.map(([address, Screen]) => (
          <Route key={String(address)} path={address}>
            {address === TONIGHT ? (
              <Screen />
            ) : (
              <DayScreens>
                <Screen />
              </DayScreens>
            )}
          </Route>
        ))}
      </Switch>,
      start,
    );

/** The address of Tonight: every address that no other screen has. */
export const TONIGHT = '/*?';

/** Taps a button that opens a sheet, and waits for the messages of the sheet. */
export const tapToOpen = (name: string | RegExp): Promise<void> =>
  act(async () => {
    const button = screen.getByRole('button', { name });
    button.focus();
    fireEvent.click(button);
  });

/** Taps a button of the sheet "More" of an incident. */
export async function tapInMore(name: string | RegExp): Promise<void> {
  await tapToOpen('More');
  const button = within(await screen.findByRole('dialog')).getByRole('button', { name });
  await act(async () => {
    fireEvent.click(button);
  });
}

/** Returns the message that the screen shows about the last tap. */
export const statusText = () =>
  screen
    .getAllByRole('status')
    .map(({ textContent }) => textContent)
    .join(' ');

/**
 * Moves the date on, so that the next tap counts as a new one: the app takes two taps within two
 * seconds for one, and ignores taps on a screen that has just appeared.
 */
export const passTapGuard = () => vi.setSystemTime(Date.now() + 2100);

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
  useDeviceSettings.setState(useDeviceSettings.getInitialState());
  useToasts.setState(useToasts.getInitialState());
  useAppStatus.setState(useAppStatus.getInitialState());
});
