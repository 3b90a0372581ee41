import type { Instant } from '@/lib/time';
import type { RoundFailure } from './context';

/** Why the phones are not the same just now. */
export type WhyBehind = Exclude<RoundFailure['kind'], 'gone' | 'notFound' | 'inviteNeeded'>;

/** How this phone stands to the others. The app shows it. */
export interface SyncReport {
  /** Null until the first round of this start has ended. */
  contact: { state: 'same'; at: Instant } | { state: 'behind'; since: Instant | null; because: WhyBehind } | null;
  /** How far this phone's clock is ahead of the server's; null if within two minutes. */
  clockAheadMs: number | null;
  needsUpdate: boolean;
  unreadable: number;
}

/**
 * Returns the reason to show for a failure. A server that asks for the operator's word before it
 * makes the household again does not know it, as far as this phone is concerned.
 */
export function reasonOf({ kind }: RoundFailure): WhyBehind {
  if (kind === 'inviteNeeded') return 'unauthorized';
  return kind === 'gone' || kind === 'notFound' ? 'serverFailed' : kind;
}
