import type { FoundSubscription, PushBrowser } from '@/sync/pager/pushBrowser';

/** The push of a browser. As in a real one, a subscription stays as it is until it is ended. */
export class PushInMemory implements PushBrowser {
  granted: NotificationPermission = 'granted';
  subscription: FoundSubscription | null = null;
  /** How many subscriptions were made. */
  made = 0;
  /** The error with which the next ones are refused. */
  refusal: DOMException | null = null;

  permission = () => this.granted;
  find = async () => this.subscription;

  subscribe = async (pushKey: string) => {
    if (this.refusal) throw this.refusal;
    if (this.subscription && this.subscription.pushKey !== pushKey)
      throw new DOMException('subscribed for another key', 'InvalidStateError');
    this.made += 1;
    this.subscription ??= {
      endpoint: `https://push.example/${this.made}`,
      p256dh: 'B'.repeat(87),
      auth: 'A'.repeat(22),
      pushKey,
    };
    return this.subscription;
  };

  unsubscribe = async () => {
    this.subscription = null;
  };
}
