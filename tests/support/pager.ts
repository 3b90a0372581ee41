import type { InfernalDatabase } from '@/db/database';
import type { PagerConnection } from '@/hooks/pagerConnection';
import type {
  OwnPager,
  PagerAnswer,
  PagerFailure,
  PagerService,
  TestStep,
  WebhookTryResponse,
} from '@/sync/pager/service';
import type { PagerTest } from '@/sync/pager/testPager';

/** What a screen asked for, with its arguments. */
type Asked = readonly [keyof PagerService, ...unknown[]];
type PushResult = NonNullable<PagerTest['push']>['result'];

/** A pager in memory, for the tests of the screens. The real one has its own tests, end to end. */
export class PagerInMemory implements PagerService, PagerConnection {
  own: OwnPager = { isWanted: false, isSubscribed: false };
  /** Why the next questions are not answered; null if they are. */
  failure: PagerFailure | null = null;
  webhook: string | null = null;
  tried: WebhookTryResponse = { result: 'sent', status: 200 };
  /** What becomes of the push of a test. */
  push: PushResult = 'sent';
  readonly asked: Asked[] = [];
  /** Tells the screen what the tested phone says; nobody before a test, and after the page. */
  tell: (step: TestStep) => void = () => {};
  #db: InfernalDatabase | null = null;

  load = async (db: InfernalDatabase) => {
    this.#db = db;
    return this;
  };

  async readOwnPager(): Promise<OwnPager> {
    // A live query follows what it reads; `#switch` writes it.
    await this.#db?.meta.get('rotaSince');
    return this.own;
  }

  switchOn = () => this.#switch('switchOn', { isWanted: true, isSubscribed: true });
  switchOff = () => this.#switch('switchOff', { isWanted: false, isSubscribed: false });

  testPhone = (phoneId: string, onHeard: (step: TestStep) => void, signal: AbortSignal) => {
    this.tell = (step) => {
      if (!signal.aborted) onHeard(step);
    };
    return this.#answer(['testPhone', phoneId], this.push);
  };

  tellHandover = (caregiverId: string) => this.#answer(['tellHandover', caregiverId], null);

  readWebhook = () => this.#answer(['readWebhook'], this.webhook);
  tryWebhook = () => this.#answer(['tryWebhook'], this.tried);

  async putWebhook(url: string): Promise<PagerAnswer> {
    const answer = await this.#answer(['putWebhook', url], null);
    if (answer.ok) this.webhook = url;
    return answer;
  }

  async removeWebhook(): Promise<PagerAnswer> {
    const answer = await this.#answer(['removeWebhook'], null);
    if (answer.ok) this.webhook = null;
    return answer;
  }

  async #switch(asked: 'switchOn' | 'switchOff', own: OwnPager): Promise<PagerAnswer> {
    const answer = await this.#answer([asked], null);
    if (answer.ok) {
      this.own = own;
      await this.#db?.meta.put({ id: 'rotaSince', night: '2026-11-16' } as never);
    }
    return answer;
  }

  async #answer<Value>(asked: Asked, value: Value): Promise<PagerAnswer<Value>> {
    this.asked.push(asked);
    return this.failure ? { ok: false, failure: this.failure } : { ok: true, value };
  }
}
