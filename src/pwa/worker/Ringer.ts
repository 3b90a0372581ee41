import type { Instant } from '@/lib/time';

/** What the worker rings with. */
export interface Ringer {
  registration: ServiceWorkerRegistration;
  /** The origin of the home server, which is that of the app. */
  origin: string;
  now: () => Instant;
  /** Hears what the other phones have written; never rejects. */
  hearRows: () => Promise<void>;
  /** Sends what was written to the other phones; never rejects. */
  sendRows: () => Promise<void>;
}
