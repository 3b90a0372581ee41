import { randomBytes } from 'node:crypto';
import { Agent, type IncomingMessage, request } from 'node:http';
import { API_BASE } from '@/protocol/limits';

/** Connections are kept: a phone's browser keeps its own. */
const AGENT = new Agent({ keepAlive: true, maxSockets: 64 });

const newId = (): string => randomBytes(16).toString('base64url');

/**
 * A household as the load makes one, without crypto and schemas: the time of this process is time
 * that the server does not have.
 */
export class LoadHousehold {
  readonly #id = newId();
  readonly #token = randomBytes(32).toString('base64url');

  constructor(readonly url: string) {}

  async create(): Promise<void> {
    await this.#call('PUT', '', '{}');
  }

  /** Pushes new documents and returns the head after them. */
  async push(count: number, bytes: number): Promise<number> {
    const docs = Array.from({ length: count }, () => ({
      id: newId(),
      n: 0,
      body: randomBytes(bytes).toString('base64url'),
    }));
    const { head } = JSON.parse(await this.#call('POST', '/docs', JSON.stringify({ docs }))) as { head: number };
    return head;
  }

  /** Returns the text of the page after `since`. */
  pull(since: number): Promise<string> {
    return this.#call('GET', `/docs?since=${since}`, null);
  }

  /** Opens an event stream on a connection of its own; resolves when its first event has come. */
  openStream(onEvent: (text: string) => void): Promise<() => void> {
    return new Promise((resolve, reject) => {
      const sent = request(`${this.url}${API_BASE}/households/${this.#id}/events`, {
        agent: false,
        headers: { Authorization: `Bearer ${this.#token}` },
      });
      sent.on('error', reject);
      sent.on('response', (response) => {
        if (response.statusCode !== 200) return reject(new Error(`The stream was not opened: ${response.statusCode}`));
        response.setEncoding('utf8');
        response.once('data', () => {
          response.on('data', onEvent);
          // The connection is cut at the end, by whichever side.
          response.on('error', () => {});
          resolve(() => sent.destroy());
        });
      });
      sent.end();
    });
  }

  #call(method: string, path: string, body: string | null): Promise<string> {
    return new Promise((resolve, reject) => {
      const sent = request(
        `${this.url}${API_BASE}/households/${this.#id}${path}`,
        {
          method,
          agent: AGENT,
          headers: {
            Authorization: `Bearer ${this.#token}`,
            ...(body !== null && { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }),
          },
        },
        (response) => readText(response).then(resolve, reject),
      );
      sent.on('error', reject);
      sent.end(body ?? undefined);
    });
  }
}

async function readText(response: IncomingMessage): Promise<string> {
  let text = '';
  response.setEncoding('utf8');
  for await (const chunk of response) text += chunk;
  if ((response.statusCode ?? 500) >= 300) throw new Error(`${response.statusCode} ${text}`);
  return text;
}

/** Does something for each item, with at most `atOnce` of them under way. */
export async function forEach<Item>(items: Iterable<Item>, atOnce: number, act: (item: Item) => Promise<unknown>) {
  const iterator = items[Symbol.iterator]();
  const worker = async () => {
    for (let next = iterator.next(); !next.done; next = iterator.next()) await act(next.value);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
