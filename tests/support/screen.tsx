import { act, cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ComponentType, ReactNode } from 'react';
import { afterEach, vi } from 'vitest';
import { Route, Switch } from 'wouter';
import { App } from '@/app/App';
import { DayScreens } from '@/app/DayScreens';
import type { InfernalDatabase } from '@/db/database';
import { readPeople } from '@/db/queries';
import { readTonight } from '@/db/tonight';
import { nightOf } from '@/domain/night';
import type { Language } from '@/i18n/translator';
import { loadTranslation } from '@/i18n/useTranslation';
import type { Instant } from '@/lib/time';
import { useDeviceSettings } from '@/stores/device';
import { useAppStatus } from '@/stores/status';
import { useToasts } from '@/stores/toasts';
import { householdDatabase } from './database';
import { PARIS, tonightAt } from './factories';

/**
 * From here on it is this time. Only the date is set: timers run, or the storage would wait for
 * ever.
 */
export function setNow(time: string | Instant): void {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(typeof time === 'string' ? tonightAt(time) : time);
}

export interface StartOptions {
  /** Without one: a household of Léo, Zoé, Mum and Dad, in which nothing has happened. */
  db?: InfernalDatabase;
  language?: Language;
  hash?: string;
}

/** Renders these screens in the app, as main.tsx does with all of them. */
export async function startWith(screens: ReactNode, { db, language = 'en', hash = '#/' }: StartOptions = {}) {
  const database = db ?? (await householdDatabase());
  location.hash = hash;
  useDeviceSettings.getState().set({ language });
  const words = await loadTranslation(language, [language === 'en' ? 'en-GB' : 'fr-FR']);
  const people = await readPeople(database);
  const tonight = await readTonight(database, nightOf(Date.now() as Instant, PARIS), PARIS);
  // By day the screen waits for its words.
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
 * How a feature's test starts the app: with its own screens at their addresses and no others, so
 * that a change of another feature cannot break it and need not run it. At any other address there
 * is nothing. The whole app is for tests/app.
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

/** The address of Tonight: whatever no other screen has. */
export const TONIGHT = '/*?';

/** What the screen says of the last tap. */
export const statusText = () =>
  screen
    .getAllByRole('status')
    .map(({ textContent }) => textContent)
    .join(' ');

/** Out of the same tap: the app takes two taps within two seconds for one, and lets a new screen settle. */
export const passTapGuard = () => vi.setSystemTime(Date.now() + 2100);

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
  useDeviceSettings.setState(useDeviceSettings.getInitialState());
  useToasts.setState(useToasts.getInitialState());
  useAppStatus.setState(useAppStatus.getInitialState());
});
