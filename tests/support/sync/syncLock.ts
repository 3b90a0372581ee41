import { vi } from 'vitest';

/**
 * Gives a test without a browser its lock of the sync, which another window has or has not. It
 * knows the one way in which it is asked there: not to wait.
 */
export function installSyncLock(isHeldByWindow: boolean): void {
  const request = async (_name: string, { ifAvailable }: LockOptions, task: (lock: object | null) => unknown) => {
    if (!ifAvailable) throw new Error('this would wait for ever');
    return task(isHeldByWindow ? null : {});
  };
  vi.stubGlobal('navigator', { locks: { request } });
}
