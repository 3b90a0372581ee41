import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '@/lib/time';
import { tenYearsBackup } from '../../bench/tenYears';
import { DIST, StaticHost } from '../support/host';
import { countStored } from '../support/storedRows';
import { expect, test } from './support/test';

/*
 * WebKit keeps a page that was left, and shows it again as it was. If it was left while it was
 * starting, its scripts never come, so it has to start anew. If it was left in a transaction, that
 * never ends, so the page has to end it.
 */
/** So many that restoring them takes seconds. */
const INCIDENTS = 4000;

async function startElsewhere(): Promise<StaticHost> {
  const elsewhere = await new StaticHost().start('/elsewhere/');
  elsewhere.replacements.set('index.html', '<!doctype html><main><h1>Elsewhere</h1></main>');
  return elsewhere;
}

test('a page that was left before the app had come starts anew when somebody comes back', async ({
  host,
  openPhone,
}) => {
  const elsewhere = await startElsewhere();
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

test('a page that was left in the midst of a write does not block the next one', async ({ openPhone }) => {
  const elsewhere = await startElsewhere();
  const phone = await openPhone();
  await phone.goTo('#/household/chores');
  await phone.button('Put something off').tap();
  await phone.dialog.find({ label: 'What' }).fill('Dishes');
  await phone.dialog.find({ css: 'button[type=submit]' }).tap();
  await phone.button('Paid').waitFor();

  // Of the listeners of one target, those that capture come first.
  await phone.evaluate(() => {
    const pay = () => [...document.querySelectorAll('button')].find((button) => button.textContent === 'Paid')?.click();
    addEventListener('pagehide', pay, { capture: true });
  }, null);
  await phone.driver.get(elsewhere.url);
  await phone.open('?next#/household/chores');

  await phone.button('Paid').tap();
  await phone.toast.waitForText(/Paid: Dishes/);
  await elsewhere.stop();
});

test('a page that was left while its worker restored a log does not block the next one', async ({ openPhone }) => {
  const elsewhere = await startElsewhere();
  const phone = await openPhone();
  const text = tenYearsBackup(INCIDENTS, Date.now() as Instant);
  await phone.goTo('#/household/restore');
  await phone.find({ css: 'input[type=file]' }).choose(await phone.putFile('years.json', text));
  await phone.dialog.find({ role: 'button', name: 'Replace the log' }).tap();
  await phone.find({ role: 'progressbar' }).waitFor();

  await phone.driver.get(elsewhere.url);
  await phone.open('?next');

  expect([0, INCIDENTS]).toContain(await countStored(phone, 'incidents'));
  await phone.button('Baby woke').first.tap();
  await phone.toast.waitForText(/Baby woke · /);
  await elsewhere.stop();
});
