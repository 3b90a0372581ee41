import { DashboardPage } from './pages/dashboard';
import { HouseholdPage } from './pages/household';
import { HomeServer } from './support/homeServer';
import { inStep, onCallPhones, type Phones, setNow } from './support/onCallPhones';
import { runReport } from './support/report';
import type { TestPhone } from './support/sharedPhone';
import { readIncidents, readStored } from './support/storedRows';
import { expect, test } from './support/test';

/*
 * The night of the story, told from two phones: her taps and his, a part of them without a network.
 * The times and the figures are those of the story on one phone (on-call.spec.ts).
 */

let server: HomeServer;
test.beforeEach(async () => {
  server = new HomeServer();
  await server.start();
});
test.afterEach(() => server.remove());

const NIGHT = '2026-11-16';
const setOffline = ({ hers, his }: Phones, isOffline: boolean) =>
  Promise.all([hers, his].map(({ context }) => context.setOffline(isOffline)));

const stepOf = ({ page }: TestPhone) => page.getByRole('main').getByRole('region');
const mark = ({ page }: TestPhone, text: RegExp) => expect(page.getByRole('main').getByText(text)).toBeVisible();
const toldThatSheIsUp = (phone: TestPhone) =>
  mark(phone, /^(Mum is up\. Back to sleep\.|Maman y est\. Rendormez-vous\.)$/);

/** Opens a page on both phones, waits until it has these texts, and compares all that it says. */
async function expectSameWords(
  { hers, his }: Phones,
  open: (phone: TestPhone) => Promise<unknown>,
  texts: readonly RegExp[],
): Promise<void> {
  for (const phone of [hers, his]) {
    await open(phone);
    for (const text of texts) await expect(phone.page.getByRole('main')).toContainText(text);
  }
  const wordsOf = ({ page }: TestPhone) => page.getByRole('main').textContent();
  await expect(async () => expect(await wordsOf(his)).toBe(await wordsOf(hers))).toPass();
}

for (const { locale, call } of [
  { locale: 'en-GB', call: 'elbow' },
  { locale: 'en-GB', call: 'page' },
  { locale: 'fr-FR', call: 'page' },
] as const) {
  test(`the night of the story, with ${call}s, told from two phones, reads alike on both, ${locale}`, async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    const phones = await onCallPhones(browser, server.url, locale);
    const { hers, his } = phones;

    // A child cries at 2:43. She taps, and his phone shows it; he sleeps.
    await setNow(phones, '02:43:00');
    await hers.tonight.wokeButton(/^(Baby|Bébé)/).tap();
    await expect(his.tonight.clock).toBeVisible();
    for (const { page } of [hers, his]) await expect(page.locator('html')).toHaveAttribute('data-theme', 'night');
    // After thirty seconds of grace, level 1 is called, and each phone says it to its holder.
    await setNow(phones, '02:43:30');
    await expect(stepOf(hers)).toContainText(/Wake Dad|Réveiller Papa/);
    await expect(stepOf(his)).toContainText(/Your turn, Dad|Au tour de Papa/);
    // Dad does not wake, so level 2 is called: herself.
    if (call === 'elbow') {
      await setNow(phones, '02:44:05');
      await hers.tonight.tapInMore(/^(Dad didn’t wake|Papa dort encore)$/);
    } else {
      await setNow(phones, '02:43:31');
      await hers.tonight.button(/^(Page Dad|Biper Papa)$/).tap();
      await expect(stepOf(his)).toContainText(/You are being paged|On vous bipe/);
      await expect(stepOf(hers)).toContainText(/Dad’s phone is ringing|Le téléphone de Papa sonne/);
      await setNow(phones, '02:44:31');
    }
    await expect(stepOf(hers)).toContainText(/Your turn, Mum|Au tour de Maman/);
    await setNow(phones, '02:44:40');
    await hers.tonight.button(/^(I’m up|J’y vais)$/).tap();
    await toldThatSheIsUp(his);
    await inStep(hers);
    await setNow(phones, '02:45:00');
    await hers.tonight.button(/^(Done|Fait)$/).tap();
    await setNow(phones, '02:46:00');
    await hers.tonight.button(/^(Cuddle|Câlin)$/).tap();
    await setNow(phones, '02:51:01');
    await hers.tonight.button(/^(Feed|Tétée, bib)$/).tap();
    await setNow(phones, '03:03:00');
    await hers.tonight.asleepAgainButton.tap();
    for (const { tonight } of [hers, his])
      await expect(tonight.title).toHaveText(/^(Recovered in|Rétabli en) 20\smin$/);

    // The fix does not hold: the child is awake again.
    await setNow(phones, '03:07:00');
    await hers.tonight.wokeButton(/^(Baby’s awake again|Bébé se réveille à nouveau)/).tap();
    await mark(his, /the fix didn’t hold|le correctif n’a pas tenu/);
    await setNow(phones, '03:07:20');
    await hers.tonight.button(/^(I’m going in|J’y vais)$/).tap();
    await toldThatSheIsUp(his);

    // The brother wakes, too. It is Dad's turn: his phone no longer tells him to sleep, he gets up.
    await setNow(phones, '03:10:00');
    await hers.tonight.button(/^Max (woke too|aussi)$/).tap();
    await expect(stepOf(his)).toContainText('Triage · Max');
    await setNow(phones, '03:10:30');
    await hers.tonight.button(/^(Done|Fait)$/).tap();
    await expect(stepOf(his)).toContainText(/Your turn, Dad|Au tour de Papa/);
    await inStep(his);
    await setNow(phones, '03:11:15');
    await his.tonight.button(/^(I’m up|J’y vais)$/).tap();
    await expect(stepOf(hers)).toContainText(/Change the nappy|Changer la couche/);

    // The network goes. Each looks after one child, and logs it on the phone at hand.
    await inStep(hers);
    await setOffline(phones, true);
    await setNow(phones, '03:13:00');
    await his.tonight.button(/^(Nappy|Couche)$/).tap();
    await setNow(phones, '03:20:00');
    await his.tonight.button(/^(Done|Fait)$/).tap();
    await hers.tonight.openMore();
    const sheet = hers.page.getByRole('dialog');
    await sheet.getByRole('button', { name: /^(Baby|Bébé)$/ }).tap();
    await sheet.getByRole('button', { name: /^(Cuddle|Câlin)$/ }).tap();
    await sheet.waitFor({ state: 'detached' });
    await setNow(phones, '04:14:30');
    await his.tonight.asleepAgainButton.tap();
    await expect(his.tonight.title).not.toHaveText(/Max/);
    await expect(hers.tonight.title).toHaveText(/Max/);
    for (const phone of [hers, his]) await mark(phone, /^(out of step|pas à jour)/);

    // The network is back: she sees that Max sleeps, and Dad's phone says that he may, too.
    await setOffline(phones, false);
    await expect(hers.tonight.title).not.toHaveText(/Max/);
    await inStep(hers);
    await toldThatSheIsUp(his);
    await setNow(phones, '04:15:00');
    await hers.tonight.asleepAgainButton.tap();
    for (const phone of [hers, his]) {
      await expect(phone.tonight.title).toHaveText(/^(Recovered in|Rétabli en) 1\sh\s32$/);
      await inStep(phone);
    }

    // Both hold the same two incidents, each with what was tapped on either phone.
    const [baby, max] = await readIncidents(hers.page);
    expect(timelineText(baby)).toEqual([
      '02:43:00 detected',
      ...CALLS[call],
      '02:44:40 acknowledged',
      '02:45:00 step',
      '02:46:00 remedy',
      '02:51:01 remedy',
      '03:03:00 resolved',
      '03:07:00 reopened',
      '03:07:20 acknowledged',
      '03:20:00 remedy',
      '04:15:00 resolved',
    ]);
    expect(timelineText(max)).toEqual([
      '03:10:00 detected',
      '03:10:30 escalated',
      '03:10:30 step',
      '03:11:15 acknowledged',
      '03:13:00 remedy',
      '03:20:00 step',
      '04:14:30 resolved',
    ]);
    expect(await readStored(his.page, 'incidents')).toEqual(await readStored(hers.page, 'incidents'));

    // In the morning the card, the page of the night and the dashboard say the same on both.
    for (const { page } of [hers, his]) await page.clock.setFixedTime(new Date('2026-11-17T08:00:00+01:00'));
    const openTonight = async ({ page, tonight }: TestPhone) => {
      await page.goto('/#/');
      await page.reload();
      await tonight.ready();
    };
    await expectSameWords(phones, openTonight, [
      /1\sh\s28/,
      /Morning review · 2|Revue du matin · 2/,
      /phones in step|téléphones à jour/,
    ]);
    const share = /86[.,]7\s?%/;
    const openNight = ({ page }: TestPhone) => page.goto(`/#/nights/${NIGHT}`);
    await expectSameWords(phones, openNight, [share, /1\sh\s32/, /1\sh\s04/]);
    // Over a week in which nothing else was logged. The median of 92 and 64.5 minutes is 78.25.
    const openDashboard = async ({ page }: TestPhone) => {
      const dashboard = new DashboardPage(page);
      await dashboard.open();
      await dashboard.span(/^7 (nights|nuits)$/).tap();
      // Level 1 was called at 2:43 and level 2 after it; in the triage Dad was called by voice.
      const rows = (await dashboard.table('escalations')).map((row) => row.slice(1, 3));
      expect(rows.map((row) => row.map((cell) => cell.replace(/\s/g, ''))).sort()).toEqual(ATTEMPTS[call]);
    };
    await expectSameWords(phones, openDashboard, [share, /1\sh\s18/]);

    // And so does the report on the command line, of a backup from either phone.
    const reports: string[] = [];
    for (const { page } of [hers, his]) {
      const backup = await (await new HouseholdPage(page).saveBackup()).path();
      const asked = { from: NIGHT, to: NIGHT, now: '2026-11-17T08:00:00+01:00' };
      reports.push(await runReport(backup, asked, ['--lang', locale.slice(0, 2)]));
    }
    expect(reports[1]).toBe(reports[0]);
    if (call === 'page') expect(reports[0]).toMatch(/rang for|a sonné pour/);
  });
}

/** What the timeline says of the call that Dad did not hear, and of the one to Mum after it. */
const CALLS = {
  elbow: ['02:43:30 escalated', '02:44:05 escalated', '02:44:05 noResponse'],
  page: ['02:43:31 delivered', '02:43:31 escalated', '02:44:31 escalated', '02:44:31 noResponse'],
};
const ATTEMPTS = {
  elbow: [
    ['1', '1'],
    ['2', '1'],
  ],
  // By voice, and then by page.
  page: [
    ['100%(1/1)', '0%(0/1)'],
    ['100%(1/1)', '–'],
  ],
};

/** Entries of one instant by their kind: a merge may have put them in another order. */
const timelineText = (incident: Awaited<ReturnType<typeof readIncidents>>[number] | undefined) =>
  incident?.timeline
    .toSorted((a, b) => a.at - b.at || (a.kind < b.kind ? -1 : 1))
    .map(({ at, kind }) => `${new Date(at + 3_600_000).toISOString().slice(11, 19)} ${kind}`);
