import { randomBytes } from 'node:crypto';
import { EventSourceParserStream } from 'eventsource-parser/stream';
import * as v from 'valibot';
import {
  changeEvent,
  type PullResponse,
  type PushResponse,
  pullResponse,
  pushResponse,
  type SentDoc,
  versionsResponse,
} from '@/protocol/api';
import { API_BASE } from '@/protocol/limits';
import { EMPTY_SUM, tagOf, toggleInSum } from '@/protocol/sum';

export const newId = (): string => randomBytes(16).toString('base64url');
export const newToken = (): string => randomBytes(32).toString('base64url');
/** A body as a phone seals one, of random bytes. */
export const newBody = (bytes = 80): string => randomBytes(bytes).toString('base64url');
export const newDoc = (doc: Partial<SentDoc> = {}): SentDoc => ({ id: newId(), n: 0, body: newBody(), ...doc });

/** The sum of documents with these bodies. */
export const sumOf = (bodies: readonly string[]): string =>
  Buffer.from(
    bodies.map((body) => tagOf(Buffer.from(body, 'base64url'))).reduce(toggleInSum, EMPTY_SUM as Uint8Array),
  ).toString('base64url');

/** A phone of a household, without crypto: it sends requests and parses the answers. */
export class Phone {
  constructor(
    readonly url: string,
    readonly household = newId(),
    readonly token = newToken(),
  ) {}

  /** Another phone of the household, at this server or another one. */
  partner(url = this.url): Phone {
    return new Phone(url, this.household, this.token);
  }

  request(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${this.url}${API_BASE}/${path}`, {
      method,
      headers: { Authorization: `Bearer ${this.token}`, ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  }

  /** A request to a path of the household. */
  call(method: string, path: string, body?: unknown): Promise<Response> {
    return this.request(method, `households/${this.household}${path}`, body);
  }

  async create(): Promise<this> {
    const { status } = await this.call('PUT', '', {});
    if (status !== 201) throw new Error(`The household was not created: ${status}`);
    return this;
  }

  async push(docs: readonly SentDoc[]): Promise<PushResponse> {
    return parse(pushResponse, await this.call('POST', '/docs', { docs }));
  }

  async pull(since = 0, limit = 200): Promise<PullResponse> {
    return parse(pullResponse, await this.call('GET', `/docs?since=${since}&limit=${limit}`));
  }

  async versions() {
    return parse(versionsResponse, await this.call('GET', '/versions'));
  }

  async openStream(): Promise<Stream> {
    const controller = new AbortController();
    const response = await fetch(`${this.url}${API_BASE}/households/${this.household}/events`, {
      headers: { Authorization: `Bearer ${this.token}` },
      signal: controller.signal,
    });
    if (response.status !== 200 || !response.body) throw new Error(`The stream was not opened: ${response.status}`);
    const events = response.body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
    return new Stream(response, events.getReader(), () => controller.abort());
  }
}

/** An open event stream. */
export class Stream {
  constructor(
    readonly response: Response,
    private readonly reader: ReadableStreamDefaultReader<{ event?: string | undefined; data: string }>,
    readonly abort: () => void,
  ) {}

  /** Resolves to the next event, null when the server has ended the stream. */
  async next(): Promise<{ event: string | undefined; data: unknown } | null> {
    const { done, value } = await this.reader.read();
    return done ? null : { event: value.event, data: JSON.parse(value.data) };
  }

  /** Waits for the change that brings the household to this head. */
  async untilHead(head: number): Promise<void> {
    for (;;) {
      const event = await this.next();
      if (event === null) throw new Error('The stream has ended.');
      if (event.event === 'change' && v.parse(changeEvent, event.data).head >= head) return;
    }
  }

  /** Waits for the end of the stream. */
  async untilEnd(): Promise<void> {
    while ((await this.next()) !== null);
  }
}

async function parse<Schema extends v.GenericSchema>(
  schema: Schema,
  response: Response,
): Promise<v.InferOutput<Schema>> {
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  return v.parse(schema, await response.json());
}
