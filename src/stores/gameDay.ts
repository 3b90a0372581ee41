/*
 * A GameDay: the app on a simulated household, in a database of its own. It belongs to one window and ends with it, so that at
 * 2:43 the home screen always opens the real log. Entering and leaving load the page anew: a running app never changes its database.
 */

/** Read by public/early.js too. */
const GAMEDAY_KEY = 'infernalops.gameday';

export interface GameDay {
  seed: number;
  /** Whether its log is still to be made. */
  isNew: boolean;
}

/** The GameDay this window is in; null in the real household. */
export function currentGameDay(): GameDay | null {
  const [seed, fresh] = (read() ?? '').split(' ');
  return seed && /^\d{1,15}$/.test(seed) ? { seed: Number(seed), isNew: fresh === 'fresh' } : null;
}

/** Remembers that its log is made, so that what is tried in it outlives a reload. */
export const markGameDayFilled = ({ seed }: GameDay): void => void write(String(seed));

export function enterGameDay(seed: number): void {
  if (write(`${seed} fresh`)) reloadAt('#/');
}

/** Back to the real household, at an address of it. */
export function leaveGameDay(hash = '#/'): void {
  try {
    sessionStorage.removeItem(GAMEDAY_KEY);
  } catch {
    // Then there was none to leave.
  }
  reloadAt(hash);
}

/**
 * Replaced, not gone to: going to an address within the page puts off the reload, and a page that still runs would follow a link there
 * anew, and leave for it again, without end on a busy phone.
 */
function reloadAt(hash: string): void {
  history.replaceState(null, '', hash);
  location.reload();
}

function read(): string | null {
  try {
    return sessionStorage.getItem(GAMEDAY_KEY);
  } catch {
    return null;
  }
}

function write(value: string): boolean {
  try {
    sessionStorage.setItem(GAMEDAY_KEY, value);
    return true;
  } catch {
    return false;
  }
}
