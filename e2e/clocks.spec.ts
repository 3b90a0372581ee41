import type { Page } from '@playwright/test';
import { TonightPage } from './pages/tonight';
import { readIncidents } from './support/storedRows';
import { expect, test } from './support/test';

const RIGHT_TIME = Date.parse('2026-11-17T02:43:00+01:00');
const MINUTE = 60_000;

/** A tap right after a screen has appeared was meant for the one before. */
const passTapGuard = (page: Page) => page.clock.fastForward('00:03');

const AHEAD: [string, number][] = [
  ['20 minutes', RIGHT_TIME + 20 * MINUTE],
  ['6 hours', RIGHT_TIME + 360 * MINUTE],
  ['10 hours', RIGHT_TIME + 600 * MINUTE],
  ['a day', RIGHT_TIME + 1440 * MINUTE],
  ['a year', Date.parse('2027-11-17T02:43:00+01:00')],
  ['twelve years, to 2038', Date.parse('2038-01-19T04:14:08+01:00')],
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
