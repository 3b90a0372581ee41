import type { Page } from '@playwright/test';
import { HouseholdPage } from './pages/household';
import { TonightPage } from './pages/tonight';
import { formatMinutes, formatPercent } from './support/formatFigures';
import { reportFigures } from './support/report';
import { setTime } from './support/setTime';
import { readStored } from './support/storedRows';
import { expect, test, WITHOUT_SERVICE_WORKER } from './support/test';

test.use(WITHOUT_SERVICE_WORKER);

const NIGHT = '2026-11-16';
const OWN_LINE = 'He laughed at 02:50, and so did we.';

const setNow = (page: Page, time: string) =>
  setTime(page, `${time < '12' ? '2026-11-17' : '2026-11-16'}T${time}+01:00`);

/** A night in which Dad is on call and does not wake, Mum feeds, and the child wakes again. */
async function playNight(page: Page): Promise<TonightPage> {
  // The household is made before the night begins, so the figures know of all eleven hours.
  await page.clock.setFixedTime(new Date('2026-11-16T18:00:00+01:00'));
  const tonight = new TonightPage(page);
  await tonight.open();
  const among = (group: RegExp, name: RegExp) => page.getByRole('group', { name: group }).getByRole('button', { name });
  await new HouseholdPage(page).choose('phone', 'Mum');
  await page.goto('/#/household/on-call');
  await tonight.button('Always the same one').tap();
  await among(/^Who has the nights/, /^Dad/).tap();
  await expect(tonight.button(/^Tonight, .*: Dad, then Mum$/)).toBeVisible();
  await page.goto('/#/');
  await setNow(page, '02:43:00');
  await tonight.wokeButton(/Baby/).tap();
  await setNow(page, '02:43:40');
  await expect(page.getByRole('main')).toContainText('Wake Dad');
  await setNow(page, '02:44:10');
  await tonight.button('Dad didn’t wake').tap();
  await setNow(page, '02:44:30');
  await tonight.button('I’m up').tap();
  await setNow(page, '02:45:00');
  await tonight.button('Done').tap();
  await setNow(page, '02:47:00');
  await tonight.button(/^Cuddle$/).tap();
  await setNow(page, '03:03:00');
  await tonight.asleepAgainButton.tap();
  await expect(tonight.title).toHaveText('Recovered in 20 min');
  await setNow(page, '03:07:00');
  await tonight.wokeButton(/Baby’s awake again/).tap();
  await setNow(page, '03:20:00');
  await tonight.asleepAgainButton.tap();
  await expect(tonight.title).toHaveText(/Recovered/);
  await setNow(page, '08:00:00');
  return tonight;
}

/** Returns the whole text as shown, with plain spaces. */
const articleText = async (page: Page) =>
  (await page.getByRole('article').locator('h2, h3, p, li').allTextContents()).join(' ').replace(/\s+/g, ' ');

/** Checks that every figure of the text is the figure that the report has now. */
async function expectFiguresOf(page: Page): Promise<void> {
  const figures = await reportFigures(await (await new HouseholdPage(page).saveBackup()).path(), {
    from: NIGHT,
    to: NIGHT,
    now: '2026-11-17T07:00:00Z',
  });
  await page.goto(`/#/nights/${NIGHT}/post-mortem`);
  await page.getByRole('article').waitFor();
  const [night] = figures.nights;
  const [mum, dad] = Object.keys(figures.fatigue.byCaregiver);
  const cuddle = figures.remedies.cuddle;
  if (!night || !mum || !dad || !cuddle) throw new Error('what happened in the night?');
  const lost = (id: string) => formatMinutes(figures.load.byCaregiver[id]?.awakeMinutes);
  const { attempts, answered } = figures.escalations.byCaregiver[dad] ?? {};
  expect({ attempts, answered, counted: night.counted }).toEqual({ attempts: 1, answered: 0, counted: 1 });
  const whole = await articleText(page);
  for (const line of [
    `One wake-up between 20:00 and 07:00. The sleep service was down for ${formatMinutes(night.downtime)}.`,
    `Down time: ${formatMinutes(night.downtime)} of 11 h 00`,
    `Sleep availability: ${formatPercent(night.availability)} (objective: 90%)`,
    `Recovery, median: ${formatMinutes(figures.mttr.median)}`,
    `Sleep lost by Mum: ${lost(mum)}; one intervention`,
    `Sleep lost by Dad: ${lost(dad)}; no intervention`,
    `Cuddle: last before sleep once, ${formatMinutes(cuddle.recovery.median)} later; held for an hour: ${formatPercent(cuddle.held)}`,
    'One page to Dad: none answered',
    `The longest stretch of quiet lasted ${formatMinutes(night.longestStretch)}.`,
  ])
    expect(whole).toContain(line);
}

test('what a parent wrote stays after a correction of the night, a regeneration and a reload', async ({ page }) => {
  test.setTimeout(120_000);
  const tonight = await playNight(page);
  await page.goto(`/#/nights/${NIGHT}`);
  await page.getByRole('link', { name: 'Post-mortem of this night' }).tap();
  await expect(page.getByText('Nothing is kept yet')).toBeVisible();
  expect((await readStored(page, 'nights')).length).toBe(0);
  await expectFiguresOf(page);

  // The parent types two lines, and the page reloads before they are saved.
  await tonight.button('Edit').tap();
  const editor = page.getByRole('textbox');
  const typed = (await editor.inputValue()).replace('\n\n## Impact', `\n${OWN_LINE}\nAnd *then* <slept>.\n\n## Impact`);
  await editor.fill(typed);
  await page.reload();
  await expect(editor).toHaveValue(typed);
  await tonight.button('Save').tap();
  await expect(tonight.toast).toContainText('Your words are kept');
  await expect(page.getByRole('article')).toContainText('And then <slept>.');
  await tonight.closeToast();
  await page.getByRole('checkbox', { name: /Check the fix/ }).tap();
  await expect(tonight.toast).toContainText('Ticked off');
  await tonight.closeToast();
  await tonight.button(/^Put it off as a chore: Adjust the rota/).tap();
  await page.getByRole('dialog').getByRole('button', { name: '15 min' }).tap();
  await expect(page.getByText('Now a chore · 15 min')).toBeVisible();

  // A correction: the wake-up ended at 3:40, not at 3:20.
  await page.goto(`/#/nights/${NIGHT}`);
  await page.getByRole('listitem').getByRole('link').first().tap();
  await page.getByRole('listitem').getByRole('button', { name: /03:20/ }).tap();
  await page.getByLabel('At', { exact: true }).fill('03:40');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).tap();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.goto(`/#/nights/${NIGHT}/post-mortem`);
  await expect(page.getByText('The log has changed since')).toBeVisible();
  await tonight.button('Regenerate').tap();
  await expect(tonight.toast).toContainText('Up to date');
  await page.reload();

  await expectFiguresOf(page);
  const whole = await articleText(page);
  expect(whole).toContain(`${OWN_LINE} And then <slept>. Impact`);
  expect(whole).toContain('03:40 · Baby · Asleep again');
  expect(whole).not.toContain('infernalops');
  await expect(page.getByRole('checkbox', { name: /Check the fix/ })).toBeChecked();
  await expect(page.getByText('Now a chore · 15 min')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Put it off as a chore: Adjust the rota/ })).toHaveCount(0);
});

for (const [locale, theme] of [
  ['en-GB', 'night'],
  ['fr-FR', 'light'],
] as const) {
  test.describe(`on paper, ${locale}`, () => {
    test.use({ locale });

    test('only the text is printed, black on white', async ({ page }) => {
      await page.addInitScript((wanted) => {
        localStorage.setItem('infernalops.device', JSON.stringify({ state: { theme: wanted }, version: 0 }));
      }, theme);
      await page.goto('/#/nights/2026-11-16/post-mortem');
      const article = page.getByRole('article');
      await article.waitFor();
      await page.emulateMedia({ media: 'print' });
      const styles = await article.evaluate((element) => ({
        color: getComputedStyle(element).color,
        ground: getComputedStyle(document.body).backgroundColor,
      }));
      expect(styles).toEqual({ color: 'rgb(0, 0, 0)', ground: 'rgb(255, 255, 255)' });
      await expect(page.getByRole('button')).toHaveCount(0);
      await expect(page.getByRole('navigation')).toHaveCount(0);
      await expect(page.getByRole('checkbox').first()).toBeVisible();
    });
  });
}
