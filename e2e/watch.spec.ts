import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { WatchPage } from './pages/watch';
import { hearing } from './support/hearing';
import { measureLight } from './support/nightLight';
import { openWatch, type WatchOptions } from './support/pagedPhone';
import { setTime } from './support/setTime';
import { expect, test, WITHOUT_SERVICE_WORKER } from './support/test';

test.use(WITHOUT_SERVICE_WORKER);

const MEAN_LUMINANCE_MAX = 0.01;
const TOUCH = 64;
const ANSWER_HEIGHT = 96;

const SIZES = {
  'a phone': { width: 390, height: 844 },
  'a small phone': { width: 360, height: 640 },
  'a phone on its side': { width: 844, height: 390 },
};

/** At 2:44 Mum's phone pages Dad's. */
const PAGED: WatchOptions = { time: '2026-11-17T02:44:00+01:00', pagedAt: '2026-11-17T02:44:00+01:00' };
const QUIET: WatchOptions = { time: '2026-11-17T02:59:00+01:00', hasHandover: true };

/** The states of the watch; each starts at the page before it. */
const STATES: Record<string, (page: Page) => Promise<void>> = {
  'before it starts': async (page) => {
    await openWatch(page, QUIET);
  },
  idle: async (page) => {
    await (await openWatch(page, QUIET)).start();
  },
  'at the hand-over': async (page) => {
    await (await openWatch(page, QUIET)).start();
    await setTime(page, '2026-11-17T03:00:00+01:00');
    await page.getByText(/^(It’s 03:00. Mum has|Il est 03:00. Maman prend)/).waitFor();
  },
  ringing: async (page) => {
    const watch = await openWatch(page, PAGED);
    await watch.start();
    await expect(watch.timeLeft).toHaveText(/^60\ss$/);
  },
  'after the time to answer': async (page) => {
    const watch = await openWatch(page, PAGED);
    await watch.start();
    await watch.timeLeft.waitFor();
    await setTime(page, '2026-11-17T02:45:00+01:00');
    await watch.timeLeft.waitFor({ state: 'detached' });
  },
  'while its holder is up': async (page) => {
    const watch = await openWatch(page, PAGED);
    await watch.start();
    await watch.timeLeft.waitFor();
    await setTime(page, '2026-11-17T02:44:05+01:00');
    await watch.upButton.tap();
    await page.getByRole('link', { name: /^(Open the night|Ouvrir la nuit)$/ }).waitFor();
  },
};

test('the watch shows the time, moves a little every minute, and ends', async ({ page }) => {
  const watch = await openWatch(page, { time: '2026-11-17T02:43:00+01:00' });
  await watch.start();
  await expect(watch.title).toHaveText('On watch · Dad');
  await expect(page.getByRole('navigation')).toHaveCount(0);
  const place = async () => {
    const box = await watch.clock.boundingBox();
    return box && [box.x, box.y];
  };
  const places = new Set<string>();
  for (const minute of [43, 44, 45, 46]) {
    await setTime(page, `2026-11-17T02:${minute}:00+01:00`);
    await expect(watch.clock).toHaveText(`02:${minute}`);
    places.add(JSON.stringify(await place()));
    await setTime(page, `2026-11-17T02:${minute}:59+01:00`);
    places.add(JSON.stringify(await place()));
  }
  // One place a minute, and each minute another one.
  expect(places.size).toBe(4);
  await watch.endButton.tap();
  await watch.startButton.waitFor();
});

test('the volume that was chosen is kept, and the watch goes on behind another screen', async ({ page }) => {
  const watch = await openWatch(page, { time: '2026-11-17T02:43:00+01:00' });
  await watch.louderButton.tap();
  await expect(watch.volume).toHaveText('9 of 10');
  await page.reload();
  await expect(watch.volume).toHaveText('9 of 10');
  await watch.softerButton.tap();
  await watch.softerButton.tap();
  await expect(watch.volume).toHaveText('7 of 10');
  await watch.start();
  await page.goto('/#/nights');
  await page.getByRole('navigation').waitFor();
  await page.goto('/#/watch');
  await watch.endButton.waitFor();
});

// A browser that wants a touch first is in tests/features/watch/watch.test.tsx.
test('the watch goes on and rings after a reload, until it is ended', async ({ page }) => {
  const { heard } = await hearing(page);
  const watch = await openWatch(page, PAGED);
  await watch.start();
  await page.reload();
  await watch.timeLeft.waitFor();
  await expect.poll(async () => (await heard()).firstAt).not.toBeNull();
  await setTime(page, '2026-11-17T02:44:05+01:00');
  await watch.cannotButton.tap();
  await watch.endButton.tap();
  await page.reload();
  await watch.startButton.waitFor();
});

test('with a clock of twelve hours the watch shows these', async ({ page }) => {
  await page.addInitScript(() => {
    const key = 'infernalops.device';
    const { state } = JSON.parse(localStorage.getItem(key) ?? '{}');
    localStorage.setItem(key, JSON.stringify({ state: { ...state, hours: 12 }, version: 0 }));
  });
  const watch = await openWatch(page, { time: '2026-11-17T00:43:00+01:00' });
  await watch.start();
  await expect(watch.clock).toHaveText('12:43');
  await expect(page.getByRole('main').getByText(/^am$/)).toBeVisible();
  for (const [name, size] of Object.entries(SIZES)) {
    await page.setViewportSize(size);
    await expectWhole(page, name);
  }
});

test.describe('the alarm', () => {
  // `npm run bench` measures how soon.
  test('is heard while a page is not answered, and is silent after the answer', async ({ page }) => {
    const { heard, quietMs } = await hearing(page);
    const watch = await openWatch(page, PAGED);
    await watch.start();
    await expect.poll(async () => (await heard()).firstAt).not.toBeNull();
    await setTime(page, '2026-11-17T02:44:05+01:00');
    await watch.cannotButton.tap();
    await watch.endButton.waitFor();
    // The pattern of the alarm, with its pause, lasts a second.
    await expect.poll(quietMs).toBeGreaterThan(1200);
  });

  test('is heard by day, too, when it is tried out', async ({ page }) => {
    const { listen, heard } = await hearing(page);
    const watch = await openWatch(page, { time: '2026-11-17T14:00:00+01:00' });
    await listen();
    await watch.listenButton.tap();
    await expect.poll(async () => (await heard()).firstAt).not.toBeNull();
    await watch.startButton.waitFor();
  });
});

for (const locale of ['en-GB', 'fr-FR'])
  test.describe(locale, () => {
    test.use({ locale });

    for (const [state, open] of Object.entries(STATES))
      test(`the watch, ${state}, is dim, within reach and whole`, async ({ page }) => {
        // The watch is black, whatever was chosen for the other screens.
        await page.addInitScript(() => {
          const key = 'infernalops.device';
          const { state: device } = JSON.parse(localStorage.getItem(key) ?? '{}');
          localStorage.setItem(key, JSON.stringify({ state: { ...device, theme: 'light' }, version: 0 }));
        });
        await open(page);
        for (const [name, size] of Object.entries(SIZES)) {
          await page.setViewportSize(size);
          const light = measureLight(PNG.sync.read(await page.screenshot()));
          // Before it starts, it is a night screen like any other.
          const max = state === 'before it starts' ? 0.03 : MEAN_LUMINANCE_MAX;
          expect(light.meanLuminance, name).toBeLessThanOrEqual(max);
          expect(light.meanLuminance, name).toBeGreaterThan(0.001);
          expect(light.tooBlue, name).toEqual([]);
          await expectWhole(page, name);
          await expectLargeEnough(page, name);
        }
        const { violations } = await new AxeBuilder({ page })
          .setLegacyMode()
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
      });

    test('text of twice the size is not cut off at the side', async ({ page }) => {
      await page.addInitScript(() =>
        addEventListener('DOMContentLoaded', () => document.documentElement.style.setProperty('font-size', '200%')),
      );
      const watch = await openWatch(page, PAGED);
      for (const step of [() => Promise.resolve(), () => watch.start()]) {
        await step();
        await page.setViewportSize(SIZES['a small phone']);
        expect(await page.evaluate(() => document.scrollingElement?.scrollWidth)).toBeLessThanOrEqual(360);
        expect(await page.getByRole('main').evaluate((main) => main.scrollWidth)).toBeLessThanOrEqual(360);
        await page.setViewportSize(SIZES['a phone']);
      }
    });
  });

/** Checks that everything is on the screen, without scrolling once the watch goes on. */
async function expectWhole(page: Page, name: string): Promise<void> {
  const isOn = (await new WatchPage(page).startButton.count()) === 0;
  const cut = await page.getByRole('main').evaluate((main, mayScroll) => {
    const { clientWidth, clientHeight } = document.documentElement;
    return [main, ...main.querySelectorAll('*')]
      .filter((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        if (left < -0.5 || right > clientWidth + 0.5) return true;
        return !mayScroll && (top < -0.5 || bottom > clientHeight + 0.5);
      })
      .map(({ tagName, textContent }) => `${tagName} ${textContent}`);
  }, !isOn);
  expect(cut, name).toEqual([]);
}

/** Checks that a half-open eye hits everything that can be touched. */
async function expectLargeEnough(page: Page, name: string): Promise<void> {
  const watch = new WatchPage(page);
  const controls = await page.getByRole('main').locator('button, a').all();
  expect(controls.length, name).toBeGreaterThan(0);
  for (const control of controls) {
    const box = await control.boundingBox();
    expect(box?.height, `${name}: ${await control.textContent()}`).toBeGreaterThanOrEqual(TOUCH);
    expect(box?.width, `${name}: ${await control.textContent()}`).toBeGreaterThanOrEqual(TOUCH);
  }
  if ((await watch.timeLeft.count()) === 0) return;
  const [up, cannot] = [await watch.upButton.boundingBox(), await watch.cannotButton.boundingBox()];
  expect(cannot?.height, name).toBeGreaterThanOrEqual(ANSWER_HEIGHT);
  expect(up?.height, name).toBeGreaterThan(cannot?.height ?? Number.NaN);
}
