import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { toStoredIncident } from '@/db/storedIncident';
import type { Caregiver, Child } from '@/domain/rows/household';
import type { Cause, Entry, Incident, Outcome, Remedy } from '@/domain/rows/incident';
import {
  createAcknowledged,
  createDetected,
  createRemedy,
  createReopened,
  createResolved,
} from '@/domain/timeline/createEntry';
import type { Day, Instant, WallTime } from '@/lib/time';
import { addDays, instantOnWall } from '@/lib/zone';
import { DashboardPage } from './pages/dashboard';
import { TonightPage } from './pages/tonight';
import { CHROMIUM_ARGS, chromiumPath } from './support/chromium';
import { StaticHost } from './support/host';
import { putStored, readStored } from './support/storedRows';

/*
 * `npm run screenshots` takes the pictures of the README and of the web app manifests. They show
 * the production build with a household of two parents, always on the same night.
 */

const ZONE = 'Europe/Paris';
const TONIGHT = '2026-11-16' as Day;
const OUT = {
  manifest: new URL('../public/screenshots/', import.meta.url),
  docs: new URL('../docs/screenshots/', import.meta.url),
};

const instantOn = (day: Day, time: string): Instant =>
  instantOnWall(time < '12' ? addDays(day, 1) : day, time as WallTime, ZONE);

interface WakeUp {
  child: 0 | 1;
  from: string;
  to: string;
  up: 0 | 1;
  remedies: Remedy[];
  cause?: Cause;
  outcome?: Outcome;
  again?: [string, string];
}

/** Some nights before tonight, in order of time. */
const NIGHTS: WakeUp[][] = [
  [
    { child: 1, from: '22:40', to: '22:58', up: 0, remedies: ['feed'], cause: 'hunger' },
    { child: 1, from: '03:12', to: '03:51', up: 0, remedies: ['rocking', 'feed'], cause: 'teething' },
  ],
  [{ child: 1, from: '01:05', to: '01:24', up: 1, remedies: ['cuddle'], cause: 'noise' }],
  [
    { child: 0, from: '23:31', to: '23:40', up: 1, remedies: ['lie-down'], cause: 'nightmare' },
    { child: 1, from: '02:20', to: '02:46', up: 0, remedies: ['feed'], cause: 'hunger' },
    { child: 1, from: '04:48', to: '05:30', up: 0, remedies: ['feed', 'co-sleep'], cause: 'teething' },
  ],
  [
    {
      child: 1,
      from: '00:14',
      to: '00:31',
      up: 0,
      remedies: ['pacifier'],
      again: ['00:36', '01:02'],
      cause: 'teething',
    },
    { child: 0, from: '00:40', to: '00:55', up: 1, remedies: ['cuddle'], cause: 'noise' },
    { child: 1, from: '05:44', to: '05:52', up: 0, remedies: [], outcome: 'upForDay' },
  ],
];

const NAMES = {
  en: { children: ['Tom', 'Ben'], caregivers: ['Mum', 'Dad'] },
  fr: { children: ['Léo', 'Max'], caregivers: ['Maman', 'Papa'] },
} as const;

type Language = keyof typeof NAMES;

/** Names the people, sets up their rota, and logs the nights before tonight. */
async function setUpHousehold(page: Page, language: Language): Promise<void> {
  const names = NAMES[language];
  const now = instantOn(TONIGHT, '12:30');
  const [child] = await readStored(page, 'children');
  const caregivers = await readStored(page, 'caregivers');
  const children = [
    { ...child, name: names.children[0], birthDate: '2024-08-12', color: 'blue' },
    { ...child, id: 'second-child', name: names.children[1], birthDate: '2026-02-10', color: 'orange' },
  ];
  for (const row of children) await putStored(page, 'children', row);
  const [first, second] = caregivers.map(({ id }) => id);
  const [household] = await readStored(page, 'household');
  const slots = [
    { primary: second, secondary: first, handoverAt: '03:00' },
    { primary: first, secondary: second, handoverAt: '03:00' },
  ];
  await putStored(page, 'household', { ...household, rotation: { anchor: TONIGHT, slots } });
  const ids = children.map(({ id }) => id ?? '');
  for (const [index, wakeUps] of NIGHTS.entries()) {
    const day = addDays(TONIGHT, index - NIGHTS.length);
    for (const wakeUp of wakeUps) {
      const row = incidentOf(day, wakeUp, { child: ids[wakeUp.child] ?? '', up: caregivers[wakeUp.up]?.id ?? '', now });
      await putStored(page, 'incidents', toStoredIncident(row));
    }
  }
}

function incidentOf(
  day: Day,
  wakeUp: WakeUp,
  { child, up, now }: { child: string; up: string; now: Instant },
): Incident {
  const id = `${day} ${wakeUp.from}`;
  const moment = (time: string, afterMs = 0) => ({
    id: `${id} ${time} ${afterMs}`,
    at: (instantOn(day, time) + afterMs) as Instant,
    now,
  });
  const timeline: Entry[] = [
    createDetected(moment(wakeUp.from), null, 'tap'),
    createAcknowledged(moment(wakeUp.from, 60_000), up),
    ...wakeUp.remedies.map((remedy, index) => createRemedy(moment(wakeUp.from, (index + 2) * 150_000), up, remedy)),
    createResolved(moment(wakeUp.to), up, wakeUp.outcome ?? 'settled'),
  ];
  if (wakeUp.again)
    timeline.push(createReopened(moment(wakeUp.again[0])), createResolved(moment(wakeUp.again[1]), up, 'settled'));
  const fields = { id, updatedAt: now, deletedAt: null, childId: child, causeId: wakeUp.cause ?? null };
  return { ...fields, runbookId: null, note: '', forReport: false, mergedInto: null, timeline };
}

const host = await new StaticHost().start();
const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGS });

/** Opens the app on a phone of this household, at the given time of a night. */
async function openPhone(language: Language, now: Instant, options: BrowserContextOptions = {}): Promise<TonightPage> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    hasTouch: true,
    locale: language === 'fr' ? 'fr-FR' : 'en-GB',
    timezoneId: ZONE,
    colorScheme: 'light',
    ...options,
  });
  const page = await context.newPage();
  await page.clock.install({ time: now });
  await page.goto(host.url);
  const tonight = new TonightPage(page);
  await tonight.ready();
  // The texts of the day are loaded after the first frame.
  while ((await readStored(page, 'runbooks')).length === 0) await page.clock.runFor(100);
  await setUpHousehold(page, language);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.reload();
  await tonight.ready();
  return tonight;
}

async function shoot({ page }: { page: Page }, folder: keyof typeof OUT, name: string): Promise<void> {
  await mkdir(OUT[folder], { recursive: true });
  await page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, OUT[folder])) });
}

/** Logs a wake-up up to the call of level 1. */
async function playToLevel1(tonight: TonightPage): Promise<void> {
  const { page } = tonight;
  await tonight.wokeButton(/Ben|Max/).tap();
  await tonight.clock.waitFor();
  await page.clock.fastForward('00:44');
  await page.getByText(/^(Wake Dad|Réveiller Papa)$/).waitFor();
  await page.clock.runFor(11_000);
}

/** Continues until somebody is up. */
async function playToSomebodyUp(tonight: TonightPage): Promise<void> {
  const { page } = tonight;
  await tonight.button(/^(Dad is up|Papa est debout)$/).tap();
  await page.getByText(/^(Look first|Regarder)/).waitFor();
  await page.clock.fastForward('00:20');
  await tonight.button(/^(Done|Fait)$/).tap();
  await page.getByText(/^(Cuddle\.|Câlin\.)/).waitFor();
  await page.clock.fastForward('02:00');
  await tonight.button(/^(Cuddle|Câlin)$/).tap();
  await page.clock.fastForward('00:41');
}

/** Takes the morning review and the post-mortem after a night whose last end nobody tapped. */
async function shootMorningAfter(tonight: TonightPage, night: Day): Promise<void> {
  const { page } = tonight;
  const wakeUp = { child: 1, from: '03:40', to: '03:50', up: 0, remedies: ['feed'], cause: 'hunger' } as const;
  const [child] = (await readStored<Child>(page, 'children')).filter(({ name }) => name === NAMES.en.children[1]);
  const [mum] = (await readStored<Caregiver>(page, 'caregivers')).filter(({ name }) => name === NAMES.en.caregivers[0]);
  const people = { child: child?.id ?? '', up: mum?.id ?? '', now: instantOn(TONIGHT, '12:30') };
  const incident = incidentOf(night, { ...wakeUp, remedies: [...wakeUp.remedies] }, people);
  await putStored(page, 'incidents', toStoredIncident({ ...incident, timeline: incident.timeline.slice(0, -1) }));
  await page.goto(`${host.url}#/nights/review`);
  await tonight.button(/^Asleep again, about/).waitFor();
  await shoot(tonight, 'docs', 'review');
  await page.clock.fastForward('00:02');
  await tonight.button(/^Asleep again, about/).tap();
  await tonight.closeToast();
  await page.goto(`${host.url}#/nights/${night}/post-mortem`);
  await page.getByRole('article').waitFor();
  await shoot(tonight, 'docs', 'post-mortem');
}

for (const language of ['en', 'fr'] as const) {
  const tonight = await openPhone(language, instantOn(TONIGHT, '02:43'));
  await shoot(tonight, 'manifest', `${language}-idle`);
  if (language === 'en') await shoot(tonight, 'docs', 'tonight');
  await playToLevel1(tonight);
  await shoot(tonight, 'manifest', `${language}-incident`);
  if (language === 'en') await shoot(tonight, 'docs', 'runbook');
  await playToSomebodyUp(tonight);
  if (language === 'en') await shoot(tonight, 'docs', 'incident');
  await tonight.page.context().close();

  const morning = await openPhone(language, instantOn(addDays(TONIGHT, -1), '09:10'));
  await morning.page.goto(`${host.url}#/nights/${addDays(TONIGHT, -1)}`);
  await morning.page.getByRole('listitem').first().waitFor();
  await shoot(morning, 'manifest', `${language}-night`);
  if (language === 'en') await shoot(morning, 'docs', 'night');
  await morning.page.goto(`${host.url}#/nights`);
  await morning.page.getByRole('listitem').first().waitFor();
  if (language === 'en') await shoot(morning, 'docs', 'nights');
  await morning.page.goto(`${host.url}#/household/on-call`);
  await morning.page.getByRole('button', { name: /^(Tonight|Cette nuit), / }).waitFor();
  if (language === 'en') await shoot(morning, 'docs', 'on-call');
  if (language === 'en') await shootMorningAfter(morning, addDays(TONIGHT, -1));
  await morning.page.context().close();
}
const gameDay = await browser.newContext({
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  locale: 'en-GB',
  timezoneId: ZONE,
  colorScheme: 'light',
});
await gameDay.addInitScript(() => {
  if (sessionStorage.getItem('infernalops.gameday') === null) sessionStorage.setItem('infernalops.gameday', '7 fresh');
});
const dashboard = new DashboardPage(await gameDay.newPage());
await dashboard.page.clock.install({ time: instantOn(TONIGHT, '09:10') });
await dashboard.page.goto(`${host.url}#/dashboard`);
await dashboard.card('debt').waitFor();
// After a reload, the message of the first visit is not shown again.
await dashboard.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
await dashboard.page.reload();
await dashboard.span('4 weeks').click();
await dashboard.page.mouse.move(0, 0);
await dashboard.page.locator('[data-card="raster"] tbody tr').nth(27).waitFor({ state: 'attached' });
for (const [name, top] of [
  ['dashboard', 'last-night'],
  ['raster', 'raster'],
  ['recovery', 'recovery'],
] as const) {
  await dashboard.card(top).evaluate((card) => scrollTo(0, card.getBoundingClientRect().top + scrollY - 12));
  await shoot(dashboard, 'docs', name);
}
for (const [name, address, there] of [
  ['paediatrician', 'household/paediatrician', 'Print or save as PDF'],
  ['chores', 'household/chores', 'Put something off'],
] as const) {
  await dashboard.page.goto(`${host.url}#/${address}`);
  await dashboard.page.getByRole('button', { name: there }).waitFor();
  await dashboard.page.evaluate(() => scrollTo(0, 0));
  await shoot(dashboard, 'docs', name);
}
await browser.close();
await host.stop();
