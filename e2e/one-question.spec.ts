import type { Page } from '@playwright/test';
import { TonightPage } from './pages/tonight';
import { setTime } from './support/setTime';
import { putStored, readStored } from './support/storedRows';
import { expect, test, WITHOUT_SERVICE_WORKER } from './support/test';

test.use(WITHOUT_SERVICE_WORKER);

/*
 * In every state of a night at most six things can be touched, seven with two children, and the way
 * out is the largest of them, whole and in reach without scrolling. The tabs are away during an
 * incident, and so they count then. What is said of a tap covers nothing and goes by itself.
 */

/** The last three are phones with the bars of their browsers. */
const SIZES = [
  { width: 390, height: 844 },
  { width: 390, height: 664 },
  { width: 375, height: 553 },
  { width: 360, height: 640 },
] as const;

const WAY_OUT = /(Asleep again|Settled alone|Ça redort|Ça redort sans nous|About|Vers) ?[\d:]*$/;

const setNow = (page: Page, time: string) => setTime(page, `2026-11-17T${time}+01:00`);

interface Box {
  name: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Everything on the page that can be touched, apart from the message about the last tap. */
const touchables = (page: Page): Promise<Box[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('[role=status]'))
      .map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return { name: element.textContent ?? '', x, y, width, height };
      }),
  );

async function expectOneQuestion(page: Page, state: string, most: number): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    const where = `${state}, ${size.width} × ${size.height}`;
    const boxes = await touchables(page);
    expect(boxes.length, `${where}: ${boxes.map(({ name }) => name).join(' | ')}`).toBeLessThanOrEqual(most);
    const area = ({ width, height }: Box) => width * height;
    const waysOut = boxes.filter(({ name }) => WAY_OUT.test(name));
    expect(waysOut.length, `${where}: there is a way out`).toBeGreaterThan(0);
    for (const box of waysOut) {
      expect(box.y, `${where}: the way out is on the screen`).toBeGreaterThanOrEqual(0);
      expect(box.y + box.height, `${where}: the way out is on the screen`).toBeLessThanOrEqual(size.height);
      expect(box.height, `${where}: the way out is large`).toBeGreaterThanOrEqual(96);
    }
    const wayOut = waysOut.reduce((sum, box) => sum + area(box), 0);
    const larger = boxes.filter((box) => !WAY_OUT.test(box.name) && area(box) > wayOut);
    expect(larger, `${where}: nothing is larger than the way out`).toEqual([]);
  }
  await page.setViewportSize(SIZES[0]);
}

for (const locale of ['en-GB', 'fr-FR'] as const) {
  test.describe(locale, () => {
    test.use({ locale });

    test('one child: one question at a time, and the way out in reach at any height', async ({ page }) => {
      await setNow(page, '02:40:00');
      const tonight = new TonightPage(page);
      await tonight.open();
      await expect.poll(() => readStored(page, 'runbooks')).not.toEqual([]);
      const reach = (state: string) => expectOneQuestion(page, state, 6);
      await setNow(page, '02:43:00');
      await tonight.wokeButton().tap();
      await tonight.clock.waitFor();
      await expect(tonight.tabs).toHaveCount(0);
      await reach('grace');
      await setNow(page, '02:43:31');
      await page.getByText(/^(Who goes\?|Qui y va.\?)$/).waitFor();
      await reach('who goes');
      await tonight.tapInMore(/^(Wake Dad|Réveiller Papa)$/);
      await tonight.button(/^(Dad didn’t wake|Papa dort encore)$/).waitFor();
      await reach('a page');
      await setNow(page, '02:44:10');
      await tonight.button(/^(Dad is up|Papa est debout)$/).tap();
      await tonight.button(/^(Done|Fait)$/).waitFor();
      await reach('a look');
      await setNow(page, '02:44:20');
      await tonight.button(/^(Done|Fait)$/).tap();
      await tonight.button(/^(Cuddle|Câlin)$/).waitFor();
      await reach('a remedy');
      await setNow(page, '05:00:00');
      await page.getByText(/^(No word for a while|Sans nouvelles)/).waitFor();
      await reach('two hours without a word');
      await tonight.button(/^(Still awake|Ne dort toujours pas)$/).tap();
      await tonight.wayOut.waitFor();
      await reach('still awake');
    });

    test('two children: both ways out side by side, named, and one is no tap on the other', async ({ page }) => {
      await setNow(page, '02:40:00');
      const tonight = new TonightPage(page);
      await tonight.open();
      await expect.poll(() => readStored(page, 'runbooks')).not.toEqual([]);
      const [child] = await readStored(page, 'children');
      await putStored(page, 'children', { ...child, name: 'Tom', birthDate: '2024-08-12' });
      await putStored(page, 'children', { ...child, id: 'second', name: 'Ben', birthDate: '2026-02-10' });
      await page.reload();
      await setNow(page, '02:43:00');
      await tonight.wokeButton(/Ben/).tap();
      await tonight.clock.waitFor();
      await expectOneQuestion(page, 'grace', 7);
      await setNow(page, '02:45:00');
      await expectOneQuestion(page, 'who goes', 7);
      await tonight.button(/^Tom (woke too|aussi)$/).tap();
      await expect(page.getByRole('timer')).toHaveCount(2);
      await expect(page.getByText(/2 services/)).toBeVisible();
      await expectOneQuestion(page, 'triage', 7);
      const endOf = (name: string) => page.getByRole('main').getByRole('button', { name: new RegExp(`^${name} `) });
      // The elder one is on the left, in every language and on every phone.
      const [tom, ben] = [await endOf('Tom').boundingBox(), await endOf('Ben').boundingBox()];
      expect(tom?.y).toBe(ben?.y);
      expect(tom?.x).toBeLessThan(ben?.x ?? 0);

      await setNow(page, '02:50:00');
      await endOf('Tom').tap();
      await expect(tonight.toast).toHaveText(/^Tom · (Asleep again|Ça redort) · 02:50/);
      // 750 ms later a hurried thumb hits the other child's way out, which is alone now.
      await setTime(page, '2026-11-17T02:50:00.750+01:00');
      await tonight.asleepAgainButton.tap();
      await setTime(page, '2026-11-17T02:50:01.500+01:00');
      await expect(tonight.clock).toHaveText('07:01');
      await setTime(page, '2026-11-17T02:50:02.500+01:00');
      await tonight.asleepAgainButton.tap();
      await expect(tonight.title).toHaveText(/^(Recovered|Rétabli)/);
      // The undo takes both back, the last one first.
      await tonight.undoButton.tap();
      await expect(tonight.clock).toHaveCount(1);
      await setTime(page, '2026-11-17T02:50:04.000+01:00');
      await tonight.undoButton.tap();
      await expect(page.getByRole('timer')).toHaveCount(2);
    });
  });
}
