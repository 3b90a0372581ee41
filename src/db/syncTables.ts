import type { PagerWords } from '@/domain/paging/pagerWords';
import type { UnloggedPress } from '@/domain/presses/press';
import type { Instant } from '@/lib/time';
import type { SHARING_KEY } from './outbox';

/* What the tables of the sync hold. They belong to this phone, and are in no backup. */

/** That this phone shares its log, and as whom. The row is there only as long as it does. */
export interface Sharing {
  id: typeof SHARING_KEY;
  /** The id of the household on the server, which is derived from its secret, too. */
  householdId: string;
  /** The household's secret: 32 random bytes, from which all keys are derived. */
  secret: Uint8Array<ArrayBuffer>;
  phoneId: string;
  name: string;
  caregiverId: string | null;
  /** Opens what another phone seals for this one (removing a phone). */
  privateKey: Uint8Array<ArrayBuffer>;
  /** Base64url, as the other phones get it. */
  publicKey: string;
  /**
   * The operator's word with which the household was made. Absent if it needed none, or if this
   * phone has shared since before the word was kept.
   */
  invite?: string;
  /** True until the household's whole log has been heard once. */
  isJoining: boolean;
  /** True while this phone is to ring when it is paged. Absent until somebody has said so. */
  rings?: boolean;
}

/** That this phone no longer shares, although nobody said so on it. */
export interface SharingEnded {
  id: 'sharingEnded';
  /** `removed`: by another phone. `erased`: the household was deleted on the server. */
  why: 'removed' | 'erased';
  at: Instant;
}

/** How far this phone has heard of the household. */
export interface SyncCursor {
  id: 'syncCursor';
  /** The `seq` up to which it has pulled. */
  cursor: number;
  /** The sum of all documents it knows (protocol/sum.ts). */
  sum: Uint8Array<ArrayBuffer>;
  /** When it and the server were the same last; null if never. */
  sameAt: Instant | null;
  /** What it held then, at the last heads: other phones must have held the same. */
  seen: readonly { head: number; sum: string }[];
}

/**
 * The household as it was before a phone was removed. It is deleted on the server once all phones
 * that stay have followed to the new secret.
 */
export interface FormerHousehold {
  id: 'formerHousehold';
  secret: Uint8Array<ArrayBuffer>;
  /** The phones that are to follow. */
  phoneIds: readonly string[];
  at: Instant;
}

/** A document of the household, as this phone last sent or heard it. */
export interface KnownDocument {
  /** The opaque id under which the server has it. */
  id: string;
  /** Null if it cannot be opened by this app. */
  row: { table: string; id: string } | null;
  n: number;
  /** The authentication tag of its body. */
  tag: Uint8Array<ArrayBuffer>;
}

/** A document that this app cannot read yet. It is kept as it came. */
export interface LaterDocument {
  id: string;
  n: number;
  seq: number;
  body: string;
  /** `tooNew`: a newer app has written it. `refused`: damaged, swapped or foreign. */
  reason: 'tooNew' | 'refused';
}

/** That this phone publishes the household's figures on the home server, for other tools. */
export interface OwnFigures {
  id: 'figures';
  /** With which they are read: 32 random bytes in base64url. The server has only its hash. */
  token: string;
  /** How people are called in them (exports/openMetrics/people.ts). */
  namedBy: 'names' | 'pseudonyms';
  /** The household under which they were published last: after a move there is another one. */
  householdId: string;
  /** What the log was then (sync/figures/logState.ts). */
  logState: string;
  publishedAt: Instant;
  /** True once the server had none of this token any more: this phone does not begin anew. */
  isStopped: boolean;
}

/** What the service worker says when it rings; it belongs to this phone. */
export interface KeptPagerWords {
  id: 'pagerWords';
  words: PagerWords;
}

/** Presses of buttons that this phone could not log, the latest first. */
export interface UnloggedPresses {
  id: 'unloggedPresses';
  presses: readonly UnloggedPress[];
}

/** A page that this phone has sent. The row is kept for a day, so that nothing is sent twice. */
export interface SentPage {
  /** That of the `escalated`. */
  id: string;
  incidentId: string;
  at: Instant;
  /** What became of it on the way to each phone of the caregiver. */
  results: readonly { phoneId: string; result: 'sent' | 'unknown' | 'gone' | 'failed' }[];
  /** When the phones were told that nobody need answer any more; null before. */
  overAt: Instant | null;
}

/** What a phone tells the others of itself. It has no names of its own in the log. */
export interface PhoneRow {
  id: string;
  updatedAt: Instant;
  deletedAt: Instant | null;
  name: string;
  caregiverId: string | null;
  lastContactAt: Instant;
  appVersion: string;
  /** Base64url of the phone's public key. */
  publicKey: string;
  /** What it had heard then: two phones with the same `head` must have the same `sum`. */
  head: number;
  sum: string;
}
