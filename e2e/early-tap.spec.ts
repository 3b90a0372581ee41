import { PNG } from 'pngjs';
import { TonightPage } from './pages/tonight';
import { holdRequests } from './support/holdRequests';
import { StaticHost } from './support/host';
import { putStored, readIncidents, readStored } from './support/storedRows';
import { expect, test } from './support/test';

test('a tap before the app has started is kept with the time of the tap', async ({ page }) => {
  const host = await new StaticHost().start();
  // The script of the app is still loading; the shell is already shown.
  const release = await holdRequests(page, /assets\/index-.*\.js$/);
  await page.clock.install({ time: new Date('2026-11-17T02:43:10+01:00') });
  await page.goto(host.url, { waitUntil: 'commit' });

  // Only early.js draws this button. A tap on the link of the first frame, before it, is not
  // answered here but by the app (the test of a tap before any script).
  await page.locator('button.wake-button', { hasText: 'Baby woke' }).tap();
  await expect(page.getByText('Noted at 02:43.')).toBeVisible();
  await page.clock.fastForward('02:00');
  release();

  const tonight = new TonightPage(page);
  await tonight.ready();
  await expect(tonight.toast).toHaveText('Logged while the app was starting: one wake-up.Undo');
  await expect(tonight.clock).toHaveText(/02:\d\d/);
  const incidents = await readIncidents(page);
  expect(incidents).toHaveLength(1);
  expect(new Date(incidents[0]?.detectedAt ?? 0).toISOString()).toMatch(/^2026-11-17T01:43:1/);

  // The log begins with its first word: nothing is counted of the hours before it.
  const [household] = await readStored<{ since: number }>(page, 'household');
  expect(household?.since).toBe(incidents[0]?.detectedAt);

  // The tap is logged once: the next start does not log it again.
  await page.reload();
  await tonight.ready();
  expect(await readIncidents(page)).toHaveLength(1);
  await host.stop();
});

test('the first frame, before any style sheet or script, is black and has the button', async ({ page }) => {
  const release = await holdRequests(page, /assets\/|early\.js/);
  await page.goto('/', { waitUntil: 'commit' });
  await page.getByRole('button', { name: 'Baby woke' }).waitFor();
  const { data, width, height } = PNG.sync.read(await page.screenshot());
  const pixel = (x: number, y: number) => [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)];
  expect(pixel(2, 2)).toEqual([0, 0, 0]);
  expect(pixel(width / 2, height * 0.55)).toEqual([0x3a, 0x12, 0x07]);
  expect(pixel(width / 2, height - 10)).toEqual([0, 0, 0]);
  release();
  await new TonightPage(page).ready();
});

test('a tap before any script has run is a wake-up', async ({ page }) => {
  const release = await holdRequests(page, /assets\/|early\.js/);
  await page.goto('/', { waitUntil: 'commit' });
  await page.getByRole('button', { name: 'Baby woke' }).tap();
  release();
  const tonight = new TonightPage(page);
  await tonight.clock.waitFor();
  await expect(tonight.toast).toHaveText(/Baby woke/);
  expect(await readIncidents(page)).toHaveLength(1);
});

test('the shell shows the household’s own buttons, in its language, at the next start', async ({ page }) => {
  const host = await new StaticHost().start();
  // The test could not hold back what a service worker answers from its cache.
  host.heldUntil.set('sw.js', new Promise(() => {}));
  const tonight = new TonightPage(page);
  await page.goto(host.url);
  await tonight.ready();
  const [child] = await readStored(page, 'children');
  for (const [id, name] of [
    [child?.id, 'Léo'],
    ['second', 'Max'],
  ])
    await putStored(page, 'children', { ...child, id, name });
  await page.evaluate(() =>
    localStorage.setItem('infernalops.device', JSON.stringify({ state: { language: 'fr' }, version: 0 })),
  );
  await page.reload();
  await expect(page.locator('button.wake-button')).toHaveText(['Léo se réveille', 'Max se réveille']);
  await tonight.ready();

  const release = await holdRequests(page, /assets\/index-.*\.js$/);
  await page.goto(`${host.url}?again`, { waitUntil: 'commit' });
  await expect(page.locator('.shell button.wake-button')).toHaveText(['Léo se réveille', 'Max se réveille']);
  release();
  await tonight.ready();
  await host.stop();
});
