import type { DeviceRequest, DeviceResult, PageRequest, WebhookTryResponse } from '@/protocol/api';
import { jsonResponse } from './simulatedFetch';

/** The pager's part of a home server in memory, for one household. */
export class PagerServer {
  pushKey: string | null = 'key-1';
  readonly devices = new Map<string, DeviceRequest>();
  readonly pages: PageRequest[] = [];
  webhook: string | null = null;
  tried: WebhookTryResponse = { result: 'sent', status: 200 };
  /** What becomes of each push. */
  result: DeviceResult['result'] = 'sent';
  /** Requests as `METHOD last/parts`, the oldest first. */
  readonly asked: string[] = [];
  /** The status with which requests that begin so are answered instead. */
  readonly refusals = new Map<string, number>();
  isOffline = false;

  readonly fetch: typeof fetch = async (input, init) => {
    const { pathname } = new URL(String(input));
    const asked = `${init?.method} ${pathname.replace(/^\/api\/v1\/(households\/[^/]+\/)?/, '')}`;
    if (this.isOffline) throw new TypeError('offline');
    this.asked.push(asked);
    for (const [start, status] of this.refusals)
      if (asked.startsWith(start)) return jsonResponse(status, { error: status === 400 ? 'badRequest' : 'failed' });
    const body = init?.body ? JSON.parse(String(init.body)) : null;
    return this.#answer(asked, body);
  };

  #answer(asked: string, body: unknown): Response {
    const done = () => new Response(null, { status: 204 });
    const [what = '', id = ''] = asked.split('/');
    switch (what) {
      case 'GET health':
        return jsonResponse(200, { version: 1, pushKey: this.pushKey });
      case 'GET devices': {
        const endpoint = this.devices.get(id)?.endpoint;
        return endpoint === undefined ? jsonResponse(404, { error: 'notFound' }) : jsonResponse(200, { endpoint });
      }
      case 'PUT devices':
        this.devices.set(id, body as DeviceRequest);
        return done();
      case 'DELETE devices':
        this.devices.delete(id);
        return done();
      case 'POST pages':
        this.pages.push(body as PageRequest);
        return jsonResponse(200, { devices: (body as PageRequest).to.map((to) => ({ id: to, result: this.result })) });
      case 'GET webhook':
        return jsonResponse(200, { url: this.webhook });
      case 'PUT webhook':
        this.webhook = (body as { url: string }).url;
        return done();
      case 'DELETE webhook':
        this.webhook = null;
        return done();
      case 'POST webhook':
        return this.webhook === null ? jsonResponse(404, { error: 'notFound' }) : jsonResponse(200, this.tried);
      default:
        throw new Error(`nothing answers ${asked}`);
    }
  }
}
