import { create } from 'zustand';

interface Watch {
  /**
   * Whether this phone is on watch. It stays so while another screen is open, and if the browser
   * loads the page anew in the night; it ends with the window.
   */
  isOn: boolean;
  /** Whether the browser lets the alarm sound. */
  hasSound: boolean;
}

const KEY = 'infernalops.watch';

function readIsOn(): boolean {
  try {
    return sessionStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

function keepIsOn(isOn: boolean): void {
  try {
    if (isOn) sessionStorage.setItem(KEY, 'on');
    else sessionStorage.removeItem(KEY);
  } catch {
    // Without session storage the watch ends with the page.
  }
}

export const useWatch = create<Watch>(() => ({ isOn: readIsOn(), hasSound: true }));

export function setWatch(change: Partial<Watch>): void {
  useWatch.setState(change);
  if (change.isOn !== undefined) keepIsOn(change.isOn);
}
