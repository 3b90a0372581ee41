import type { Page } from '@playwright/test';
import { DashboardPage } from './pages/dashboard';
import { HouseholdPage } from './pages/household';
import { TonightPage } from './pages/tonight';
import { expectWithinReach } from './support/expectWithinReach';
import { reportFigures, runReport } from './support/report';
import { setTime } from './support/setTime';
import { readIncidents } from './support/storedRows';
import { expect, test, WITHOUT_SERVICE_WORKER } from './support/test';

test.use(WITHOUT_SERVICE_WORKER);

const EVENING = '2026-11-16T21:00:00+01:00';
/** The household is made before the night begins, so the figures know of all eleven hours. */
const AFTERNOON = '2026-11-16T18:00:00+01:00';
const NIGHT = '2026-11-16';

/** Sets the clock to this time in the night from the 16th to the 17th. */
const setNow = (page: Page, time: string) =>
  setTime(page, `${time < '12' ? '2026-11-17' : '2026-11-16'}T${time}+01:00`);

const expectStep = (page: Page, text: string | RegExp) =>
  expect(page.getByRole('main').getByRole('region')).toContainText(text);

/** Sets up two boys and a rota: Dad is always on call, Mum is second and holds this phone. */
async function setUp(page: Page): Promise<TonightPage> {
  await page.clock.setFixedTime(new Date(AFTERNOON));
  const tonight = new TonightPage(page);
  const household = new HouseholdPage(page);
  await tonight.open('#/household/children');
  await tonight.button(/^(Add a child|Ajouter un enfant)$/).tap();
  await page.getByRole('textbox', { name: /^(Name|Prénom)$/ }).fill('Max');
  await tonight.button(/^(Save|Enregistrer)$/).tap();
  await expect(tonight.toast).toHaveText(/Max/);
  const among = (group: RegExp, name: RegExp) => page.getByRole('group', { name: group }).getByRole('button', { name });
  await household.choose('phone', /^(Mum|Maman)$/);
  await page.goto('/#/household/on-call');
  await tonight.button(/^(Always the same one|Toujours la même personne)$/).tap();
  await among(/^(Who has the nights|Qui veille)/, /^(Dad|Papa)/).tap();
  await expect(tonight.button(/^(Tonight|Cette nuit), .*: (Dad, then Mum|Papa, puis Maman)$/)).toBeVisible();
  await page.clock.setFixedTime(new Date(EVENING));
  await page.goto('/#/');
  await page.reload();
  await tonight.ready();
  return tonight;
}

test('the night page, the dashboard and the report agree on the night of the story', async ({ page }) => {
  test.setTimeout(120_000);
  const tonight = await setUp(page);
  await expect(page.getByRole('main')).toContainText('Dad has it');

  // A child cries at 2:43. After thirty seconds of grace, level 1 is called.
  await setNow(page, '02:43:00');
  await tonight.wokeButton(/Baby/).tap();
  await expectStep(page, 'Hands off');
  await setNow(page, '02:43:20');
  await expectStep(page, '0:10');
  await setNow(page, '02:43:30');
  await expectStep(page, 'Wake Dad');
  // Dad does not wake, so level 2 is called at once.
  await setNow(page, '02:44:05');
  await tonight.button('Dad didn’t wake').tap();
  await expectStep(page, 'Your turn, Mum');
  await setNow(page, '02:44:20');
  await tonight.button('I’m up').tap();
  await expectStep(page, 'Look first');
  await setNow(page, '02:45:00');
  await tonight.button('Done').tap();
  await expectStep(page, 'Cuddle');
  await setNow(page, '02:46:00');
  await tonight.button(/^Cuddle$/).tap();
  await expectStep(page, '5:00');
  await setNow(page, '02:51:01');
  await expectStep(page, 'Feed');
  await tonight.button(/^Feed$/).tap();
  await expect(page.getByRole('main').getByRole('region')).toHaveCount(0);
  await setNow(page, '03:03:00');
  await tonight.asleepAgainButton.tap();
  await expect(tonight.title).toHaveText('Recovered in 20 min');

  // The fix does not hold: the child is awake again.
  await setNow(page, '03:07:00');
  await tonight.wokeButton(/Baby’s awake again/).tap();
  await expect(page.getByText('P0 · the fix didn’t hold')).toBeVisible();
  await setNow(page, '03:07:20');
  // Mum holds the phone.
  await tonight.button('I’m going in').tap();
  await expect(tonight.latest('Mum is up · 03:07')).toBeVisible();

  // The brother wakes, too, with a full nappy. The triage gives each child one adult.
  await setNow(page, '03:10:00');
  await tonight.button('Max woke too').tap();
  await expectStep(page, 'Triage · Max');
  await setNow(page, '03:10:30');
  await tonight.button('Done').tap();
  await expectStep(page, 'Wake Dad');
  await setNow(page, '03:11:15');
  await tonight.button('Dad is up').tap();
  await expectStep(page, 'Change the nappy');
  await setNow(page, '03:13:00');
  await tonight.button(/^Nappy$/).tap();
  await expectStep(page, 'Sheets');
  await setNow(page, '03:20:00');
  await tonight.button('Done').tap();
  await setNow(page, '03:40:00');
  // The clocks of both incidents run.
  await expect(page.getByRole('group', { name: 'Max' }).getByRole('timer')).toHaveText('30:00');
  await expect(page.getByRole('group', { name: 'Baby' }).getByRole('timer')).toHaveText('33:00');
  await setNow(page, '04:14:30');
  await tonight.asleepAgainButton.tap();
  await expect(tonight.title).toHaveText(/Baby/);
  await setNow(page, '04:15:00');
  await tonight.asleepAgainButton.tap();
  await expect(tonight.title).toHaveText('Recovered in 1 h 32');

  const [baby, max] = await readIncidents(page);
  expect(timelineText(baby)).toEqual([
    '02:43:00 detected',
    '02:43:30 escalated',
    '02:44:05 noResponse',
    '02:44:05 escalated',
    '02:44:20 acknowledged',
    '02:45:00 step',
    '02:46:00 remedy',
    '02:51:01 remedy',
    '03:03:00 resolved',
    '03:07:00 reopened',
    '03:07:20 acknowledged',
    '04:15:00 resolved',
  ]);
  expect(timelineText(max)).toEqual([
    '03:10:00 detected',
    '03:10:30 step',
    '03:10:30 escalated',
    '03:11:15 acknowledged',
    '03:13:00 remedy',
    '03:20:00 step',
    '04:14:30 resolved',
  ]);

  // In the morning three pages agree. The figures of the report are worked out by hand.
  await page.clock.setFixedTime(new Date('2026-11-17T08:00:00+01:00'));
  const backup = await (await new HouseholdPage(page).saveBackup()).path();
  const reportOptions = { from: NIGHT, to: NIGHT, now: '2026-11-17T07:00:00Z' };
  const figures = await reportFigures(backup, reportOptions);
  expect(figures.incidents).toMatchObject({ counted: 2, reopened: 1, open: 0, falseAlarms: 0 });
  // 92 minutes and 64.5.
  expect(figures.mttr).toMatchObject({ n: 2, median: 78.25 });
  // A child was awake from 2:43 to 3:03 and from 3:07 to 4:15, of eleven hours.
  expect(figures.availability.household).toBeCloseTo(1 - 88 / 660, 10);
  expect(figures.double).toEqual({ count: 1, minutes: 64.5 });
  const [mum, dad] = Object.keys(figures.fatigue.byCaregiver);
  if (!mum || !dad) throw new Error('who is in the household?');
  expect(figures.escalations.byCaregiver[dad]).toEqual({ attempts: 2, answered: 1, rate: 0.5 });
  expect(figures.escalations.byCaregiver[mum]).toEqual({ attempts: 1, answered: 1, rate: 1 });
  expect(figures.fatigue.byCaregiver[dad]).toMatchObject({ interventions: 1, noResponses: 1 });
  expect(figures.runbooks).toMatchObject({ standard: 1, double: 1, none: 0 });
  expect(figures.load.rotaAdherence).toBe(0.5);
  const words = (await runReport(backup, reportOptions)).replace(/\s+/g, ' ');
  for (const expectedText of [/1 h 18/, /86\.7/, /Standard incident/]) expect(words).toMatch(expectedText);

  // The dashboard shows the same over a week in which nothing else was logged.
  const dashboard = new DashboardPage(page);
  await dashboard.open();
  await dashboard.span('7 nights').tap();
  await expect(dashboard.keyFigure('mttr')).toHaveText('1 h 18');
  await expect(dashboard.keyFigure('availability')).toHaveText('86.7%');
  expect(await dashboard.table('escalations')).toEqual(
    expect.arrayContaining([
      ['Dad', '2', '1', '50%'],
      ['Mum', '1', '1', '100%'],
    ]),
  );
  expect((await dashboard.table('runbooks')).map(([name, count]) => [name, count])).toEqual(
    expect.arrayContaining([
      ['Standard incident', '1'],
      ['Double incident: allow an hour', '1'],
    ]),
  );

  // The page of the night shows the same.
  await page.goto(`/#/nights/${NIGHT}`);
  const main = page.getByRole('main');
  for (const expectedText of ['86.7%', '1 h 04', 'Standard incident', 'Double incident: allow an hour'])
    await expect(main).toContainText(expectedText);
});

for (const locale of ['en-GB', 'fr-FR']) {
  test.describe(`with one thumb, ${locale}`, () => {
    test.use({ locale });

    test('in a whole night, all buttons are at least 64 px and within the lower two thirds', async ({ page }) => {
      test.setTimeout(120_000);
      const tonight = await setUp(page);
      const [maxToo, max] = [tonight.button(/^Max (woke too|aussi)/), tonight.wokeButton(/^Max/)];
      const sheet = page.getByRole('dialog');
      const close = sheet.getByRole('button', { name: /^(Close|Fermer)$/ });
      const reach = (state: string) => expectWithinReach(page, state);

      await reach('the evening, two children, who is on call, good night');
      expect((await max.boundingBox())?.height).toBeGreaterThanOrEqual(Math.floor(844 * 0.25));
      await tonight.button(/^(Tonight|Cette nuit|Dad|Papa)/).tap();
      await sheet.waitFor();
      await reach('the swap');
      await sheet.getByRole('button').nth(1).tap();
      await expect(tonight.toast).toHaveText(/(Mum|Maman), (then|puis)/);
      await tonight.undoButton.tap();
      await tonight.button(/^(Good night|Bonne nuit)$/).tap();
      await expect(tonight.toast).toHaveText(/21:00/);

      await setNow(page, '02:43:00');
      await reach('at night');
      await tonight.wokeButton().tap();
      await tonight.clock.waitFor();
      await reach('grace');
      await tonight.button(/^(Since|Depuis)/).tap();
      await sheet.waitFor();
      await reach('when did it start');
      await close.tap();
      await tonight.openMore();
      await reach('what else');
      await tonight.button(/^(A note|Un mot)/).tap();
      await page.getByRole('textbox').waitFor();
      await reach('a note');
      await close.tap();
      await tonight.tapInMore(/^(Another runbook|Autre procédure)/);
      await tonight.button(/^(No runbook|Sans procédure)/).waitFor();
      await reach('another runbook');
      await close.tap();

      await setNow(page, '02:43:40');
      await expectStep(page, /Wake Dad|Réveiller Papa/);
      await reach('level 1');
      await tonight.button(/^(Dad didn’t wake|Papa dort encore)/).tap();
      await expectStep(page, /Your turn, Mum|Au tour de Maman/);
      await setNow(page, '02:44:00');
      await reach('level 2');
      await tonight.button(/^(I’m up|J’y vais)/).tap();
      await expectStep(page, /Look first|Regarder/);
      await reach('a look');
      await setNow(page, '02:44:30');
      await tonight.button(/^(Done|Fait)$/).tap();
      await expectStep(page, /Cuddle|Câlin/);
      await reach('a remedy');
      await setNow(page, '02:50:00');
      await maxToo.tap();
      await expectStep(page, 'Triage · Max');
      await reach('triage');
      await setNow(page, '02:51:00');
      await tonight.button(/^(Done|Fait)$/).tap();
      await expectStep(page, /Wake Dad|Réveiller Papa/);
      await reach('triage, help');
      await setNow(page, '03:03:00');
      await tonight.asleepAgainButton.tap();
      // The title of both names begins with this name, too, so the wait is for the one name.
      await expect(tonight.title).toHaveText(/^(Baby|Bébé)(?!.*Max)/);
      await setNow(page, '03:04:00');
      await tonight.asleepAgainButton.tap();
      await expect(tonight.title).toHaveText(/21\smin/);
      await reach('afterwards');
      await setNow(page, '03:04:10');
      await tonight.button(/^(Nappy|Couche)$/).tap();
      await expect(tonight.button(/^(Nappy|Couche)$/)).toHaveAttribute('aria-pressed', 'true');

      await setNow(page, '06:30:00');
      const morning = tonight.button(/^(Good morning|Bonjour)$/);
      await morning.waitFor();
      await reach('good morning');
      await morning.tap();
      await expect(tonight.title).toHaveText(/Night closed|Nuit terminée/);
      await reach('the night closed');
    });
  });
}

const timelineText = (incident: Awaited<ReturnType<typeof readIncidents>>[number] | undefined) =>
  incident?.timeline.map(({ at, kind }) => `${new Date(at + 3_600_000).toISOString().slice(11, 19)} ${kind}`);
