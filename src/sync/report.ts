import type { Instant } from '@/lib/time';
import type { RoundFailure } from './context';

/** How this phone stands to the others. The app shows it. */
export interface SyncReport {
  sharing: 'off' | 'on' | 'removed';
  /** Null until the first round of this start has ended. */
  contact:
    | { state: 'same'; at: Instant }
    | { state: 'behind'; since: Instant | null; because: RoundFailure['kind'] }
    | null;
  /** The share of the household's log that was heard while this phone joins; null otherwise. */
  joining: number | null;
  /** How far this phone's clock is ahead of the server's; null if within two minutes. */
  clockAheadMs: number | null;
  needsUpdate: boolean;
  unreadable: number;
}
