import { currentGameDay, GAMEDAY_KEY } from './gameDay';

/* The size of a phone, so that two of them stand side by side on a larger screen. */
const FEATURES = 'popup,width=400,height=860';

/**
 * Opens the phone of another caregiver in a second window of the same GameDay. The GameDay of a
 * window is in its session storage, which is written before the app is loaded there: that window
 * never shows the real log.
 *
 * @returns whether the browser opened it; it may block new windows
 */
export function openGameDayPhone(holderId: string): boolean {
  const gameDay = currentGameDay();
  const opened = gameDay && window.open('', '_blank', FEATURES);
  if (!opened) return false;
  try {
    opened.sessionStorage.setItem(GAMEDAY_KEY, `${gameDay.seed} ${holderId} other`);
    opened.location.replace(new URL('#/', location.href));
    return true;
  } catch {
    // Some platforms open a window that is none of the app's.
    opened.close();
    return false;
  }
}
