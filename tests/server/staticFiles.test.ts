import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SECURITY_HEADERS } from '@/server/securityHeaders';
import { type Home, type Place, startHome, storeKinds } from './support/home';
import { Phone } from './support/phone';

let place: Place;
let home: Home;

beforeAll(async () => {
  const [pglite] = storeKinds();
  if (!pglite) throw new Error('PGlite is always there.');
  place = await pglite.createPlace();
  home = await startHome(place);
});
afterAll(async () => {
  await home.stop();
  await place.remove();
});

interface RawAnswer {
  status: number | undefined;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** Sends the path as it is; `fetch` would tidy it up. */
const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<RawAnswer>((resolve, reject) => {
    const { port } = new URL(home.url);
    request({ host: 'localhost', port, path, headers, method }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
    })
      .on('error', reject)
      .end();
  });

describe('the built app', () => {
  it.each([
    ['/', 'text/html; charset=utf-8', 'no-cache'],
    ['/index.html', 'text/html; charset=utf-8', 'no-cache'],
    ['/sw.js', 'text/javascript; charset=utf-8', 'no-cache'],
    ['/version.json', 'application/json', 'no-cache'],
    ['/manifest.webmanifest', 'application/manifest+json', 'no-cache'],
    ['/icons/icon.png', 'image/png', 'no-cache'],
    ['/assets/app-5f3a.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['/?source=home', 'text/html; charset=utf-8', 'no-cache'],
  ])('%s is served as %s with %s', async (path, type, cacheControl) => {
    const { status, headers } = await get(path);
    expect({ status, type: headers['content-type'], cacheControl: headers['cache-control'] }).toEqual({
      status: 200,
      type,
      cacheControl,
    });
  });

  it.each([
    '/assets/app-gone.js',
    '/nights',
    '/_headers',
    '/.vite/manifest.json',
    '/assets',
    '/assets/',
    '/../package.json',
    '/assets/../../package.json',
    '/%2e%2e/package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%00app.js',
    '//etc/passwd',
    '/constructor',
    '/__proto__',
    '/%',
  ])('%s is 404, never index.html', async (path) => {
    const { status, headers, body } = await get(path);
    expect(status).toBe(404);
    expect(body).toBe('Not found\n');
    expect(headers['cache-control']).toBe('no-store');
  });

  it('a path with a backslash is no request', async () => {
    expect((await get('/..\\package.json')).status).toBe(400);
  });

  it('is not sent again if it has not changed, whichever form it has', async () => {
    for (const encoding of ['identity', 'gzip', 'br']) {
      const first = await get('/assets/app-5f3a.js', { 'Accept-Encoding': encoding });
      const tag = String(first.headers.etag);
      const again = await get('/assets/app-5f3a.js', { 'Accept-Encoding': encoding, 'If-None-Match': `"x", W/${tag}` });
      expect({ status: again.status, body: again.body, tag: again.headers.etag }).toEqual({
        status: 304,
        body: '',
        tag,
      });
      expect((await get('/assets/app-5f3a.js', { 'If-None-Match': '"other"' })).status).toBe(200);
    }
  });

  it('is compressed for whoever takes that, and says so to caches', async () => {
    const script = 'night '.repeat(500);
    for (const encoding of ['br', 'gzip']) {
      const response = await fetch(`${home.url}/assets/app-5f3a.js`, { headers: { 'Accept-Encoding': encoding } });
      expect(response.headers.get('Content-Encoding')).toBe(encoding);
      expect(response.headers.get('Vary')).toBe('Accept-Encoding');
      expect(Number(response.headers.get('Content-Length'))).toBeLessThan(200);
      expect(await response.text()).toContain(script);
    }
    expect((await get('/assets/app-5f3a.js', { 'Accept-Encoding': 'br;q=0' })).headers['content-encoding']).toBe(
      undefined,
    );
    expect((await get('/icons/icon.png', { 'Accept-Encoding': 'br' })).headers['content-encoding']).toBe(undefined);
  });

  it('HEAD has the headers of GET and no body', async () => {
    const [head, whole] = [await get('/', {}, 'HEAD'), await get('/')];
    expect(head).toMatchObject({ status: 200, body: '' });
    for (const name of ['content-type', 'content-length', 'etag', 'cache-control', 'content-security-policy']) {
      expect(head.headers[name]).toBe(whole.headers[name]);
    }
  });

  it('takes no other method', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) expect((await get('/', {}, method)).status).toBe(404);
  });
});

describe('the security headers', () => {
  it.each(['/', '/gone.js', '/api/v1/health', '/api/v1/gone', '/api/v1/households/x/docs', '/health', '/metrics'])(
    'are those of public/_headers on %s',
    async (path) => {
      const { headers } = await get(path);
      const [forAllPaths = ''] = readFileSync('public/_headers', 'utf8').split('/assets/*');
      for (const name of Object.keys(SECURITY_HEADERS)) {
        expect(forAllPaths).toContain(`  ${name}: ${headers[name.toLowerCase()]}\n`);
      }
      expect(headers['access-control-allow-origin']).toBe(undefined);
    },
  );

  it('have the policy of the page', async () => {
    const { contentSecurityPolicy } = await import('../../build/contentSecurityPolicy');
    const { handler } = contentSecurityPolicy().transformIndexHtml as { handler: (html: string) => unknown };
    const tags = JSON.stringify(handler(readFileSync('index.html', 'utf8')));
    const [ofPage = ''] = SECURITY_HEADERS['Content-Security-Policy'].split('; frame-ancestors');
    expect(tags).toContain(ofPage);
    // A line of script that the policy would not allow does not get through the build.
    expect(() => handler('<script>alert(1)</script>')).toThrow('the policy does not allow');
  });
});

describe('the paths for operators', () => {
  it('/health says whether the store answers', async () => {
    expect(await get('/health')).toMatchObject({ status: 200, body: 'ok\n' });
  });

  it('/api/v1/health says the version and the time', async () => {
    const { headers, body } = await get('/api/v1/health');
    expect(JSON.parse(body)).toEqual({ version: 1, pushKey: expect.stringMatching(/^B[\w-]{86}$/) });
    expect(Number.isNaN(Date.parse(String(headers.date)))).toBe(false);
    expect(headers['cache-control']).toBe('no-store');
  });

  it('a path of the API that does not exist is 404 as JSON', async () => {
    const { status, body } = await get('/api/v1/households');
    expect({ status, body: JSON.parse(body) }).toEqual({ status: 404, body: { error: 'notFound' } });
  });

  it('/metrics has figures, and no id', async () => {
    const phone = await new Phone(home.url).create();
    await phone.pull();
    const { headers, body } = await get('/metrics');
    expect(headers['content-type']).toMatch(/^application\/openmetrics-text/);
    expect(body).toContain('infernalops_households 1\n');
    expect(body).toContain('infernalops_requests_total{route="GET /api/v1/households/:id/docs",status="200"} 1\n');
    expect(body).toContain('infernalops_requests_total{route="PUT /api/v1/households/:id",status="201"} 1\n');
    expect(body).toMatch(/infernalops_request_seconds_bucket\{route="GET \/\*",le="\+Inf"\} \d+\n/);
    expect(body.endsWith('# EOF\n')).toBe(true);
    expect(body).not.toContain(phone.household);
  });

  it('/metrics is not for those who come through a proxy', async () => {
    expect((await get('/metrics', { 'X-Forwarded-For': '192.0.2.1' })).status).toBe(404);
  });

  it.each([
    ['on', 200],
    ['off', 404],
  ])('/metrics set to %s is %i through a proxy', async (setting, status) => {
    await home.stop();
    home = await startHome(place, { INFERNALOPS_METRICS: setting });
    expect((await get('/metrics', { 'X-Forwarded-For': '192.0.2.1' })).status).toBe(status);
  });
});
