import { TonightPage } from './pages/tonight';
import { readIncidents, readStored } from './support/storedRows';
import { expect, test, WITHOUT_SERVICE_WORKER } from './support/test';

test.use({ ...WITHOUT_SERVICE_WORKER, permissions: [] });

test('the first tap works without any set-up', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-17T02:43:10+01:00') });
  const tonight = new TonightPage(page);
  await tonight.open();

  await tonight.wokeButton().tap();

  await expect(tonight.toast).toHaveText(/Baby woke · 02:43/);
  await expect(tonight.clock).toBeVisible();
  const [incident, ...others] = await readIncidents(page);
  expect(others).toEqual([]);
  expect(incident?.timeline).toMatchObject([{ kind: 'detected', via: 'tap', by: null }]);
  expect(new Date(incident?.detectedAt ?? 0).toISOString()).toMatch(/^2026-11-17T01:43:1/);
  const household = await readStored<{ timeZone: string }>(page, 'household');
  expect(household).toMatchObject([{ timeZone: 'Europe/Paris', nightStart: '20:00' }]);
});

test('a whole night: up, fed, asleep, awake again, asleep, and why', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-17T02:43:10+01:00') });
  const tonight = new TonightPage(page);
  await tonight.open();

  await tonight.wokeButton().tap();
  await expect(tonight.toast).toHaveText(/Baby woke/);
  await page.clock.fastForward('01:00');
  await tonight.button('Mum is up').tap();
  await expect(tonight.latest('Mum is up · 02:44')).toBeVisible();
  await page.clock.fastForward('02:00');
  await tonight.tapInMore('Feed');
  await expect(tonight.latest('Feed · 02:46')).toBeVisible();
  await page.clock.fastForward('17:00');
  await expect(tonight.clock).toHaveText(/20:0\d/);
  await tonight.asleepAgainButton.tap();
  await expect(tonight.title).toHaveText('Recovered in 20 min');

  await page.clock.fastForward('04:00');
  await tonight.wokeButton(/awake again/).tap();
  await expect(page.getByText('P0 · the fix didn’t hold')).toBeVisible();
  await page.clock.fastForward('06:00');
  await tonight.asleepAgainButton.tap();
  // The recovery time runs from the first cry (2:43) to the last end (3:13).
  await expect(tonight.title).toHaveText('Recovered in 30 min');
  await page.clock.fastForward('00:03');
  await tonight.button('Hunger').tap();
  await expect(tonight.button('Hunger')).toHaveAttribute('aria-pressed', 'true');

  const [incident] = await readIncidents(page);
  const kinds = incident?.timeline.map(({ kind }) => kind);
  expect(kinds).toEqual(['detected', 'acknowledged', 'remedy', 'resolved', 'reopened', 'resolved']);
  expect(incident).toMatchObject({ causeId: 'hunger' });

  // Ten minutes later Tonight shows neither the end nor the question about the cause.
  await page.clock.fastForward('10:00');
  await expect(tonight.title).toHaveText('All systems asleep');
});

test('every tap can be undone for ten seconds', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-17T02:43:10+01:00') });
  const tonight = new TonightPage(page);
  await tonight.open();

  await tonight.wokeButton().tap();
  await expect(tonight.toast).toHaveText(/Baby woke/);
  await tonight.undoButton.tap();
  await expect(tonight.title).toHaveText('All systems asleep');
  expect(await readIncidents(page)).toEqual([]);

  await page.clock.fastForward('00:05');
  await tonight.wokeButton().tap();
  await expect(tonight.toast).toHaveText(/Baby woke/);
  await page.clock.fastForward('00:03');
  await tonight.tapInMore('Cuddle');
  await expect(tonight.latest(/^Cuddle · /)).toBeVisible();
  await tonight.undoButton.tap();
  await expect(tonight.latest(/^Cuddle · /)).toHaveCount(0);

  // After the grace time.
  await page.clock.fastForward('00:40');
  await tonight.asleepAgainButton.tap();
  await expect(tonight.toast).toHaveText(/Asleep again/);
  await page.clock.fastForward('00:11');
  await expect(tonight.undoButton).toHaveCount(0);
});

test('two taps on the same button are one, and a double tap does not end what it began', async ({ page }) => {
  // The clock is paused: on a slow machine the second tap could otherwise count as a new one.
  await page.clock.setFixedTime(new Date('2026-11-17T02:43:10+01:00'));
  const tonight = new TonightPage(page);
  await tonight.open();

  const box = await tonight.wokeButton().boundingBox();
  if (!box) throw new Error('no button');
  // The tap is low on the button, where "Asleep again" appears next.
  const [x, y] = [box.x + box.width / 3, box.y + box.height - 40];
  await page.touchscreen.tap(x, y);
  await tonight.clock.waitFor();
  await page.touchscreen.tap(x, y);

  await expect(tonight.clock).toBeVisible();
  const [incident] = await readIncidents(page);
  expect(incident?.timeline.map(({ kind }) => kind)).toEqual(['detected']);
});

test('a wake-up can be set five minutes back, and a time in the future is refused next to its field', async ({
  page,
}) => {
  await page.clock.install({ time: new Date('2026-11-17T02:43:10+01:00') });
  const tonight = new TonightPage(page);
  await tonight.open();
  await tonight.wokeButton().tap();

  await tonight.button(/Since 02:43/).tap();
  await page.getByLabel('Or the exact time').fill('04:00');
  await tonight.button(/^Save$/).tap();
  await expect(page.getByRole('dialog').getByRole('alert')).toHaveText(
    'That is still to come. Choose a time up to now.',
  );

  await tonight.button('5 minutes earlier').tap();
  await expect(tonight.clock).toHaveText(/05:\d\d/);
  const [incident] = await readIncidents(page);
  expect(new Date(incident?.detectedAt ?? 0).toISOString()).toMatch(/^2026-11-17T01:38:1/);
});

test('“Good night” sets the bedtime, and “Good morning” closes the night', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-16T21:12:00+01:00') });
  const tonight = new TonightPage(page);
  await tonight.open();
  await tonight.button('Good night').tap();
  await expect(tonight.toast).toHaveText(/Good night · 21:12/);
  await expect(tonight.button('Good night')).toHaveCount(0);

  await page.clock.setSystemTime(new Date('2026-11-17T06:31:00+01:00'));
  await page.reload();
  await tonight.button('Good morning').tap();
  await expect(tonight.title).toHaveText('Night closed');
  const [night] = await readStored<{ id: string; bedtimeAt: number; morningAt: number }>(page, 'nights');
  expect(night?.id).toBe('2026-11-16');
  expect(new Date(night?.morningAt ?? 0).toISOString()).toMatch(/^2026-11-17T05:31/);
});

test('a link logs once within a minute, and a link without a known child says so', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-17T02:43:10+01:00') });
  const tonight = new TonightPage(page);
  await tonight.open('#/woke');
  await expect(tonight.toast).toHaveText(/Baby woke/);
  await page.goto('/#/woke?child=Baby');
  await expect(tonight.toast).toHaveText(/Already logged/);
  expect(await readIncidents(page)).toHaveLength(1);

  await page.goto('/#/woke?child=Nobody');
  await expect(tonight.toast).toHaveText(/“Nobody”, who is not in this household/);
  expect(await readIncidents(page)).toHaveLength(1);
  expect(page.url()).not.toContain('woke');
});

test.describe('in French', () => {
  test.use({ locale: 'fr-FR' });

  test('toute la nuit se dit en français', async ({ page }) => {
    await page.clock.install({ time: new Date('2026-11-17T02:43:10+01:00') });
    const tonight = new TonightPage(page);
    await tonight.open();
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
    await expect(tonight.title).toHaveText('Tous les services dorment');
    await tonight.wokeButton().tap();
    await expect(page.getByText('Alerte P0 · service sommeil indisponible')).toBeVisible();
    await expect(tonight.toast).toHaveText(/Bébé se réveille · 02:43/);
    await page.clock.fastForward('14:00');
    await tonight.asleepAgainButton.tap();
    await expect(tonight.title).toHaveText('Rétabli en 14 min');
  });
});

test.describe('in American English', () => {
  test.use({ locale: 'en-US', timezoneId: 'America/New_York' });

  test('the clock has twelve hours', async ({ page }) => {
    await page.clock.install({ time: new Date('2026-11-17T02:43:10-05:00') });
    const tonight = new TonightPage(page);
    await tonight.open();
    await tonight.wokeButton().tap();
    await expect(tonight.toast).toHaveText(/Baby woke · 2:43\sAM/);
  });
});
