import type { InfernalDatabase } from '@/db/database';
import type { Instant } from '@/lib/time';
import type { ButtonCalls } from './client/buttons';
import type { HouseholdCalls, HouseholdClient, PageCalls, PagerSetup } from './client/client';
import type { RequestFailure } from './client/requestFailure';
import type { HouseholdKeys } from './crypto/householdKeys';

/** What a round of the sync works with. */
export interface SyncContext {
  db: InfernalDatabase;
  keys: HouseholdKeys;
  client: HouseholdCalls;
  phoneId: string;
  /** The version of the app, which the other phones see. */
  appVersion: string;
  /** Reads the clock. */
  now: () => Instant;
}

/** What pages are sent with. */
export interface PagerContext extends SyncContext {
  client: HouseholdCalls & PageCalls;
}

/** What presses of buttons are logged with. */
export interface ButtonContext extends SyncContext {
  client: HouseholdCalls & ButtonCalls;
}

/** What a session works with, which listens to the live stream, and keeps the pager in order. */
export interface SessionContext extends SyncContext {
  client: HouseholdClient & PageCalls & PagerSetup & ButtonCalls;
}

/** Why a round did not come to its end. `storage`: this phone cannot write its log. */
export type RoundFailure = RequestFailure | { kind: 'storage' };

export type Done<Value> = { ok: true; value: Value } | { ok: false; failure: RoundFailure };

export const done = <Value>(value: Value): Done<Value> => ({ ok: true, value });
export const STORAGE_FAILED: { ok: false; failure: RoundFailure } = { ok: false, failure: { kind: 'storage' } };
