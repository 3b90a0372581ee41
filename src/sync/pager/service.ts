import type { DeviceResult, WebhookTryResponse } from '@/protocol/api';
import type { SyncFailure } from '@/sync/service';
import type { TestStep } from './message';
import type { SubscribeFailure } from './subscription';
import type { WebhookProblem } from './webhookProblem';

/*
 * What the screens of the pager can ask of the sync. The implementation is loaded when a screen
 * asks for it (`hooks/pagerConnection.ts`).
 */

/** Why something was not done. Each has a sentence on the screen. */
export type PagerFailure =
  | SyncFailure
  | Extract<SubscribeFailure['kind'], 'noPushKey' | 'denied' | 'pushRefused' | 'hostRefused'>
  | WebhookProblem;

export type PagerAnswer<Value = null> = { ok: true; value: Value } | { ok: false; failure: PagerFailure };

/** How this phone stands to the pager. */
export interface OwnPager {
  /** Whether it is to ring. */
  isWanted: boolean;
  /** Whether the browser has a subscription for it. */
  isSubscribed: boolean;
}

export type { TestStep, WebhookProblem, WebhookTryResponse };

export interface PagerService {
  /** For a live query. */
  readOwnPager(): Promise<OwnPager>;
  /** Lets this phone ring. The permission was asked for before. */
  switchOn(): Promise<PagerAnswer>;
  switchOff(): Promise<PagerAnswer>;
  /**
   * Tries the pager of another phone. Resolves to what became of the push, and then calls back with
   * each step that the phone tells of, as long as the signal is not aborted.
   */
  testPhone(
    phoneId: string,
    onHeard: (step: TestStep) => void,
    signal: AbortSignal,
  ): Promise<PagerAnswer<DeviceResult['result']>>;
  /** Tells the phones of a caregiver, without a sound, that they are on call from now on. */
  tellHandover(caregiverId: string): Promise<PagerAnswer>;
  /** Returns the address of the webhook, null if there is none. */
  readWebhook(): Promise<PagerAnswer<string | null>>;
  /** An address that cannot be is not sent; what the server refuses changes nothing. */
  putWebhook(url: string): Promise<PagerAnswer>;
  removeWebhook(): Promise<PagerAnswer>;
  /** Calls the webhook once and tells what came back. */
  tryWebhook(): Promise<PagerAnswer<WebhookTryResponse>>;
}
