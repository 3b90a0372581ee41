import type { Phone } from '@/db/sharing/phones';
import type { Instant } from '@/lib/time';

export type { Phone };

/*
 * What the screens of the phones can ask of the sync. The implementation is loaded when a screen
 * asks for it (`hooks/phonesConnection.ts`).
 */

/** Why the home server did not do what it was asked. Each has a sentence on the screen. */
export type SyncFailure =
  /** The phone has no network, or nobody answers at this address. */
  | 'offline'
  | 'timeout'
  /** What answers at this address is no home server: a static host, a login page, a proxy. */
  | 'notHomeServer'
  /** The server does not know the household, or no longer takes its token. */
  | 'unauthorized'
  /** The operator asks for a word before a household may be made. */
  | 'inviteNeeded'
  /** The code is mistyped, used or expired: the server cannot tell which. */
  | 'notFound'
  | 'tooMany'
  /** The household's room on the server is used up, or the server's disk is full. */
  | 'full'
  | 'tooLarge'
  | 'serverFailed'
  /** Something was sealed with another key, or damaged. */
  | 'unreadable'
  /** This phone cannot write its own log just now. */
  | 'storage';

export type Answer<Value = null> = { ok: true; value: Value } | { ok: false; failure: SyncFailure };

/** Who this phone is to the others. */
export interface OwnPhone {
  name: string;
  caregiverId: string | null;
}

export interface SharedCode {
  /** 12 characters in three groups, for example `K7QM-2F9X-HB4T`. */
  code: string;
  /** The same as an address of this app, for the QR code. */
  link: string;
  /** Valid until then, and once. */
  expiresAt: Instant;
}

/** What an invitation tells before the phone joins, so that names can be matched. */
export interface Invitation {
  secret: Uint8Array<ArrayBuffer>;
  /** The operator's word of the home server, if it needed one. */
  invite?: string | undefined;
  children: { id: string; name: string; birthDate: string | null }[];
  caregivers: { id: string; name: string }[];
}

/** For each of this phone's own rows: the id of the household's row that is the same, or null. */
export type Matches = Readonly<Record<string, string | null>>;

export type HowToJoin =
  /** This phone has logged nothing: it takes the household's log over. */
  | { kind: 'takeOver' }
  /** Its own log is kept as the previous log, which can be downloaded. */
  | { kind: 'setAside' }
  /** Its own log becomes part of the household's; what is matched is one. */
  | { kind: 'bringAlong'; children: Matches; caregivers: Matches };

export interface PhonesService {
  /** Returns the phones of the household, for a live query; none if this phone does not share. */
  readPhones(): Promise<Phone[]>;
  /** Asks whether this address has a home server. */
  findServer(): Promise<Answer>;
  /** Makes the household known to the server and sends the log. */
  startSharing(me: OwnPhone, invite?: string): Promise<Answer>;
  createCode(): Promise<Answer<SharedCode>>;
  /** Asks the server for the invitation of a code. It is then used up. */
  redeemCode(code: string): Promise<Answer<Invitation>>;
  /** Resolves when the whole log of the household is on this phone. */
  join(invitation: Invitation, how: HowToJoin, me: OwnPhone, onProgress: (share: number) => void): Promise<Answer>;
  changeThisPhone(me: OwnPhone): Promise<Answer>;
  /** The household gets a new secret, which the removed phone does not get. */
  removePhone(id: string): Promise<Answer>;
  /** This phone keeps its log and no longer hears of the others. */
  leave(): Promise<Answer>;
  /** The household is deleted on the server; every phone keeps its log. */
  eraseHousehold(): Promise<Answer>;
}
