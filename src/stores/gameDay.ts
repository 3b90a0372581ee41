/*
 * A GameDay shows the app with a simulated household in a separate database. It belongs to one
 * window and ends when that is closed, so the icon on the home screen always opens the real log,
 * even at 2:43. Entering and leaving a GameDay reload the page: a running app never changes its
 * database.
 */

/** public/early.js also reads this key. */
export const GAMEDAY_KEY = 'infernalops.gameday';

export interface GameDay {
  seed: number;
  /** Whether the simulated log still has to be made. */
  isNew: boolean;
  /** The caregiver whose phone this window plays; null until the log is made. */
  holderId: string | null;
  /** Whether the window was opened to play the phone of another caregiver. */
  isOtherPhone: boolean;
}

/** Returns the GameDay of this window; null if it shows the real household. */
export function currentGameDay(): GameDay | null {
  const [seed, mark, other] = (readStored() ?? '').split(' ');
  if (!seed || !/^\d{1,15}$/.test(seed)) return null;
  const isNew = mark === 'fresh';
  return { seed: Number(seed), isNew, holderId: isNew ? null : (mark ?? null), isOtherPhone: other === 'other' };
}

/**
 * Remembers that the simulated log was made, so that a reload keeps the changes made in it, and who
 * holds this window's phone.
 */
export const markGameDayFilled = ({ seed }: GameDay, holderId: string): void => void store(`${seed} ${holderId}`);

/** Opens a new GameDay in this window. Does nothing if there is no session storage. */
export function enterGameDay(seed: number): void {
  if (store(`${seed} fresh`)) reloadAt('#/');
}

/**
 * Returns to the real household.
 *
 * @param hash the address to open there
 */
export function leaveGameDay(hash = '#/'): void {
  try {
    sessionStorage.removeItem(GAMEDAY_KEY);
  } catch {
    // Without session storage there is no GameDay to leave.
  }
  reloadAt(hash);
}

/**
 * Replaces the address instead of navigating to it. Navigating within the page would delay the
 * reload. Until then the running page would follow the same link and leave again, endlessly on a
 * busy phone.
 */
function reloadAt(hash: string): void {
  history.replaceState(null, '', hash);
  location.reload();
}

function readStored(): string | null {
  try {
    return sessionStorage.getItem(GAMEDAY_KEY);
  } catch {
    return null;
  }
}

function store(value: string): boolean {
  try {
    sessionStorage.setItem(GAMEDAY_KEY, value);
    return true;
  } catch {
    return false;
  }
}
