import type { Page } from '@playwright/test';
import { HouseholdPage } from './pages/household';
import { TonightPage } from './pages/tonight';
import { holdRequests } from './support/holdRequests';
import { readIncidents, readStored } from './support/storedRows';
import { expect, test, WITHOUT_SERVICE_WORKER } from './support/test';

test.use(WITHOUT_SERVICE_WORKER);

/** Opens the app in the morning and adds wake-ups of the night of 16 November. */
async function openMorning(page: Page, wakeUps: readonly [from: string, to: string][]): Promise<TonightPage> {
  await page.clock.install({ time: new Date('2026-11-17T09:00:00+01:00') });
  const tonight = new TonightPage(page);
  await tonight.open('#/nights/2026-11-16');
  const sheet = page.getByRole('dialog');
  for (const [from, to] of wakeUps) {
    await page.getByRole('button', { name: 'Add a wake-up' }).tap();
    await sheet.getByLabel('Began at').fill(from);
    await sheet.getByLabel('Ended at').fill(to);
    await sheet.getByRole('button', { name: 'Save' }).tap();
    await expect(sheet).toHaveCount(0);
  }
  await page.clock.fastForward('00:11');
  return tonight;
}

test('two wake-ups deleted within seconds both come back, and a third one is found on its night', async ({ page }) => {
  const tonight = await openMorning(page, [
    ['23:50', '00:20'],
    ['02:43', '03:03'],
  ]);
  for (const time of ['23:50', '02:43']) {
    await page.getByRole('link', { name: `Baby · ${time}` }).tap();
    await page.getByRole('button', { name: 'Delete this wake-up' }).tap();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Night of/);
  }
  await page.getByRole('button', { name: 'Undo (2)' }).tap();
  await expect(tonight.toast).toContainText('Undone. Before that: Deleted: Baby, 23:50');
  await page.clock.fastForward('00:01');
  await page.getByRole('button', { name: 'Undo', exact: true }).tap();
  await expect(page.getByRole('link', { name: /^Baby · (23:50|02:43)/ })).toHaveCount(2);

  await page.getByRole('link', { name: 'Baby · 02:43' }).tap();
  await page.getByRole('button', { name: 'Delete this wake-up' }).tap();
  await page.clock.fastForward('00:11');
  await page.goto('/#/household/deleted');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Deleted things');
  await expect(page.getByRole('listitem')).toContainText('Wake-up · Tue 17 Nov, 02:43 – 03:03');
  await page.getByRole('button', { name: 'Bring back: Baby' }).tap();
  await expect(page.getByText('Nothing was deleted. Tidy house.')).toBeVisible();
  expect(await readIncidents(page)).toHaveLength(2);
});

test('a wake-up is moved to another night, and refused where another one was', async ({ page }) => {
  const tonight = await openMorning(page, [['02:43', '03:03']]);
  const sheet = page.getByRole('dialog');
  const moveTo = async (day: string) => {
    await page.getByRole('button', { name: 'Move to another night' }).tap();
    await sheet.getByLabel('Began on').fill(day);
    await sheet.getByRole('button', { name: 'Save' }).tap();
  };
  await page.getByRole('link', { name: 'Baby · 02:43' }).tap();
  await moveTo('2026-11-14');
  await expect(tonight.toast).toContainText(/Moved: Sat.14.Nov, 02:43/);
  await page.getByRole('link', { name: 'Back to the night' }).tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Night of Fri 13 Nov to Sat 14 Nov');
  await expect(page.getByRole('link', { name: 'Baby · 02:43 – 03:03' })).toBeVisible();

  await page.goto('/#/nights/2026-11-16');
  await page.getByRole('button', { name: 'Add a wake-up' }).tap();
  await sheet.getByLabel('Began at').fill('02:50');
  await sheet.getByLabel('Ended at').fill('03:10');
  await sheet.getByRole('button', { name: 'Save' }).tap();
  await page.getByRole('link', { name: 'Baby · 02:50' }).tap();
  await moveTo('2026-11-14');
  await expect(sheet.getByRole('alert').filter({ hasText: /\S/ })).toHaveText(
    'The same child was already awake from 02:43 to 03:03.',
  );
});

test('a text that was typed survives Back and a reload, and the focus never falls to the body', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-17T02:43:10+01:00') });
  const tonight = new TonightPage(page);
  await tonight.open();
  const focused = () => page.evaluate(() => document.activeElement?.tagName);
  await tonight.wokeButton().tap();
  await expect(tonight.title).toBeFocused();

  const openNote = async () => {
    await tonight.tapInMore('A note for the morning');
    return page.getByRole('textbox');
  };
  await page.goto('/#/nights');
  await page.goBack();
  await (await openNote()).fill('Half a sen');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await focused()).toBe('BUTTON');
  await expect(await openNote()).toHaveValue('Half a sen');
  await page.goBack();
  await page.goForward();
  await page.reload();
  await expect(await openNote()).toHaveValue('Half a sen');
  await expect(page.getByText('Typed before, not saved yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).tap();
  await expect(tonight.toast).toContainText('Note kept');
  expect(await readStored(page, 'incidents')).toMatchObject([{ note: 'Half a sen' }]);

  await page.clock.fastForward('20:00');
  await tonight.asleepAgainButton.tap();
  await expect(tonight.title).toHaveText(/^Recovered/);
  await expect(tonight.title).toBeFocused();

  // A step inside a sheet: what happened, then when.
  await page.goto('/#/nights/2026-11-16');
  await page.getByRole('link', { name: /^Baby · 02:43/ }).tap();
  await page.getByRole('button', { name: 'Add a line' }).tap();
  await page.getByRole('button', { name: 'Tried something' }).tap();
  await expect(page.getByLabel('At', { exact: true })).toBeVisible();
  expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true);
  await page.keyboard.press('Escape');
  expect(await focused()).not.toBe('BODY');
  await page.getByRole('button', { name: 'Delete this wake-up' }).tap();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('the focus goes to the heading of the incident, even if what keeps it loads after the tap', async ({ page }) => {
  const release = await holdRequests(page, /assets\/Notices-/);
  await page.clock.install({ time: new Date('2026-11-17T02:43:10+01:00') });
  const tonight = new TonightPage(page);
  await page.goto('/');
  await tonight.ready();
  await tonight.wokeButton().tap();
  await tonight.clock.waitFor();
  release();
  await expect(tonight.title).toBeFocused();
});

test('two windows: what the other one changed since is said, and not overwritten', async ({ page, context }) => {
  const tonight = await openMorning(page, [['02:43', '03:03']]);
  const link = 'Baby · 02:43';
  await page.getByRole('link', { name: link }).tap();
  await page.getByRole('button', { name: /Asleep again/ }).tap();
  const other = await context.newPage();
  await other.goto('/#/nights/2026-11-16');
  await other.getByRole('link', { name: link }).tap();
  await other.getByRole('button', { name: /Asleep again/ }).tap();
  await other.getByRole('dialog').getByRole('button', { name: 'Delete' }).tap();
  await expect(other.getByRole('heading', { name: 'One deleted line' })).toBeVisible();

  const sheet = page.getByRole('dialog');
  await expect(sheet.getByText('This was deleted in another window.')).toBeVisible();
  await expect(sheet.getByRole('button', { name: 'Save' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Bring back: 03:03 Asleep again' }).tap();
  await expect(tonight.toast).toContainText('Back: 03:03 Asleep again');

  // The other window's undo would delete the line that has come back meanwhile and is right.
  await other.getByRole('button', { name: 'Undo' }).tap();
  await expect(other.getByRole('status').filter({ hasText: /\S/ })).toContainText(/It was changed since|Undone/);
  await expect(page.getByRole('button', { name: /^03:03/ })).toBeVisible();
  await other.close();
});

/** Names of 32 letters, without and with a space. */
const NAMES = {
  child: 'Maximiliennewilhelminecharlotten',
  second: 'Marie-Antoinette Bartholomäus Xx',
  caregiver: 'Wolfgangamadeusmozartmaximiliano',
};

for (const locale of ['en-GB', 'fr-FR'] as const) {
  test.describe(`names of 32 letters at 320 px, ${locale}`, () => {
    test.use({ locale, viewport: { width: 320, height: 568 } });

    test('break no screen', async ({ page }, { outputDir }) => {
      await page.clock.install({ time: new Date('2026-11-17T02:43:10+01:00') });
      const tonight = new TonightPage(page);
      const household = new HouseholdPage(page);
      await tonight.open('#/household/children');
      const sheet = page.getByRole('dialog');
      const name = async (button: RegExp | string, text: string) => {
        await page
          .getByRole('button', { name: button, exact: typeof button === 'string' })
          .first()
          .tap();
        await sheet.getByLabel(/^(Name|Prénom)/).fill(text);
        await sheet.getByRole('button', { name: /^(Save|Enregistrer)$/ }).tap();
        await expect(sheet).toHaveCount(0);
      };
      await name(/^(Baby|Bébé)$/, NAMES.child);
      await name(/^(Add a child|Ajouter un enfant)$/, NAMES.second);
      await household.open('caregivers');
      await name(/^(Mum|Maman)$/, NAMES.caregiver);
      await household.open();
      await expectNoOverflow(page, 'household', outputDir);
      await page.goto('/#/');
      await page.clock.fastForward('00:11');
      await expectNoOverflow(page, 'idle', outputDir);
      await tonight.wokeButton(/Maximil/).tap();
      await tonight.clock.waitFor();
      await page.clock.fastForward('00:03');
      await expectNoOverflow(page, 'incident', outputDir);
      await page.getByRole('button', { name: /Marie-Antoinette/ }).tap();
      await expect(page.getByRole('timer')).toHaveCount(2);
      await page.clock.fastForward('01:00');
      await expectNoOverflow(page, 'double', outputDir);
      await tonight.tapInMore(/^(Temperature|Température)$/);
      await page.locator('output').waitFor();
      await expectNoOverflow(page, 'temperature', outputDir);
      await page.keyboard.press('Escape');
      await expect(sheet).toHaveCount(0);
      await tonight.asleepAgainButton.tap();
      // Until then, the button of the child who is asleep is still there.
      await expect(page.getByRole('timer')).toHaveCount(1);
      await page.clock.fastForward('00:11');
      await tonight.asleepAgainButton.tap();
      await expect(tonight.title).toHaveText(/^(Recovered|Rétabli)/);
      await page.clock.fastForward('00:11');
      await expectNoOverflow(page, 'after', outputDir);
      await page.clock.setSystemTime(new Date('2026-11-17T09:00:00+01:00'));
      for (const hash of [
        '/nights',
        '/nights/2026-11-16',
        '/household/on-call',
        '/household/children',
        '/household/caregivers',
        '/household/phone',
        '/household/links',
        '/household/import',
        '/household/naps',
        '/household/health',
        '/dashboard',
      ]) {
        await page.goto(`/#${hash}`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await expectNoOverflow(page, hash, outputDir);
      }
      await page.goto('/#/nights/2026-11-16');
      await page
        .getByRole('link', { name: /Maximil.*02:43/ })
        .first()
        .tap();
      await page.getByRole('button', { name: /^(Delete this wake-up|Supprimer ce réveil)$/ }).tap();
      await page.getByRole('button', { name: /^(Bring back|Remettre)/ }).waitFor();
      await expectNoOverflow(page, 'deleted', outputDir);
    });
  });
}

/** Checks that nothing on the screen is wider than the screen, and that no text is cut. */
async function expectNoOverflow(page: Page, name: string, folder: string): Promise<void> {
  if (process.env.E2E_PICTURES) await page.screenshot({ path: `${folder}/${name.replaceAll('/', '-')}.png` });
  const tooWide = await page.evaluate(() => {
    const scrollsItself = (element: Element | null): boolean =>
      element !== null &&
      (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(element).overflowX) ||
        scrollsItself(element.parentElement));
    const outside = [...document.querySelectorAll('main *, dialog[open] *, nav *, [role=status] *')].filter(
      (element) => {
        const box = element.getBoundingClientRect();
        return box.width > 1 && (box.right > innerWidth + 1 || box.left < -1) && !scrollsItself(element.parentElement);
      },
    );
    const cut = [
      ...document.querySelectorAll<HTMLElement>('main button, dialog[open] button, main a, h1, h2, li'),
    ].filter(
      ({ scrollWidth, clientWidth, offsetWidth }) =>
        offsetWidth > 1 && scrollWidth > clientWidth + 1 && clientWidth > 0,
    );
    return [...outside, ...cut].map((element) => `${element.tagName} ${element.textContent?.slice(0, 60)}`);
  });
  expect.soft(tooWide, name).toEqual([]);
}
