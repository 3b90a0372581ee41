import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { HouseholdPage } from './pages/household';
import { TonightPage } from './pages/tonight';
import { formatMinutes, formatPercent } from './support/formatFigures';
import { reportFigures } from './support/report';
import { setTime } from './support/setTime';
import { expect, test, WITHOUT_SERVICE_WORKER } from './support/test';

test.use(WITHOUT_SERVICE_WORKER);

const NIGHT = '2026-11-17';

const setNow = (page: Page, at: string) => setTime(page, `${at}+01:00`);

/**
 * A GameDay whose last night nobody logged. The test then logs the next night by hand, with the
 * usual gaps: no end, no cause.
 */
async function playBadlyLoggedNight(page: Page): Promise<TonightPage> {
  await page.addInitScript(() => {
    if (sessionStorage.getItem('infernalops.gameday') === null)
      sessionStorage.setItem('infernalops.gameday', '7 fresh');
  });
  await setNow(page, '2026-11-16T21:00:00');
  const tonight = new TonightPage(page);
  await tonight.open();
  await tonight.wokeButton(/Gaspard/).waitFor();
  // Nobody has said whose phone this is, so a tap does not say who was up.
  await page.evaluate(() => sessionStorage.setItem('infernalops.gameday', '7'));
  await page.reload();
  await tonight.wokeButton(/Gaspard/).waitFor();

  // The child sleeps, then wakes again: 12 minutes later by the tap, 7 after the correction.
  await setNow(page, '2026-11-17T22:58:40');
  await tonight.wokeButton(/Gaspard/).tap();
  await setNow(page, '2026-11-17T23:05:10');
  await tonight.asleepAgainButton.tap();
  await expect(tonight.title).toHaveText('Recovered in 6 min');
  await setNow(page, '2026-11-17T23:17:30');
  await tonight.wokeButton(/Gaspard/).tap();
  await expect(tonight.clock).toHaveText('00:00');
  await tonight.button(/^Since/).tap();
  await tonight.button(/5 min/).first().tap();
  await expect(tonight.clock).toHaveText('05:00');
  await setNow(page, '2026-11-17T23:20:00');
  await tonight.tapInMore(/^Mum is up$/);
  await setNow(page, '2026-11-17T23:31:00');
  await tonight.asleepAgainButton.tap();
  await expect(tonight.title).toHaveText('Recovered in 18 min');

  // The last end is never tapped.
  await setNow(page, '2026-11-18T03:10:00');
  await tonight.wokeButton(/Gaspard/).tap();
  await setNow(page, '2026-11-18T03:14:00');
  await tonight.tapInMore(/^Feed$/);
  await expect(tonight.latest('Feed · 03:14')).toBeVisible();

  await setNow(page, '2026-11-18T08:10:00');
  await page.reload();
  await tonight.ready();
  return tonight;
}

/**
 * Answers a card after it was shown for a moment, as a person does. The app ignores a tap at the
 * instant at which the card appears, because it takes it for the second tap of a double tap.
 */
async function answerCard(page: Page, name: string | RegExp): Promise<void> {
  const question = await questionHeading(page).textContent();
  await page.clock.setFixedTime((await page.evaluate(() => Date.now())) + 1000);
  await page.getByRole('main').getByRole('button', { name }).tap();
  await expect(questionHeading(page)).not.toHaveText(question ?? '');
}

const PAGE_COUNT_TEXTS = ['', 'One page', '2 pages', '3 pages'];

const questionHeading = (page: Page) => page.getByRole('main').getByRole('heading', { level: 2 });

/** Returns the items of a section of the post-mortem, with plain spaces. */
const itemsOf = async (page: Page, part: string): Promise<string[]> => {
  const heading = page.getByRole('article').getByRole('heading', { name: part, exact: true });
  const items = heading.locator('xpath=following-sibling::*[1]').getByRole('listitem');
  return (await items.allTextContents()).map((item) => item.replace(/\s+/g, ' '));
};

test('a GameDay’s morning goes from forgotten taps to a post-mortem with the figures of the report', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const tonight = await playBadlyLoggedNight(page);
  // On Tonight the incident is still open.
  await expect(tonight.clock).toBeVisible();
  await page.getByRole('link', { name: /^Morning review/ }).tap();

  await expect(questionHeading(page)).toHaveText('Gaspard, 03:10: never closed');
  await answerCard(page, /^Asleep again, about/);
  await expect(questionHeading(page)).toHaveText('Gaspard: one wake-up, or two?');
  await tonight.undoButton.tap();
  await expect(questionHeading(page)).toHaveText('Gaspard, 03:10: never closed');
  await answerCard(page, /^Asleep again, about/);

  await expect(page.getByRole('main')).toContainText('7 min of sleep in between.');
  await answerCard(page, 'One wake-up');

  // Each card is answered until no question is left.
  const asked: string[] = [];
  for (;;) {
    const question = (await questionHeading(page).textContent()) ?? '';
    if (question === 'All clear') break;
    asked.push(question.replace(/\s+/g, ' '));
    await answerCard(page, question.includes('who') ? 'Mum' : question.includes('why') ? 'Hunger' : 'All quiet');
  }
  expect(asked).toEqual([
    'Gaspard, 03:10: who was up?',
    'Gaspard, 22:58: why, do you think?',
    'Gaspard, 03:10: why, do you think?',
    'Nothing logged. All quiet?',
  ]);

  await page.getByRole('link', { name: 'File its post-mortem' }).tap();
  await page.getByRole('article').waitFor();
  const [impact, worked, escalations, lucky] = [
    await itemsOf(page, 'Impact'),
    await itemsOf(page, 'What worked, and whether it held'),
    await itemsOf(page, 'Escalations'),
    await itemsOf(page, 'What we were lucky with'),
  ];
  const summary = ((await page.getByRole('article').locator('p').first().textContent()) ?? '').replace(/\s+/g, ' ');

  const backup = await (await new HouseholdPage(page).saveBackup()).path();
  const { caregivers } = JSON.parse(await readFile(backup, 'utf8')) as { caregivers: { id: string; name: string }[] };
  const figures = await reportFigures(backup, { from: NIGHT, to: NIGHT, now: '2026-11-18T07:10:00Z' });
  const [night] = figures.nights;
  const { feed } = figures.remedies;
  if (!night || !feed) throw new Error('what happened in the night?');

  // The incident was reopened once and Mum was up both times. The forgotten end is a guess, so it
  // counts in no recovery time.
  expect(figures.incidents).toEqual({ counted: 2, falseAlarms: 0, selfSettled: 0, reopened: 1, open: 0 });
  expect(figures.mttr.n).toBe(1);
  expect(summary).toContain(
    `2 wake-ups between 20:00 and 07:00. The sleep service was down for ${formatMinutes(night.downtime)}.`,
  );
  expect(impact).toEqual([
    `Down time: ${formatMinutes(night.downtime)} of 11 h 00`,
    `Sleep availability: ${formatPercent(night.availability)} (objective: 90%)`,
    `Recovery, median: ${formatMinutes(figures.mttr.median)}`,
    ...caregivers.map(({ id, name }) => {
      const count = figures.fatigue.byCaregiver[id]?.interventions ?? 0;
      const interventionsText = ['no intervention', 'one intervention'][count] ?? `${count} interventions`;
      return `Sleep lost by ${name}: ${formatMinutes(figures.load.byCaregiver[id]?.awakeMinutes)}; ${interventionsText}`;
    }),
  ]);
  expect(worked).toEqual([
    `Feed: last before sleep once, ${formatMinutes(feed.recovery.median)} later; held for an hour: ${formatPercent(feed.held)}`,
  ]);
  // Nobody was woken by a call. That Mum was up after the grace timer answers the runbook's step
  // that calls her.
  expect(escalations).toEqual(
    caregivers.flatMap(({ id, name }) => {
      const { attempts, answered } = figures.escalations.byCaregiver[id] ?? { attempts: 0, answered: 0 };
      return attempts === 0
        ? []
        : [`${PAGE_COUNT_TEXTS[attempts]} to ${name}: ${answered === 0 ? 'none' : answered} answered`];
    }),
  );
  expect(lucky).toEqual([
    `The longest stretch of quiet lasted ${formatMinutes(night.longestStretch)}.`,
    expect.stringMatching(/slept through all of it\.$/),
    'Nobody went over their limit of interventions.',
  ]);

  // No question is left, and the night without a word is now a quiet night.
  await page.goto('/#/nights');
  await expect(page.getByRole('link', { name: /Mon 16 Nov.*nobody woke/ })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Morning review/ })).toHaveCount(0);
});
