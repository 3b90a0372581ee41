import { HouseholdPage } from './pages/household';
import { TonightPage } from './pages/tonight';
import { putStored, readIncidents, readStored } from './support/storedRows';
import { expect, test, WITHOUT_SERVICE_WORKER } from './support/test';

test.use(WITHOUT_SERVICE_WORKER);

test('a night can be read and corrected in the morning', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-17T02:43:10+01:00') });
  const tonight = new TonightPage(page);
  await tonight.open();
  await tonight.wokeButton().tap();
  await expect(tonight.toast).toHaveText(/Baby woke/);
  await page.clock.fastForward('20:00');
  await tonight.asleepAgainButton.tap();
  await expect(tonight.title).toHaveText('Recovered in 20 min');
  await tonight.closeToast();

  await tonight.tab('Nights').tap();
  await page.getByRole('link', { name: /1 wake-up · 20 min awake/ }).tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Night of Mon 16 Nov to Tue 17 Nov');
  await page.getByRole('link', { name: /Baby · 02:43 – 03:03/ }).tap();

  // The wake-up ended at 2:55; the parent had forgotten to tap.
  await page.getByRole('button', { name: /Asleep again/ }).tap();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('At', { exact: true }).fill('02:55');
  await sheet.getByRole('button', { name: 'The time is a guess' }).tap();
  await sheet.getByRole('button', { name: 'Save' }).tap();
  await expect(page.getByRole('button', { name: /02:55\s*Asleep again\s*estimated/ })).toBeVisible();
  await tonight.closeToast();

  // An end before the beginning is refused next to its field, and changes nothing.
  await page.getByRole('button', { name: /Asleep again/ }).tap();
  await sheet.getByLabel('At', { exact: true }).fill('02:30');
  await sheet.getByRole('button', { name: 'Save' }).tap();
  await expect(sheet.getByRole('alert')).toHaveText('The end is before the beginning.');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /02:55/ })).toBeVisible();

  // An end in the minute of the cry gets the instant of the cry, to the second.
  await page.getByRole('button', { name: /Add a line/ }).tap();
  await sheet.getByRole('button', { name: 'Tried something' }).tap();
  await sheet.getByLabel('At', { exact: true }).fill('02:43');
  await sheet.getByRole('button', { name: 'Save' }).tap();
  await expect(page.getByRole('listitem').nth(1)).toContainText('Cuddle');
  await tonight.closeToast();

  // The wake-up is deleted, and the deletion is undone.
  await page.getByRole('button', { name: 'Delete this wake-up' }).tap();
  await expect(page.getByText('Nothing was logged this night.')).toBeVisible();
  await tonight.undoButton.tap();
  await expect(page.getByRole('link', { name: /Baby · 02:43 – about 02:55/ })).toBeVisible();
});

test('a past wake-up is added, and one that overlaps another is refused', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-17T09:00:00+01:00') });
  await page.goto('/#/nights/2026-11-16');
  const sheet = page.getByRole('dialog');
  const add = async (from: string, to: string) => {
    await page.getByRole('button', { name: 'Add a wake-up' }).tap();
    await sheet.getByLabel('Began at').fill(from);
    await sheet.getByLabel('Ended at').fill(to);
    await sheet.getByRole('button', { name: 'Save' }).tap();
  };
  await add('23:50', '00:20');
  await expect(page.getByRole('link', { name: /Baby · 23:50 – 00:20/ })).toBeVisible();

  await add('00:10', '00:40');
  await expect(sheet.getByRole('alert')).toHaveText('The same child was already awake from 23:50 to 00:20.');
  expect(await readIncidents(page)).toHaveLength(1);

  await sheet.getByLabel('Ended at').fill('23:00');
  await sheet.getByRole('button', { name: 'Save' }).tap();
  await expect(sheet.getByRole('alert')).toHaveText('The end is before the beginning.');
  const [incident] = await readIncidents(page);
  expect(new Date(incident?.detectedAt ?? 0).toISOString()).toBe('2026-11-16T22:50:00.000Z');
});

test('in the repeated hour the app asks which one; in the skipped hour it says that there was none', async ({
  page,
}) => {
  // In Europe/Paris clocks go back from 3:00 to 2:00 on 25 October 2026.
  await page.clock.install({ time: new Date('2026-10-25T09:00:00+01:00') });
  await page.goto('/#/nights/2026-10-24');
  const sheet = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Add a wake-up' }).tap();
  await sheet.getByLabel('Began at').fill('02:30');
  await expect(sheet.getByText('02:30 happened twice that night, the clocks went back. Which one?')).toBeVisible();
  await sheet
    .getByRole('group', { name: /^02:30 happened twice/ })
    .getByRole('button', { name: /^The second/ })
    .tap();
  await sheet.getByLabel('Ended at').fill('03:10');
  await sheet.getByRole('button', { name: 'Save' }).tap();
  await expect(page.getByRole('link', { name: /02:30 – 03:10/ })).toContainText('40 min');
  const [incident] = await readIncidents(page);
  expect(new Date(incident?.detectedAt ?? 0).toISOString()).toBe('2026-10-25T01:30:00.000Z');

  // They go forward from 2:00 to 3:00 on 29 March.
  await page.goto('/#/nights/2026-03-28');
  await page.getByRole('button', { name: 'Add a wake-up' }).tap();
  await sheet.getByLabel('Began at').fill('02:30');
  await expect(sheet.getByText('The clocks went forward at 03:00: 02:30 did not happen that night.')).toBeVisible();
  await expect(sheet.getByRole('button', { name: 'Save' })).toBeDisabled();
});

test('a row that cannot be read is named and can be exported, and the other rows are shown', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-17T02:43:10+01:00') });
  const tonight = new TonightPage(page);
  await tonight.open();
  await tonight.wokeButton().tap();
  await expect(tonight.toast).toHaveText(/Baby woke/);
  const [whole] = await readIncidents(page);
  await putStored(page, 'incidents', {
    ...whole,
    id: 'broken-one',
    resolvedAt: (whole?.detectedAt ?? 0) + 1,
    timeline: [{ ...whole?.timeline[0], at: 'yesterday' }],
  });
  // After the grace time.
  await page.clock.fastForward('00:40');
  await tonight.asleepAgainButton.tap();
  await expect(tonight.toast.filter({ hasText: /Asleep again/ })).toHaveCount(1);
  await page.reload();

  await expect(page.getByText('One row of the log cannot be read. The rest is fine.')).toBeVisible();
  await page.getByRole('link', { name: 'See which' }).tap();
  await expect(page.getByText(/incidents, broken-one: timeline\[0\]\.at/)).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export this row' }).tap();
  expect((await download).suggestedFilename()).toBe('infernalops-incidents-broken-one.json');
  await tonight.tab('Nights').tap();
  await expect(page.getByRole('link', { name: /1 wake-up/ })).toBeVisible();
});

test('setting up a household: names, errors next to their field, language, theme', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-17T10:00:00+01:00') });
  const tonight = new TonightPage(page);
  await tonight.open();
  const household = new HouseholdPage(page);
  await tonight.tab('Household').tap();
  await household.follow('Children');
  const sheet = page.getByRole('dialog');

  await page.getByRole('button', { name: 'Baby', exact: true }).tap();
  await sheet.getByLabel('Name').fill('   ');
  await sheet.getByRole('button', { name: 'Save' }).tap();
  await expect(sheet.getByRole('alert')).toHaveText('A name needs at least one letter.');
  await sheet.getByLabel('Name').fill('x'.repeat(10_000));
  await sheet.getByRole('button', { name: 'Save' }).tap();
  await expect(sheet.getByRole('alert')).toHaveText('That name is too long: 60 characters at most.');
  await sheet.getByRole('button', { name: 'Take out of the night' }).tap();
  await expect(sheet.getByRole('alert')).toContainText('the last child stays');
  expect(await readStored(page, 'children')).toMatchObject([{ name: 'Baby', archived: false }]);
  await sheet.getByLabel('Name').fill('Léo');
  await sheet.getByRole('button', { name: 'Save' }).tap();
  await expect(page.getByRole('button', { name: 'Léo', exact: true })).toBeVisible();
  await tonight.undoButton.tap();
  await expect(page.getByRole('button', { name: 'Baby', exact: true })).toBeVisible();

  await household.open('objectives');
  await page.getByLabel('Asleep again within (minutes)').fill('0');
  await expect(page.getByText('A number from 1 to 1440.')).toBeVisible();

  await household.choose('language', 'Français');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Langue');
  await household.choose('appearance', 'Clair');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await page.reload();
  await household.back.tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Foyer');
});

test('a whole wake-up and its correction work with the keyboard alone', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-17T02:43:10+01:00') });
  const tonight = new TonightPage(page);
  await tonight.open();
  const press = async (name: RegExp | string, key = 'Enter', step = 'Tab') => {
    for (let steps = 0; steps < 40; steps += 1) {
      await page.keyboard.press(step);
      const focused = page.locator(':focus');
      // After the last control of the page, the focus is in the browser's toolbar.
      if ((await focused.count()) === 0) continue;
      const text = (await focused.getAttribute('aria-label')) ?? (await focused.textContent()) ?? '';
      if (text.match(name)) {
        // The focus is visible.
        expect(await focused.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
        await page.keyboard.press(key);
        return;
      }
    }
    throw new Error(`no way to ${name} with ${step}`);
  };
  await press('Baby woke');
  await tonight.clock.waitFor();
  await page.clock.fastForward('09:00');
  await press(/Asleep again/, 'Space');
  await expect(tonight.title).toHaveText('Recovered in 9 min');
  await press(/^Nights$/);
  await expect(page.getByRole('link', { name: /1 wake-up/ })).toBeVisible();
  // The tab keeps the focus. The page comes before it in the order of focus.
  await press(/1 wake-up/, 'Enter', 'Shift+Tab');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Night of/);
  // The link is not on the new page, so the heading of the page has the focus.
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await press(/Baby · 02:43/);
  await expect(page.getByRole('heading', { name: 'What happened' })).toBeVisible();
  await press(/Asleep again/);
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // The focus is back on the control that opened the form.
  await expect(page.getByRole('button', { name: /Asleep again/ })).toBeFocused();
});

test('an incomplete date or time is reported next to its field, and changes nothing', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-17T10:00:00+01:00') });
  const tonight = new TonightPage(page);
  await tonight.open();
  const household = new HouseholdPage(page);
  await household.open('children');
  const sheet = page.getByRole('dialog');
  const open = () => page.getByRole('button', { name: /^Baby/ }).tap();
  await open();
  await sheet.getByLabel('Born on').fill('2026-02-17');
  await sheet.getByRole('button', { name: 'Save' }).tap();
  await expect(page.getByRole('button', { name: /Baby\s*9 months/ })).toBeVisible();

  await open();
  await sheet.getByLabel('Born on').press('Backspace');
  await sheet.getByRole('button', { name: 'Save' }).tap();
  await expect(sheet.getByRole('alert')).toHaveText('That day is not complete.');
  await page.keyboard.press('Escape');
  expect(await readStored(page, 'children')).toMatchObject([{ birthDate: '2026-02-17' }]);

  await household.open('hours');
  const from = page.getByLabel('From', { exact: true });
  await from.press('Backspace');
  await from.blur();
  await expect(page.getByText('That time is not complete.')).toBeVisible();
  expect(await readStored(page, 'household')).toMatchObject([{ nightStart: '20:00' }]);
});

test('the list of nights keeps its scroll position', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-17T10:00:00+01:00') });
  const tonight = new TonightPage(page);
  await tonight.open();
  const [child] = await readStored(page, 'children');
  for (let day = 1; day <= 16; day += 1) {
    const at = Date.parse(`2026-11-${String(day).padStart(2, '0')}T02:43:00+01:00`);
    const entry = { id: `cry ${day}`, at, estimated: false, updatedAt: at, deletedAt: null };
    await putStored(page, 'incidents', {
      id: `night ${day}`,
      updatedAt: at,
      deletedAt: null,
      childId: child?.id,
      causeId: null,
      runbookId: null,
      note: '',
      forReport: false,
      timeline: [
        { ...entry, kind: 'detected', by: null, via: 'tap' },
        { ...entry, id: `end ${day}`, at: at + 600_000, kind: 'resolved', by: null, outcome: 'settled' },
      ],
      detectedAt: at,
      resolvedAt: at + 600_000,
    });
  }
  await page.reload();
  await tonight.tab('Nights').tap();
  const night = page.getByRole('link', { name: /^Wed 4 Nov/ });
  await night.scrollIntoViewIfNeeded();
  const scrolled = await page.evaluate(() => scrollY);
  expect(scrolled).toBeGreaterThan(300);
  await night.tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Night of Wed 4 Nov to Thu 5 Nov');
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await page.goBack();
  await expect(night).toBeInViewport();
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
});
