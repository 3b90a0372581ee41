/**
 * Keeps the screen on until the returned function is called. The browser drops the lock whenever the page is hidden, so it is
 * asked for again when the page is seen. Silently nothing where it is absent (iOS home-screen apps before 18.4) or refused (battery saver).
 */
export function holdWakeLock(): () => void {
  let lock: WakeLockSentinel | null = null;
  let held = true;

  const ask = async () => {
    if (!('wakeLock' in navigator) || document.visibilityState !== 'visible') return;
    try {
      const asked = await navigator.wakeLock.request('screen');
      if (held) lock = asked;
      else await asked.release();
    } catch {
      // Refused: the screen goes dark as it always did, and the clock is right when it is lit again.
    }
  };

  ask();
  document.addEventListener('visibilitychange', ask);
  return () => {
    held = false;
    document.removeEventListener('visibilitychange', ask);
    lock?.release().catch(() => {});
  };
}

export const canHoldWakeLock = (): boolean => 'wakeLock' in navigator;
