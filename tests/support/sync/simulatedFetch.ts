import type { SentDoc } from '@/protocol/api';
import type { SimulatedServer } from '../simulatedServer';

/** What a test may let happen in the server's place; null: the server answers itself. */
export type Instead = (request: { method: string; path: string }) => Response | null;

export const jsonResponse = (status: number, value: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(value), { status, headers: { 'Content-Type': 'application/json', ...headers } });

const PULL = new TextEncoder().encode('event: pull\ndata: {}\n\n');

/** Event streams that a test can cut. Each begins with an event. One whose reader is gone stays. */
export class SimulatedStreams {
  readonly #open = new Set<ReadableStreamDefaultController<Uint8Array>>();

  get count(): number {
    return this.#open.size;
  }

  response(): Response {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.#open.add(controller);
        controller.enqueue(PULL);
      },
    });
    return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
  }

  /** Says that something was written. */
  tell(): void {
    for (const controller of this.#open) controller.enqueue(PULL);
  }

  /** Cuts all that are open, as a proxy does. */
  cut(): void {
    for (const controller of this.#open) controller.error(new Error('cut'));
    this.#open.clear();
  }
}

/**
 * Returns a `fetch` that reaches a simulated server, so that what is above the client can be tested
 * without a network. Its answers carry the server's clock.
 */
export function simulatedFetch(
  server: SimulatedServer,
  { streams, clock, instead = () => null }: { streams: SimulatedStreams; clock: () => number; instead?: Instead },
): typeof fetch {
  const client = server.client();
  const answer = async (method: string, { pathname, searchParams }: URL, body: unknown): Promise<Response> => {
    const last = pathname.split('/').at(-1);
    if (last === 'events') return streams.response();
    const reply =
      last === 'versions'
        ? await client.versions()
        : last !== 'docs'
          ? await client.createHousehold()
          : method === 'POST'
            ? await client.push((body as { docs: SentDoc[] }).docs)
            : await client.pull(Number(searchParams.get('since')), Number(searchParams.get('limit')));
    if (method === 'POST') streams.tell();
    if (reply.ok) return jsonResponse(200, reply.value ?? {});
    const { kind } = reply.failure;
    return jsonResponse(kind === 'gone' ? 410 : 401, { error: kind });
  };
  return async (input, init) => {
    const url = new URL(String(input));
    const method = init?.method ?? 'GET';
    const response =
      instead({ method, path: url.pathname }) ??
      (await answer(method, url, init?.body ? JSON.parse(String(init.body)) : null));
    response.headers.set('Date', new Date(clock()).toUTCString());
    return response;
  };
}
