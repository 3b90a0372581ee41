import { create } from 'zustand';
import type { Instant } from '@/lib/time';

/*
 * How this phone stands to the others, for the mark on Tonight and for Household → Phones. The sync
 * writes it, the screens only read it.
 */

/** Why the phones are not the same just now; null while nothing has failed yet. */
type WhyBehind =
  | 'offline'
  | 'timeout'
  | 'notHomeServer'
  | 'unauthorized'
  | 'tooMany'
  | 'full'
  | 'tooLarge'
  | 'serverFailed'
  | 'storage';

type Contact =
  | { state: 'same'; at: Instant }
  /** `since` is when they were the same last; null if that is not known. */
  | { state: 'behind'; since: Instant | null; because: WhyBehind | null };

interface SyncStatus {
  /** `removed`: another phone has removed this one. Its log stays on it. */
  sharing: 'off' | 'on' | 'removed';
  /** Null until the first contact of this start. */
  contact: Contact | null;
  /** How far this phone's clock is ahead of the server's; null if within two minutes. */
  clockAheadMs: number | null;
  /** True while something waits for a newer version of the app on this phone. */
  needsUpdate: boolean;
  /** How many documents could not be opened: damaged, swapped or foreign. */
  unreadable: number;
}

export const OFF: SyncStatus = {
  sharing: 'off',
  contact: null,
  clockAheadMs: null,
  needsUpdate: false,
  unreadable: 0,
};

export const useSyncStatus = create<SyncStatus>(() => OFF);
export const setSyncStatus = (change: Partial<SyncStatus>): void => useSyncStatus.setState(change);
