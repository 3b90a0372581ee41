import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DIST, StaticHost } from '../support/host';
import { expect, test } from './support/test';

/*
 * WebKit keeps a page that was left while it was starting, and shows it again as it was: with
 * scripts that never come. Such a page has to start anew.
 */
test('a page that was left before the app had come starts anew when somebody comes back', async ({
  host,
  openPhone,
}) => {
  const elsewhere = await new StaticHost().start('/elsewhere/');
  elsewhere.replacements.set('index.html', '<!doctype html><main><h1>Elsewhere</h1></main>');
  const phone = await openPhone({ url: elsewhere.url, allowedFault: /Importing a module script failed/ });
  const shell = await readFile(join(DIST, 'index.html'), 'utf8');
  const app = /data-app="\.\/([^"]+)"/.exec(shell)?.[1] ?? '';
  let release = () => {};
  host.heldUntil.set(
    app,
    new Promise((resolve) => {
      release = resolve;
    }),
  );

  await phone.driver.get(host.url);
  await expect.poll(() => host.requests).toContain(app);
  await phone.driver.get(elsewhere.url);
  host.heldUntil.clear();
  release();

  await phone.driver.navigate().back();
  await phone.link('Dashboard').waitFor();
  await elsewhere.stop();
});
