import type { Schedule } from '@/sync/client/request';

/** Timers that run out when a test says so. */
export interface ManualTimers {
  schedule: Schedule;
  /** Is called when a timer starts. */
  onStart: () => void;
  /** The delays of the timers that are running, the oldest first. */
  runningMs: () => number[];
  /** Lets all running timers run out. */
  runOut: () => void;
}

export function manualTimers(): ManualTimers {
  const running = new Map<() => void, number>();
  const timers: ManualTimers = {
    schedule: (callback, delayMs) => {
      const timer = () => callback();
      running.set(timer, delayMs);
      timers.onStart();
      return () => running.delete(timer);
    },
    onStart: () => {},
    runningMs: () => [...running.values()],
    runOut: () => {
      const ranOut = [...running.keys()];
      running.clear();
      for (const timer of ranOut) timer();
    },
  };
  return timers;
}
