import { create } from 'zustand';

interface Watch {
  /**
   * Whether this phone is on watch: it was started by a tap since the page was loaded. It stays on
   * watch while another screen is open.
   */
  isOn: boolean;
  /** Whether the browser lets the alarm sound. */
  hasSound: boolean;
}

export const useWatch = create<Watch>(() => ({ isOn: false, hasSound: true }));
export const setWatch = (change: Partial<Watch>): void => useWatch.setState(change);
