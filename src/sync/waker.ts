/** Sleeps until a time is over, or until it is woken. */
export interface Waker {
  /** Ends the present sleep, or else the next one at once. */
  wake: () => void;
  /** Resolves after `ms`, or when it is woken, but not before `atLeastMs`. */
  sleep(ms: number, atLeastMs: number): Promise<void>;
}

/** Returns a waker. An aborted signal ends every sleep. */
export function createWaker(signal: AbortSignal): Waker {
  let wasWoken = false;
  let onWake = () => {};
  const wake = () => {
    wasWoken = true;
    onWake();
  };
  /** Resolves after `ms`, or when `onWake` is called. */
  const wait = (ms: number, canBeWoken: boolean) =>
    new Promise<void>((resolve) => {
      if (signal.aborted || ms <= 0 || (canBeWoken && wasWoken)) return resolve();
      const finish = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', finish);
        onWake = () => {};
        resolve();
      };
      const timer = setTimeout(finish, ms);
      signal.addEventListener('abort', finish);
      if (canBeWoken) onWake = finish;
    });
  return {
    wake,
    async sleep(ms, atLeastMs) {
      await wait(atLeastMs, false);
      await wait(ms - atLeastMs, true);
      wasWoken = false;
    },
  };
}
