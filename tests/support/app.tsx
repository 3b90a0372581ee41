import { act, cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, vi } from 'vitest';
import { App } from '@/app/App';
import type { InfernalDatabase } from '@/db/database';
import { readPeople } from '@/db/queries';
import { readTonight } from '@/db/tonight';
import { nightOf } from '@/domain/night';
import { loadWords } from '@/i18n/language';
import type { Language } from '@/i18n/translator';
import type { Instant } from '@/lib/time';
import { useDevice } from '@/stores/device';
import { useStatus } from '@/stores/status';
import { useToasts } from '@/stores/toasts';
import { householdDatabase } from './database';
import { PARIS, tonightAt } from './factories';

/** From here on it is this time. Only the date is set: timers run, or the storage would wait for ever. */
export function itIs(time: string | Instant): void {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(typeof time === 'string' ? tonightAt(time) : time);
}

interface Start {
  db?: InfernalDatabase;
  language?: Language;
  hash?: string;
}

/** The whole app, as main.tsx puts it on the page, on a household of Léo, Zoé, Mum and Dad. */
export async function startApp({ db, language = 'en', hash = '#/' }: Start = {}) {
  const database = db ?? (await householdDatabase());
  location.hash = hash;
  useDevice.getState().set({ language });
  const words = await loadWords(language, [language === 'en' ? 'en-GB' : 'fr-FR']);
  const people = await readPeople(database);
  const tonight = await readTonight(database, nightOf(Date.now() as Instant, PARIS), PARIS);
  // By day the screen waits for its words.
  await act(async () => render(<App start={{ db: database, people, tonight }} words={words} />));
  return { db: database, user: userEvent.setup(), words };
}

/** What the screen says of the last tap. */
export const said = () =>
  screen
    .getAllByRole('status')
    .map(({ textContent }) => textContent)
    .join(' ');

/** Out of the same tap: the app takes two taps within two seconds for one, and lets a new screen settle. */
export const aMomentLater = () => vi.setSystemTime(Date.now() + 2100);

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
  useDevice.setState(useDevice.getInitialState());
  useToasts.setState(useToasts.getInitialState());
  useStatus.setState(useStatus.getInitialState());
});
