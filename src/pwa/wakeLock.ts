/**
 * Keeps the screen on until the returned function is called. The browser drops the lock whenever
 * the page is hidden, so the lock is requested again when the page is shown. Does nothing if the
 * API is missing (iOS home-screen apps before 18.4) or the browser refuses (battery saver).
 */
export function holdWakeLock(): () => void {
  let lock: WakeLockSentinel | null = null;
  let isHeld = true;

  const requestLock = async () => {
    if (!('wakeLock' in navigator) || document.visibilityState !== 'visible') return;
    try {
      const granted = await navigator.wakeLock.request('screen');
      if (isHeld) lock = granted;
      else await granted.release();
    } catch {
      // The browser refused: the screen goes dark as usual, and the clock is right when it is lit
      // again.
    }
  };

  requestLock();
  document.addEventListener('visibilitychange', requestLock);
  return () => {
    isHeld = false;
    document.removeEventListener('visibilitychange', requestLock);
    lock?.release().catch(() => {});
  };
}

/** Returns whether this browser can keep the screen on. */
export const canHoldWakeLock = (): boolean => 'wakeLock' in navigator;
