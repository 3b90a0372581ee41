import { createPublicKey, verify } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { createServer, globalAgent, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';

/** A request as a push service gets it. */
export interface ReceivedPush {
  method: string | undefined;
  /** The path of the endpoint. */
  path: string | undefined;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Answers a push; a test may also leave it without an answer. */
type Answer = (response: ServerResponse, push: ReceivedPush) => void;

const created: Answer = (response) => response.writeHead(201).end();

/** The file that a home server in a process of its own is to trust. */
const CERTIFICATE = 'cert.pem';

/** A push service on loopback, with a certificate of its own. */
export class PushService {
  /** All requests until now, the oldest first. */
  readonly received: ReceivedPush[] = [];
  answer: Answer = created;

  private constructor(
    private readonly server: Server,
    private readonly folder: string,
    readonly origin: string,
  ) {}

  static async start(): Promise<PushService> {
    const folder = mkdtempSync(join(tmpdir(), 'infernalops-push-'));
    const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
      keyType: 'ec',
      extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
    });
    writeFileSync(join(folder, CERTIFICATE), cert);
    const server = createServer({ key, cert });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const service = new PushService(server, folder, `https://localhost:${(server.address() as AddressInfo).port}`);
    server.on('request', async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const { method, url: path, headers } = request;
      const push = { method, path, headers, body: Buffer.concat(chunks) };
      service.received.push(push);
      service.answer(response, push);
    });
    // For a home server in this process. One of its own gets the same from `env`.
    globalAgent.options.ca = cert;
    return service;
  }

  /** What a home server needs to send here. */
  get env(): Record<string, string> {
    return {
      INFERNALOPS_PUSH_HOSTS: new URL(this.origin).host,
      NODE_EXTRA_CA_CERTS: join(this.folder, CERTIFICATE),
    };
  }

  /** What came since the last call. */
  take(): ReceivedPush[] {
    return this.received.splice(0);
  }

  /** Answers the next requests with these statuses, and all others with 201. */
  answerWith(statuses: readonly number[], headers: Record<string, string> = {}): void {
    const left = [...statuses];
    this.answer = (response) => response.writeHead(left.shift() ?? 201, headers).end();
  }

  async stop(): Promise<void> {
    globalAgent.destroy();
    delete globalAgent.options.ca;
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
    rmSync(this.folder, { recursive: true, force: true });
  }
}

interface Vapid {
  /** The public key, in base64url. */
  key: string;
  claims: Record<string, unknown>;
}

/** Checks the signature of a VAPID token (RFC 8292) and returns what it claims. */
export function verifyVapid({ headers }: ReceivedPush): Vapid {
  const [, token = '', key = ''] = headers.authorization?.match(/^vapid t=([\w.-]+), k=([\w-]+)$/) ?? [];
  const [head = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  const [x, y] = [point.toString('base64url', 1, 33), point.toString('base64url', 33)];
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
  const isSigned = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!isSigned) throw new Error('The signature is wrong.');
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
  if (read(head).alg !== 'ES256') throw new Error('The token is signed in another way.');
  return { key, claims: read(claims) };
}
