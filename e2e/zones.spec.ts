import { TonightPage } from './pages/tonight';
import { KillableBrowser } from './support/killable';
import { setTime } from './support/setTime';
import { readIncidents, readStored } from './support/storedRows';
import { expect, test, WITHOUT_SERVICE_WORKER } from './support/test';

test.use(WITHOUT_SERVICE_WORKER);

interface StoredHousehold {
  timeZone: string;
  formerZones: { until: string; timeZone: string }[];
}

test('a phone that has travelled follows its zone from tonight on in one tap, and past nights keep theirs', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL: baseURL ?? '', timezoneId: 'Europe/Paris', hasTouch: true });
  const page = await context.newPage();
  const tonight = new TonightPage(page);
  await page.clock.setFixedTime(new Date('2026-11-17T02:43:00+01:00'));
  await tonight.open();
  await tonight.wokeButton().tap();
  await tonight.clock.waitFor();
  await setTime(page, '2026-11-17T03:03:00+01:00');
  await tonight.asleepAgainButton.tap();
  await expect(tonight.toast).toHaveText(/Asleep again/);
  const state = await context.storageState({ indexedDB: true });
  await context.close();

  const abroad = await browser.newContext({
    baseURL: baseURL ?? '',
    timezoneId: 'America/New_York',
    hasTouch: true,
    storageState: state,
  });
  const far = await abroad.newPage();
  const farTonight = new TonightPage(far);
  await far.clock.setFixedTime(new Date('2026-11-18T21:30:00-05:00'));
  await farTonight.open();
  await expect(far.getByText('This phone is in New York. The household’s nights are in Paris.')).toBeVisible();
  await far.getByRole('button', { name: 'Go by New York from tonight on' }).tap();
  await expect(far.getByText(/^This phone is in/)).toHaveCount(0);
  const [household] = await readStored<StoredHousehold>(far, 'household');
  expect(household).toMatchObject({
    timeZone: 'America/New_York',
    formerZones: [{ until: '2026-11-18', timeZone: 'Europe/Paris' }],
  });
  await far.goto('/#/nights/2026-11-16');
  await expect(far.getByRole('main')).toContainText('02:43');
  await abroad.close();
});

test.describe('a phone in India', () => {
  test.use({ timezoneId: 'Asia/Kolkata' });

  test('that calls its zone by an older name gets no hint', async ({ page }) => {
    const tonight = new TonightPage(page);
    await tonight.open();
    await page.goto('/#/household/zone');
    await page.getByRole('combobox', { name: 'Time zone' }).selectOption('Asia/Calcutta');
    await page.goto('/#/');
    await expect(tonight.wokeButton()).toBeVisible();
    await expect(page.getByText(/This phone is in/)).toHaveCount(0);
  });
});

for (const language of ['en', 'fr'])
  test(`a phone that does not say where it is starts, says that it assumes UTC, and a zone can be chosen, ${language}`, async ({
    baseURL,
  }, testInfo) => {
    // Playwright's own setting knows only real zones, so the whole browser is without one.
    const phone = await KillableBrowser.launch(testInfo.outputPath('profile'), { TZ: 'Etc/Unknown' });
    const { page } = phone;
    // As a browser reports it on a system with the locale en_US@posix.
    await page.addInitScript((tag) => {
      Object.defineProperty(navigator, 'languages', { get: () => [`${tag}@posix`, tag] });
    }, language);
    const tonight = new TonightPage(page);
    await page.goto(`${baseURL}/`);
    await tonight.ready();
    await expect(page.getByText(/All times are in UTC|Les heures sont en UTC/)).toBeVisible();
    await tonight.wokeButton().click();
    await tonight.clock.waitFor();
    expect(await readIncidents(page)).toHaveLength(1);
    await page.goto(`${baseURL}/#/household/zone`);
    await page.getByRole('combobox', { name: /^(Time zone|Fuseau horaire)$/ }).selectOption('Europe/Paris');
    await expect
      .poll(async () => (await readStored<StoredHousehold>(page, 'household'))[0]?.timeZone)
      .toBe('Europe/Paris');
    await phone.kill();
  });

test.describe('a household that sleeps by day', () => {
  test('is in its night before noon', async ({ page }) => {
    await page.clock.setFixedTime(new Date('2026-11-23T08:00:00+01:00'));
    const tonight = new TonightPage(page);
    await tonight.open('#/household/hours');
    await page.getByLabel('From', { exact: true }).fill('09:00');
    await page.getByLabel('From', { exact: true }).blur();
    await page.getByLabel('To', { exact: true }).fill('15:00');
    await page.getByLabel('To', { exact: true }).blur();
    await expect.poll(async () => readStored(page, 'household')).toMatchObject([{ nightEnd: '15:00' }]);
    await page.clock.setFixedTime(new Date('2026-11-23T10:30:00+01:00'));
    await tonight.open();
    await expect(tonight.title).toHaveText('All systems asleep');
  });
});
