import type { Page } from '@playwright/test';
import { TonightPage } from './pages/tonight';
import { readIncidents } from './support/storedRows';
import { expect, test, WITHOUT_SERVICE_WORKER } from './support/test';

test.use(WITHOUT_SERVICE_WORKER);

const RIGHT_TIME = Date.parse('2026-11-17T02:43:00+01:00');
const MINUTE = 60_000;

/** A tap right after a screen has appeared was meant for the one before. */
const passTapGuard = (page: Page) => page.clock.fastForward('00:03');

/** More of them are in tests/db/clocks. */
const AHEAD: [string, number][] = [
  ['20 minutes', RIGHT_TIME + 20 * MINUTE],
  ['10 hours', RIGHT_TIME + 600 * MINUTE],
  ['73 years, to 2100', Date.parse('2100-01-01T02:43:00+01:00')],
];

for (const [name, wrongTime] of AHEAD) {
  test(`taps made while the clock is ahead by ${name} are there, can be ended, and refuse no new cry`, async ({
    page,
  }) => {
    await page.clock.install({ time: wrongTime });
    const tonight = new TonightPage(page);
    await tonight.open();
    await passTapGuard(page);
    await tonight.wokeButton().tap();
    await tonight.clock.waitFor();

    // The clock is set right. The child is still awake on Tonight, after a reload, too.
    await page.clock.setSystemTime(RIGHT_TIME);
    await page.reload();
    await tonight.ready();
    await expect(tonight.clock).toHaveText('00:00');
    await passTapGuard(page);
    await tonight.asleepAgainButton.tap();
    await expect(tonight.toast).toHaveText(/Asleep again/);
    await expect(tonight.clock).toHaveCount(0);

    // A new cry is a new incident, and is not swallowed by the one in the future.
    await page.clock.setSystemTime(RIGHT_TIME + 10 * MINUTE);
    await page.reload();
    await tonight.ready();
    await passTapGuard(page);
    await tonight.wokeButton().tap();
    await tonight.clock.waitFor();
    await page.clock.fastForward('05:00');
    await tonight.asleepAgainButton.tap();
    await expect(tonight.title).toHaveText(/5\s?min/);
    const incidents = await readIncidents(page);
    expect(incidents.map(({ timeline }) => timeline.map(({ kind }) => kind))).toEqual([
      ['detected', 'resolved'],
      ['detected', 'resolved'],
    ]);

    // The clock goes wrong once more: nothing is refused.
    await page.clock.setSystemTime(wrongTime + 60 * MINUTE);
    await page.reload();
    await tonight.ready();
    await passTapGuard(page);
    await tonight.wokeButton().tap();
    await tonight.clock.waitFor();
    expect(await readIncidents(page)).toHaveLength(3);

    // Set right again: Nights leads to the wake-ups dated in the future, and the child is awake on
    // Tonight.
    await page.clock.setSystemTime(RIGHT_TIME + 60 * MINUTE);
    await page.goto('/#/nights');
    await page.reload();
    await page.getByRole('listitem').first().getByRole('link').tap();
    await expect(page.getByRole('main').getByRole('link', { name: /Baby/ }).first()).toBeVisible();
    await page.goto('/#/');
    await expect(tonight.clock).toBeVisible();
  });
}

for (const { locale, said, move, moved } of [
  {
    locale: 'en-GB',
    said: /clock was 10\sh\s17 ahead\. The morning review can mend the 2 times it wrote/,
    move: /^Move back by 10\sh\s17$/,
    moved: /^Moved back by 10\sh\s17/,
  },
  {
    locale: 'fr-FR',
    said: /avançait de 10\sh\s17\. La revue du matin peut corriger les 2 heures notées/,
    move: /^Reculer de 10\sh\s17$/,
    moved: /^Reculé de 10\sh\s17/,
  },
])
  test.describe(`a clock that is set right, ${locale}`, () => {
    test.use({ locale });

    test('is noticed while the app runs, and the review moves what it dated in one tap', async ({ page }) => {
      await page.clock.install({ time: RIGHT_TIME + 617 * MINUTE });
      const tonight = new TonightPage(page);
      await tonight.open();
      await passTapGuard(page);
      await tonight.wokeButton().tap();
      await tonight.clock.waitFor();
      await page.clock.fastForward('15:00');
      await tonight.asleepAgainButton.tap();
      await expect(tonight.toast).toHaveText(/Asleep again|Ça redort/);
      await page.clock.setSystemTime(RIGHT_TIME + 15 * MINUTE);
      await page.clock.fastForward('00:16');
      await expect(tonight.toast).toHaveText(said);

      // Over tea. The clock is right now, so nothing is said again.
      await page.clock.setSystemTime(RIGHT_TIME + 300 * MINUTE);
      await page.goto('/#/nights/review');
      await page.reload();
      await expect(page.getByRole('button', { name: move })).toBeVisible();
      await expect(page.getByText(said)).toHaveCount(0);
      await passTapGuard(page);
      await page.getByRole('button', { name: move }).tap();
      await expect(tonight.toast).toHaveText(moved);
      const [moment] = await readIncidents(page);
      expect(moment?.timeline.map(({ at }) => Math.floor((at - RIGHT_TIME) / MINUTE + 0.5))).toEqual([0, 15]);
      await tonight.undoButton.tap();
      await expect(page.getByRole('button', { name: move })).toBeVisible();
    });
  });
