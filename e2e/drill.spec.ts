import type { BrowserContext, Page } from '@playwright/test';
import { DRILL_RATES, type SimulatedAnswer, simulatedAnswer } from '@/gameday/simulatedAnswer';
import { HouseholdPage } from './pages/household';
import { TonightPage } from './pages/tonight';
import { setTime } from './support/setTime';
import { readStored } from './support/storedRows';
import { expect, test, WITHOUT_SERVICE_WORKER } from './support/test';

/* A drill: the escalation by page, played in a GameDay, with Dad's phone simulated or by hand. */

test.use(WITHOUT_SERVICE_WORKER);

const TABLES = ['household', 'children', 'caregivers', 'incidents', 'nights', 'runbooks', 'meta'];
const GAMEDAY_KEY = 'infernalops.gameday';
const GAMEDAY_DATABASE = 'infernalops-gameday';
/** The screen of the night, whatever the hour at which the tests run. */
const at = (time: string) => `2026-11-17T${time}+01:00`;

interface StoredEntry {
  id: string;
  at: number;
  kind: string;
  to?: string;
  by?: string;
  via?: string;
  declined?: true;
}
interface StoredIncident {
  id: string;
  resolvedAt: number;
  timeline: StoredEntry[];
}
interface StoredRunbook {
  trigger: string;
  steps: { id: string; kind: string; level: number | null }[];
}

interface Drill {
  tonight: TonightPage;
  ids: { mum: string; dad: string };
  /** The timeline of the wake-up that is played. */
  timeline(): Promise<StoredEntry[]>;
  /** The rows of the real log, which a drill leaves as they are. */
  realLog(): Promise<unknown>;
}

/** Opens a GameDay at 2:43, lets a child wake, and waits until the grace time is over. */
async function beginDrill(page: Page): Promise<Drill> {
  await setTime(page, at('02:40:00'));
  const tonight = new TonightPage(page);
  await tonight.open();
  await tonight.wokeButton().waitFor();
  await page.evaluate((key) => sessionStorage.setItem(key, '7 fresh'), GAMEDAY_KEY);
  await page.reload();
  await tonight.wokeButton(/Gaspard/).waitFor();
  const caregivers = await readStored<{ id: string; name: string }>(page, 'caregivers', GAMEDAY_DATABASE);
  const idOf = (name: string) => caregivers.find((caregiver) => caregiver.name === name)?.id ?? '';
  return {
    tonight,
    ids: { mum: idOf('Mum'), dad: idOf('Dad') },
    async timeline() {
      const incidents = await readStored<StoredIncident>(page, 'incidents', GAMEDAY_DATABASE);
      return (
        incidents.find(({ timeline }) => timeline[0] && timeline[0].at >= Date.parse(at('02:43:00')))?.timeline ?? []
      );
    },
    realLog: async () => Promise.all(TABLES.map((table) => readStored(page, table))),
  };
}

async function wakeUp(page: Page, { tonight }: Drill): Promise<void> {
  await setTime(page, at('02:43:00'));
  await tonight.wokeButton(/Gaspard/).tap();
  await tonight.clock.waitFor();
  await setTime(page, at('02:43:40'));
  await tonight.button('Page Dad').waitFor();
}

/**
 * Gives the GameDay a seed with which Dad's phone does this about the page that comes next. Its id
 * is made of that of the wake-up and of the step.
 */
async function decide(page: Page, { timeline, ids }: Drill, is: (answer: SimulatedAnswer) => boolean): Promise<void> {
  const runbooks = await readStored<StoredRunbook>(page, 'runbooks', GAMEDAY_DATABASE);
  const step = runbooks
    .find(({ trigger }) => trigger === 'standard')
    ?.steps.find(({ kind, level }) => kind === 'escalate' && level === 1);
  const pageId = `${(await timeline())[0]?.id}/${step?.id}/escalated`;
  const seed = Array.from({ length: 2000 }, (_, index) => index).find((candidate) =>
    is(simulatedAnswer(pageId, { seed: candidate, ...DRILL_RATES })),
  );
  await page.evaluate(([key, value]) => sessionStorage.setItem(key, value), [
    GAMEDAY_KEY,
    `${seed} ${ids.mum}`,
  ] as const);
}

/** A child wakes and Dad is paged, whose simulated phone does this. */
async function pageDad(page: Page, drill: Drill, is: (answer: SimulatedAnswer) => boolean): Promise<void> {
  await wakeUp(page, drill);
  await decide(page, drill, is);
  await drill.tonight.button('Page Dad').tap();
}

const kindsOf = (timeline: readonly StoredEntry[]) => timeline.map(({ kind, declined }) => (declined ? "can't" : kind));
const soon = (answer: SimulatedAnswer) => (answer.answerAfterMs ?? 0) < 4200;
/** The clock stands still, so a phone counts its seconds once more after it has rung. */
const ANSWER_TIMEOUT = { timeout: 30_000 };

test('Dad’s simulated phone rings and says “I’m up”, and the real log knows nothing of it', async ({ page }) => {
  const drill = await beginDrill(page);
  const before = await drill.realLog();
  await pageDad(page, drill, (answer) => answer.answer === 'up' && soon(answer));
  await expect
    .poll(async () => kindsOf(await drill.timeline()), ANSWER_TIMEOUT)
    .toEqual(['detected', 'escalated', 'delivered', 'acknowledged']);
  const [cry, escalated, delivered, up] = await drill.timeline();
  // This phone is Mum's, and Dad is on call.
  expect([cry?.by, escalated?.to, escalated?.via, delivered?.to, up?.by]).toEqual([
    drill.ids.mum,
    drill.ids.dad,
    'page',
    drill.ids.dad,
    drill.ids.dad,
  ]);
  const ringsAfterMs = (delivered?.at ?? 0) - (escalated?.at ?? 0);
  expect(ringsAfterMs).toBeGreaterThanOrEqual(1500);
  expect(ringsAfterMs).toBeLessThan(10_000);
  await expect(page.getByText('Dad is up. Go back to sleep.')).toBeVisible();
  expect(await drill.realLog()).toEqual(before);
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(drill.ids.mum);
});

test('it can’t, and the step of the other one begins at once', async ({ page }) => {
  const drill = await beginDrill(page);
  await pageDad(page, drill, (answer) => answer.answer === 'declined' && soon(answer));
  await expect
    .poll(async () => kindsOf(await drill.timeline()), ANSWER_TIMEOUT)
    .toEqual(['detected', 'escalated', 'delivered', "can't"]);
  await expect(page.getByText('Your turn, Mum')).toBeVisible();
});

test('it rings in vain: nothing is answered, and after the step’s two minutes it is the next level', async ({
  page,
}) => {
  const drill = await beginDrill(page);
  await pageDad(page, drill, ({ answer }) => answer === null);
  await expect.poll(async () => kindsOf(await drill.timeline())).toEqual(['detected', 'escalated', 'delivered']);
  await expect(page.getByText('Dad is being paged')).toBeVisible();
  await setTime(page, at('02:45:45'));
  await expect(page.getByText('Your turn, Mum')).toBeVisible();
  expect(kindsOf(await drill.timeline())).toEqual(['detected', 'escalated', 'delivered']);
});

test('in a second window Dad’s phone is played by hand: what he taps is said in hers', async ({ page, context }) => {
  const drill = await beginDrill(page);
  const before = await drill.realLog();
  const his = await openHisWindow(page, context, drill);
  await drill.tonight.open();
  // The simulation would say "I can't".
  await pageDad(page, drill, ({ answer }) => answer === 'declined');
  await expect.poll(async () => kindsOf(await drill.timeline())).toEqual(['detected', 'escalated', 'delivered']);
  // A phone that is there rings at once; a simulated one after a second and a half at least.
  const [, escalated, delivered] = await drill.timeline();
  expect((delivered?.at ?? 0) - (escalated?.at ?? 0)).toBeLessThan(1500);
  await expect(his.button(/^I can’t$/)).toBeVisible();
  await setTime(page, at('02:43:45'));
  await his.button(/^I’m up$/).tap();
  await expect
    .poll(async () => kindsOf(await drill.timeline()))
    .toEqual(['detected', 'escalated', 'delivered', 'acknowledged']);
  await expect(page.getByText('Dad is up. Go back to sleep.')).toBeVisible();
  expect(await drill.realLog()).toEqual(before);
});

test('once his window is closed, his phone is simulated again', async ({ page, context }) => {
  const drill = await beginDrill(page);
  const his = await openHisWindow(page, context, drill);
  await his.page.close();
  await drill.tonight.open();
  await pageDad(page, drill, (answer) => answer.answer === 'up' && soon(answer));
  await expect
    .poll(async () => kindsOf(await drill.timeline()), ANSWER_TIMEOUT)
    .toEqual(['detected', 'escalated', 'delivered', 'acknowledged']);
});

/** Opens Dad's phone as the page of the GameDay offers it, and waits until it is played by hand. */
async function openHisWindow(page: Page, context: BrowserContext, { ids }: Drill): Promise<TonightPage> {
  await new HouseholdPage(page).open('gameday');
  const opened = context.waitForEvent('page');
  await page.getByRole('button', { name: 'Open Dad’s phone in another window' }).tap();
  const his = new TonightPage(await opened);
  await his.ready();
  await expect(his.page.getByText('Dad’s phone.')).toBeVisible();
  await expect
    .poll(() => page.evaluate(async () => (await navigator.locks.query()).held?.map(({ name }) => name) ?? []))
    .toContain(`infernalops-gameday-phone ${ids.dad}`);
  return his;
}
