import { installState } from './install';

/**
 * Whether the browser promises to keep the log when space runs out; `sevenDays` in a browser that
 * makes no promise and clears what was not opened for seven days (Safari on iOS, but not its apps
 * on the home screen); 'unknown' if it does not say.
 */
export type Persistence = 'persisted' | 'evictable' | 'sevenDays' | 'unknown';

/** Returns what the browser promises now. */
export const readPersistence = (): Promise<Persistence> => answerOf(navigator.storage?.persisted?.());

/** Asks the browser for this promise. Firefox asks the user, so this is called by day only. */
export const requestPersistence = (): Promise<Persistence> => answerOf(navigator.storage?.persist?.());

async function answerOf(asking: Promise<boolean> | undefined): Promise<Persistence> {
  const isPersisted = await asking;
  if (isPersisted) return 'persisted';
  if (installState() === 'ios') return 'sevenDays';
  return isPersisted === undefined ? 'unknown' : 'evictable';
}
