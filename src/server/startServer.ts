import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { createApp } from './app';
import { removeOldPresses } from './buttons';
import type { Config } from './config';
import { gracefulClose } from './gracefulClose';
import { removeExpiredInvitations } from './invitations';
import { createLimits } from './limits';
import type { Log } from './log';
import { Metrics } from './Metrics';
import { CHANNEL, Notifier, parseNotification } from './notifications';
import { pushKeysOf } from './pager/pushKeys';
import { WebhookCaller } from './pager/WebhookCaller';
import { Streams } from './Streams';
import { readStaticFiles } from './staticFiles';
import { migrate } from './store/migrations';
import type { Store } from './store/store';

/** A phone on a bad line may take this long to send 1 MiB. */
const REQUEST_TIMEOUT_MS = 60_000;
const HEADERS_TIMEOUT_MS = 15_000;
const SWEEP_MS = 10 * 60_000;

export interface RunningServer {
  /** Without a slash at its end. */
  url: string;
  /** Takes no new request, ends the streams, finishes what has begun, and closes the store. */
  stop(): Promise<void>;
}

/** Starts the home server. Rejects if the app, the store or the port cannot be had. */
export async function startServer(config: Config, log: Log): Promise<RunningServer> {
  const files = readStaticFiles(config.appFolder);
  const store = await openStore(config, log);
  try {
    await migrate(store);
    const pushKeys = await pushKeysOf(store);
    const streams = new Streams();
    await store.listen(
      CHANNEL,
      (payload) => streams.notify(parseNotification(payload)),
      () => streams.pullAll(),
    );
    const notifier = new Notifier(store, log);
    const webhooks = new WebhookCaller({ hosts: config.webhookHosts, log });
    const limits = createLimits(config.rates);
    const deps = { config, store, streams, notifier, pushKeys, webhooks, limits, metrics: new Metrics(), log };
    const server = createAdaptorServer({
      fetch: createApp(deps, files).fetch,
      serverOptions: { requestTimeout: REQUEST_TIMEOUT_MS, headersTimeout: HEADERS_TIMEOUT_MS },
    }) as Server;
    const closeServer = gracefulClose(server);
    await listen(server, config);
    const sweep = setInterval(() => {
      const swept = Promise.all([removeExpiredInvitations(store), removeOldPresses(store)]);
      swept.catch((error: Error) => log.warn('sweepFailed', { reason: error.message }));
    }, SWEEP_MS);

    return {
      url: urlOf(server.address() as AddressInfo),
      async stop() {
        clearInterval(sweep);
        streams.close();
        await closeServer();
        await webhooks.close();
        await notifier.close();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Loads only the engine that is used: PGlite takes 300 MB of memory. */
async function openStore(config: Config, log: Log): Promise<Store> {
  if (config.databaseUrl !== null) {
    const { openPostgres } = await import('./store/postgres');
    return openPostgres(config.databaseUrl, log);
  }
  const { openPglite } = await import('./store/pglite');
  return openPglite(config.dataFolder, config.minFreeBytes, log);
}

const listen = (server: Server, { port, host }: Config) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });

const urlOf = ({ address, family, port }: AddressInfo): string => {
  const host = { '127.0.0.1': 'localhost', '::1': 'localhost' }[address] ?? address;
  return `http://${family === 'IPv6' && host !== 'localhost' ? `[${host}]` : host}:${port}`;
};
