import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GAMEDAY_DATABASE_NAME } from '@/db/database';
import { GameDayPage } from '@/features/settings/pages/GameDayPage';
import type { Language } from '@/i18n/translator';
import { householdDatabase } from '../../support/database';
import { DAD, MUM } from '../../support/factories';
import { screenStarter } from '../../support/screen';

const KEY = 'infernalops.gameday';

/** Opens the page of the GameDay in a window of it. */
async function open(mark: string, language: Language = 'en') {
  sessionStorage.setItem(KEY, mark);
  const db = await householdDatabase([], GAMEDAY_DATABASE_NAME);
  await screenStarter(['/household/gameday', GameDayPage])({ db, language, hash: '#/household/gameday' });
  await screen.findByRole('heading', { level: 1, name: 'GameDay' });
}
/** A new window, as `window.open` returns it. */
function stubWindow() {
  const store = { setItem: vi.fn() };
  const opened = { sessionStorage: store, location: { replace: vi.fn() }, close: vi.fn() };
  vi.spyOn(window, 'open').mockReturnValue(opened as unknown as Window);
  return opened;
}
const tap = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));

beforeEach(() => Object.defineProperty(navigator, 'locks', { configurable: true, value: { request: vi.fn() } }));
beforeEach(() => void vi.mocked(navigator.locks.request).mockResolvedValue(undefined));
afterEach(() => {
  Reflect.deleteProperty(navigator, 'locks');
  sessionStorage.clear();
});

describe('the drill of a GameDay', () => {
  it('opens Dad’s phone in a window that is in the GameDay before the app is loaded in it', async () => {
    await open(`7 ${MUM}`);
    const opened = stubWindow();
    await tap('Open Dad’s phone in another window');
    expect(opened.sessionStorage.setItem).toHaveBeenCalledWith(KEY, `7 ${DAD} other`);
    expect(String(opened.location.replace.mock.calls[0]?.[0])).toMatch(/#\/$/);
    expect(sessionStorage.getItem(KEY)).toBe(`7 ${MUM}`);
  });

  it('says so if the browser opens none, and closes one that is none of the app’s', async () => {
    await open(`7 ${MUM}`);
    vi.spyOn(window, 'open').mockReturnValue(null);
    await tap('Open Dad’s phone in another window');
    expect(screen.getByText(/^The browser opened no window/)).toBeInTheDocument();
    const opened = stubWindow();
    opened.sessionStorage.setItem.mockImplementation(() => {
      throw new DOMException('another origin', 'SecurityError');
    });
    await tap('Open Dad’s phone in another window');
    expect(opened.close).toHaveBeenCalled();
    expect(opened.location.replace).not.toHaveBeenCalled();
    expect(screen.getByText(/^The browser opened no window/)).toBeInTheDocument();
  });

  it('is not offered in the second window, which says whose phone it is', async () => {
    await open(`7 ${DAD} other`);
    expect(await screen.findByText('Dad’s phone.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /another window/ })).toBeNull();
  });

  it('is explained in French', async () => {
    await open(`7 ${MUM}`, 'fr');
    expect(screen.getByText(/puis bipez Dad\./)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Ouvrir le téléphone de Dad dans une autre fenêtre' })).toBeEnabled();
  });

  it('is only simulated where the browser has no locks', async () => {
    Reflect.deleteProperty(navigator, 'locks');
    await open(`7 ${MUM}`);
    expect(screen.getByText(/A simulated phone rings/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /another window/ })).toBeNull();
  });
});
