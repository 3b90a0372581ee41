import { TonightPage } from './pages/tonight';
import { WatchPage } from './pages/watch';
import { setTime } from './support/setTime';
import { readIncidents } from './support/storedRows';
import { expect, test, WITHOUT_SERVICE_WORKER } from './support/test';

/*
 * Safari on an iPhone lacks what other browsers have (docs/browsers.md). The engine itself is
 * tested in `webkit/`; this takes from Chromium what iOS lacks and WebKit on Linux may have.
 */

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 16_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.4 Mobile/15E148 Safari/604.1';

test.use({ ...WITHOUT_SERVICE_WORKER, userAgent: IPHONE });

/** Runs in the page, before its own scripts. */
function takeAway(): void {
  const lacking = {
    navigator: ['vibrate', 'wakeLock', 'storage', 'storageBuckets', 'setAppBadge', 'clearAppBadge', 'getBattery'],
    window: ['Notification', 'PushManager', 'AudioContext', 'navigation', 'launchQueue', 'onbeforeinstallprompt'],
  };
  const places = { navigator: [Navigator.prototype, navigator], window: [window, Window.prototype] };
  for (const [place, names] of Object.entries(lacking))
    for (const name of names) {
      for (const object of places[place as keyof typeof places]) Reflect.deleteProperty(object, name);
      if (name in (place === 'navigator' ? navigator : window)) throw new Error(`${name} is still there`);
    }
}

test('a night, a watch and the settings of an iPhone: what its browser lacks is absent, or said', async ({ page }) => {
  await page.addInitScript(takeAway);
  await page.clock.setFixedTime(new Date('2026-11-17T02:43:10+01:00'));
  const tonight = new TonightPage(page);
  await tonight.open();
  await tonight.wokeButton().tap();
  await setTime(page, '2026-11-17T02:45:00+01:00');
  await tonight.asleepAgainButton.tap();
  await expect(tonight.title).toHaveText(/Recovered/);
  expect((await readIncidents(page)).map(({ timeline }) => timeline.map(({ kind }) => kind))).toEqual([
    ['detected', 'resolved'],
  ]);

  const watch = new WatchPage(page);
  await watch.open();
  await expect(page.getByText('This browser lets the screen go off')).toBeVisible();
  await watch.start();
  await watch.endButton.tap();

  await page.goto('/#/household');
  await page.getByRole('link', { name: 'On the home screen' }).tap();
  await expect(page.getByText('In Safari: the Share button')).toBeVisible();
  await expect(page.getByText('The app there begins with an empty log')).toBeVisible();
  // Where the browser does not say where somebody came from, the way back is the list.
  await page.getByRole('link', { name: 'Household' }).first().tap();
  await expect(page.getByRole('link', { name: /Safari may clear it after seven days/ })).toBeVisible();
  await expect(page.getByRole('switch', { name: 'Keep the screen on' })).toHaveCount(0);
  await expect(page.getByRole('switch', { name: 'Notifications' })).toHaveCount(0);
});
