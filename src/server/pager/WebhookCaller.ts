import { setTimeout } from 'node:timers/promises';
import type { WebhookTryResponse } from '@/protocol/api';
import { isListed } from '@/server/hosts';
import { type Log, shortId } from '@/server/log';
import { post, reasonOf } from '@/server/post';
import { PrivateAddressError, publicLookup, type ResolveAll } from '@/server/publicAddress';
import { webhookUrl } from './webhookUrl';

const TIMEOUT_MS = 5_000;
const HEADERS = { 'Content-Type': 'text/plain', 'User-Agent': 'InfernalOps' };
/** All that is said: who woke, and when, is nobody's business. */
const BODY = 'page';

/** Before the second attempt, and before the third. */
const PAUSES_MS = [1_000, 4_000];

interface Options {
  /** Hosts that may be private, and http (`src/server/hosts.ts`). */
  hosts: readonly string[];
  log: Log;
  /** The resolver of the system, unless a test has another. */
  resolveAll?: ResolveAll;
  pausesMs?: readonly number[];
  timeoutMs?: number;
}

/** What came of one call, and why, if nothing did. */
type Outcome = WebhookTryResponse & { reason: string };

/** Calls the webhooks of households. */
export class WebhookCaller {
  readonly #options: Options;
  readonly #ringing = new Set<Promise<void>>();
  readonly #closing = new AbortController();

  constructor(options: Options) {
    this.#options = options;
  }

  /** Whether the server would call this address, as far as its text says. */
  takes(url: string): boolean {
    return webhookUrl(url, this.#options.hosts) !== null;
  }

  /** Calls a webhook once, for somebody who waits for what comes of it. */
  async try(url: string): Promise<WebhookTryResponse> {
    const { result, status } = await this.#call(url);
    return { result, status };
  }

  /**
   * Calls a webhook up to three times, with growing pauses, as long as it does not answer or says
   * that it is overloaded. Nobody waits for it: what went wrong is in the log.
   *
   * @param readUrl reads the address of the household; null if it has none
   */
  ring(household: string, readUrl: () => Promise<string | null>): void {
    const ringing = this.#ring(household, readUrl)
      .catch((error: unknown) => this.#logFailure(household, { reason: reasonOf(error) }))
      .finally(() => this.#ringing.delete(ringing));
    this.#ringing.add(ringing);
  }

  /** Whether no webhook is being called, nor waited for. */
  get isIdle(): boolean {
    return this.#ringing.size === 0;
  }

  /** Lets the attempts finish that have begun, and makes no others. */
  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.all(this.#ringing);
  }

  async #ring(household: string, readUrl: () => Promise<string | null>): Promise<void> {
    const url = await readUrl();
    if (url === null) return;
    const pausesMs = [...(this.#options.pausesMs ?? PAUSES_MS)];
    for (;;) {
      const outcome = await this.#call(url);
      if (outcome.result === 'sent') return;
      const pauseMs = mayPass(outcome) ? pausesMs.shift() : undefined;
      if (pauseMs === undefined || !(await this.#pause(pauseMs))) {
        return this.#logFailure(household, { host: new URL(url).host, reason: outcome.reason });
      }
    }
  }

  /** Resolves to false as soon as the server stops. */
  #pause(ms: number): Promise<boolean> {
    return setTimeout(ms, true, { signal: this.#closing.signal }).catch(() => false);
  }

  async #call(text: string): Promise<Outcome> {
    const { hosts, resolveAll, timeoutMs = TIMEOUT_MS } = this.#options;
    // The list of the operator may have been longer when the address was stored.
    const url = webhookUrl(text, hosts);
    if (!url) return { result: 'refused', status: null, reason: 'notAllowed' };
    try {
      const { status } = await post(url, {
        headers: HEADERS,
        body: BODY,
        timeoutMs,
        // A connection that is kept would not be looked up again.
        keepsConnection: false,
        ...(isListed(url, hosts) ? {} : { lookup: publicLookup(resolveAll) }),
      });
      const result = status >= 200 && status < 300 ? 'sent' : 'refused';
      return { result, status, reason: String(status) };
    } catch (error) {
      if (error instanceof PrivateAddressError) return { result: 'refused', status: null, reason: 'notAllowed' };
      return { result: 'failed', status: null, reason: reasonOf(error) };
    }
  }

  #logFailure(household: string, facts: { host?: string; reason: string }): void {
    this.#options.log.warn('webhookFailed', { household: shortId(household), ...facts });
  }
}

/** Whether another attempt may bring something else. */
const mayPass = ({ result, status }: Outcome): boolean =>
  result === 'failed' || status === 429 || (status !== null && status >= 500);
