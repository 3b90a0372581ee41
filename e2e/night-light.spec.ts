import { PNG } from 'pngjs';
import { TonightPage } from './pages/tonight';
import { measureLight } from './support/nightLight';
import { expect, test, WITHOUT_SERVICE_WORKER } from './support/test';

test.use(WITHOUT_SERVICE_WORKER);

/*
 * These tests measure the pixels of the night theme: the screen must be dim and without blue light.
 */

const MEAN_LUMINANCE_MAX = 0.03;

test.use({ deviceScaleFactor: 2 });

for (const state of ['idle', 'in an incident', 'just asleep again'] as const) {
  test(`Tonight by night, ${state}, is dim and has no blue light`, async ({ page }) => {
    await page.clock.install({ time: new Date('2026-11-17T02:43:00+01:00') });
    const tonight = new TonightPage(page);
    await tonight.open();
    if (state !== 'idle') {
      await tonight.wokeButton().tap();
      await expect(tonight.toast).toHaveText(/Baby woke/);
      await page.clock.fastForward('05:00');
      await tonight.button('Mum is up').tap();
      await tonight.latest(/^Mum is up · /).waitFor();
      await tonight.tapInMore('Dad is up');
      await expect(tonight.latest(/^Dad is up · /)).toBeVisible();
    }
    if (state === 'just asleep again') {
      await page.clock.fastForward('05:00');
      await tonight.asleepAgainButton.tap();
      await expect(tonight.title).toHaveText(/Recovered/);
    }

    const light = measureLight(PNG.sync.read(await page.screenshot()));

    expect(light.pixels).toBe(780 * 1688);
    expect(light.meanLuminance).toBeLessThanOrEqual(MEAN_LUMINANCE_MAX);
    // The screen is not empty.
    expect(light.meanLuminance).toBeGreaterThan(0.001);
    expect(light.tooBlue).toEqual([]);
  });
}
