import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { TonightPage } from './pages/tonight';
import { collectViolations } from './support/faults';
import { StaticHost } from './support/host';
import { waitForWorker } from './support/waitForWorker';

/*
 * What the Content-Security-Policy of the build holds back. Without the fixture of the other tests,
 * which fail on a violation.
 */

/** What turns text into code, or an address into a script. */
const SINKS = {
  'a text as HTML': () => {
    document.createElement('div').innerHTML = '<img src="x" onerror="document.title = `stranger`">';
  },
  'a text as HTML beside an element': () => document.body.insertAdjacentHTML('beforeend', '<p>x</p>'),
  'a text as a document': () => new DOMParser().parseFromString('<script></script>', 'text/html'),
  'a text as a handler': () => document.body.setAttribute('onclick', 'document.title = `stranger`'),
  'a text as a timer': () => setTimeout('document.title = `stranger`'),
  'an address as a script': () => {
    document.createElement('script').src = 'early.js';
  },
  'an address as a worker': () => new Worker('early.js'),
  'an address as the service worker': () => navigator.serviceWorker.register('sw.js'),
  'a policy for everything': () => trustedTypesOf().createPolicy('default', { createHTML: (text) => text }),
  'a second policy of the name': () => trustedTypesOf().createPolicy('infernalops', { createHTML: (text) => text }),
};

/** TypeScript's DOM does not know it. Each sink runs in the page, which has a copy of this. */
declare function trustedTypesOf(): {
  createPolicy(name: string, rules: { createHTML(text: string): string }): unknown;
};

test('no text becomes code, and the other tests would see one that tries', async ({ page, context, baseURL }) => {
  const faults: string[] = [];
  collectViolations(context, new URL(baseURL ?? '').hostname, faults);
  await page.addInitScript(() =>
    Object.assign(globalThis, { trustedTypesOf: () => Reflect.get(globalThis, 'trustedTypes') }),
  );
  await new TonightPage(page).open();
  // The app makes its policy when it registers its worker.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  expect(faults).toEqual([]);
  for (const [name, sink] of Object.entries(SINKS)) {
    await test.step(name, async () => {
      await expect(page.evaluate(sink)).rejects.toThrow(/TypeError/);
      await expect.poll(() => faults.splice(0)).toHaveLength(1);
      await expect(page).toHaveTitle(/InfernalOps/);
    });
  }
});

/** The directives that hold back what a page can load or send. */
const REFUSED = [
  'base-uri',
  'connect-src',
  'form-action',
  'frame-src',
  'img-src',
  'media-src',
  'script-src-elem',
  'style-src-elem',
];

/** Two lines of a table of one's own. */
const TABLE = {
  name: 'nights.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('Start,End\n2026-11-10 20:00,2026-11-11 06:30\n'),
};

/** A server of another origin, and what was asked of it. */
let stranger: { url: string; requests: string[]; close(): void };
test.beforeEach(async () => {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    // Whoever can ask can also read the answer.
    response.setHeader('Access-Control-Allow-Origin', '*').end();
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  stranger = { url: `http://localhost:${port}/`, requests, close: () => server.close() };
});
test.afterEach(() => stranger.close());

test('nothing that a page can load or send goes to another origin', async ({ page }) => {
  await new TonightPage(page).open();
  await page.evaluate(async (address) => {
    const violations: string[] = [];
    Object.assign(globalThis, { violations });
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      violations.push(effectiveDirective);
    });
    const element = (tag: string, attributes: Record<string, string>) => {
      const made = Object.assign(document.createElement(tag), attributes);
      document.body.append(made);
      return made;
    };
    const form = element('form', { action: `${address}form`, method: 'post' }) as HTMLFormElement;
    element('img', { src: `${address}img` });
    element('audio', { src: `${address}audio` });
    element('link', { rel: 'stylesheet', href: `${address}style` });
    element('iframe', { src: `${address}frame` });
    element('base', { href: address });
    form.submit();
    navigator.sendBeacon(`${address}beacon`, 'x');
    new EventSource(`${address}events`);
    new WebSocket(address.replace('http', 'ws'));
    await Promise.allSettled([fetch(`${address}fetch`), import(`${address}import.js`)]);
  }, stranger.url);
  const refused = async () => new Set(await page.evaluate(() => Reflect.get(globalThis, 'violations') as string[]));
  await expect.poll(refused).toEqual(new Set(REFUSED));
  expect(stranger.requests).toEqual([]);
});

test('the worker that reads the files of strangers calls nobody, even if the host sends no policy', async ({
  page,
}) => {
  const host = await new StaticHost().start();
  await page.goto(host.url);
  const tonight = new TonightPage(page);
  await tonight.ready();
  await waitForWorker(page);
  await page.goto(`${host.url}#/household/import`);
  await page.reload();
  const started = page.waitForEvent('worker');
  await page.locator('input[type=file]').setInputFiles(TABLE);
  const worker = await started;
  // It waits for the answer to the preview.
  await expect(page.getByRole('heading', { name: 'What comes in' })).toBeVisible();
  const results = await worker.evaluate(async (address) => {
    const attempts = [fetch(`${address}fetch`), import(`${address}import.js`)];
    return (await Promise.allSettled(attempts)).map(({ status }) => status);
  }, stranger.url);
  expect(results).toEqual(['rejected', 'rejected']);
  expect(stranger.requests).toEqual([]);
  await host.stop();
});
