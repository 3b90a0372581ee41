import type { HttpBindings } from '@hono/node-server';
import type { Config } from './config';
import type { Household } from './households';
import type { Limits } from './limits';
import type { Log } from './log';
import type { Metrics } from './Metrics';
import type { Notifier } from './notifications';
import type { PushKeys } from './pager/pushKeys';
import type { WebhookCaller } from './pager/WebhookCaller';
import type { Streams } from './Streams';
import type { Store } from './store/store';

/** What the routes work with. */
export interface Deps {
  config: Config;
  store: Store;
  streams: Streams;
  notifier: Notifier;
  pushKeys: PushKeys;
  webhooks: WebhookCaller;
  limits: Limits;
  metrics: Metrics;
  log: Log;
}

/** What Hono's context carries. */
export interface Environment {
  Bindings: HttpBindings;
  Variables: {
    /** What requests of this client are counted by. */
    address: string;
    /** The household of the path, after its token was checked. */
    household: Household;
  };
}
