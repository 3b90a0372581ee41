import { mkdir, writeFile } from 'node:fs/promises';
import { chromium, type Locator, type Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { SECOND_MS } from '@/lib/time';
import { DashboardPage } from './pages/dashboard';
import { HouseholdPage } from './pages/household';
import type { TonightPage } from './pages/tonight';
import { CHROMIUM_ARGS, chromiumPath } from './support/chromium';
import { StaticHost } from './support/host';
import { encodePng } from './support/indexedPng';
import { indexPicture, paletteOf } from './support/palette';
import { instantOn, LAST_NIGHT, type Language, putWakeUp, TONIGHT } from './support/pictureHousehold';
import { moveClock, openPage, openPhone, openTonight, passUntil } from './support/picturePhone';

/*
 * `npm run screenshots` takes the pictures of the README and of the web app manifests. They show
 * the production build with a household of two parents, always on the same night.
 */

const OUT = {
  manifest: new URL('../public/screenshots/', import.meta.url),
  docs: new URL('../docs/screenshots/', import.meta.url),
};

const host = await new StaticHost().start();
const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGS });

async function shoot({ page }: { page: Page }, folder: keyof typeof OUT, name: string): Promise<void> {
  await mkdir(OUT[folder], { recursive: true });
  const picture = PNG.sync.read(await page.screenshot({ animations: 'disabled' }));
  const palette = paletteOf([picture]);
  await writeFile(new URL(`${name}.png`, OUT[folder]), encodePng(indexPicture(picture, palette), palette));
}

/** Taps, and waits until something is on the screen. */
async function tapUntil({ page }: TonightPage, button: Locator, shown: RegExp): Promise<void> {
  await button.tap();
  await passUntil(page, page.getByRole('main').getByText(shown));
}

/** Plays a night: a wake-up, the grace time, a page, and what is tried; then the other child. */
async function shootNight(language: Language): Promise<void> {
  const shootDocs = (name: string) => (language === 'en' ? shoot(tonight, 'docs', name) : null);
  const tonight = await openTonight(browser, host.url, language);
  const { page } = tonight;
  const passTo = (time: string, seconds: number) => moveClock(page, instantOn(TONIGHT, time) + seconds * SECOND_MS);
  await shoot(tonight, 'manifest', `${language}-idle`);
  await shootDocs('tonight');

  await tapUntil(tonight, tonight.wokeButton(/Ben|Max/), /^(Hands off|Ne toucher)/);
  await passTo('02:43', 12);
  await shootDocs('grace');
  await passTo('02:43', 55);
  await passUntil(page, page.getByText(/^(Wake Dad|Réveiller Papa)$/));
  await shoot(tonight, 'manifest', `${language}-incident`);

  await tapUntil(tonight, tonight.button(/^(Dad is up|Papa est debout)$/), /^(Look first|Regarder)/);
  await passTo('02:44', 20);
  await tapUntil(tonight, tonight.button(/^(Done|Fait)$/), /^(Cuddle\.|Câlin\.)/);
  await passTo('02:46', 30);
  await tapUntil(tonight, tonight.button(/^(Cuddle|Câlin)$/), /^(Cuddle|Câlin) · /);
  await passTo('02:47', 11);
  await shootDocs('incident');
  await tapUntil(tonight, tonight.button(/^(Tom woke too|Léo aussi)$/), /2 services/);
  await passTo('02:48', 2);
  await shootDocs('double');
  await page.context().close();
}

/** Takes the morning after last night: Tonight by day, the night, the nights, and Household. */
async function shootMorning(language: Language): Promise<void> {
  const morning = await openPhone(browser, host.url, language, instantOn(LAST_NIGHT, '09:10'));
  const { page } = morning;
  const open = async (address: string, shown: Locator) => {
    await page.goto(`${host.url}#/${address}`);
    await passUntil(page, shown);
  };
  await open(`nights/${LAST_NIGHT}`, page.getByRole('listitem'));
  await shoot(morning, 'manifest', `${language}-night`);
  if (language === 'en') {
    await shoot(morning, 'docs', 'night');
    await open('', page.getByRole('heading', { name: 'Last night' }));
    await shoot(morning, 'docs', 'day');
    await open('nights', page.getByRole('link', { name: /^Thu 12 Nov/ }));
    await shoot(morning, 'docs', 'nights');
    await morning.button(/^Calendar$/).tap();
    await passUntil(page, page.getByRole('link', { name: /Oct.*: \d+ wake-ups/ }));
    await shoot(morning, 'docs', 'calendar');
    await open('household', new HouseholdPage(page).row('Rota'));
    await passUntil(page, page.getByText(/may clear it|promised/));
    await shoot(morning, 'docs', 'household');
    await open('household/on-call', morning.button(/^Tonight, /));
    await shoot(morning, 'docs', 'on-call');
    await shootMorningAfter(morning);
  }
  await page.context().close();
}

/** Takes the morning review and the post-mortem after a night whose last end nobody tapped. */
async function shootMorningAfter(morning: TonightPage): Promise<void> {
  const { page } = morning;
  await putWakeUp(
    page,
    LAST_NIGHT,
    { child: 1, from: '05:44', to: '05:52', up: 0, remedies: ['cuddle'] },
    instantOn(LAST_NIGHT, '09:10'),
    true,
  );
  await page.goto(`${host.url}#/nights/review`);
  await passUntil(page, morning.button(/^Asleep again, about/));
  await shoot(morning, 'docs', 'review');
  // From here on no time is in the pictures.
  await page.clock.resume();
  await page.clock.fastForward('00:03');
  await morning.button(/^Asleep again, about/).tap();
  await morning.closeToast();
  await page.goto(`${host.url}#/nights/${LAST_NIGHT}/post-mortem`);
  await page.getByRole('article').waitFor();
  await shoot(morning, 'docs', 'post-mortem');
}

/** Takes the dashboard and the pages of a GameDay, whose log is twelve weeks long. */
async function shootGameDay(): Promise<void> {
  const dashboard = new DashboardPage(await openPage(browser, 'en'));
  const { page } = dashboard;
  await page.addInitScript(() => {
    const key = 'infernalops.gameday';
    if (sessionStorage.getItem(key) === null) sessionStorage.setItem(key, '7 fresh');
  });
  await page.clock.install({ time: instantOn(TONIGHT, '18:30') });
  await page.goto(`${host.url}#/dashboard`);
  await dashboard.card('debt').waitFor();
  // After a reload, the message of the first visit is not shown again.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.reload();
  await dashboard.span('4 weeks').click();
  await page.mouse.move(0, 0);
  await dashboard.card('raster').locator('tbody tr').nth(27).waitFor({ state: 'attached' });
  await page.evaluate(() => scrollTo(0, 0));
  await shoot(dashboard, 'docs', 'dashboard');
  for (const [name, section] of [
    ['recovery', 'Better?'],
    ['load', 'Who'],
    ['remedies', 'What helps'],
  ] as const) {
    const button = page.getByRole('button', { name: section, exact: true });
    await button.click();
    await page.mouse.move(0, 0);
    await page.locator(`[aria-current=location]`, { hasText: section }).waitFor();
    await shoot(dashboard, 'docs', name);
  }
  for (const [name, there] of [
    ['paediatrician', 'Print or save as PDF'],
    ['chores', 'Put something off'],
  ] as const) {
    await page.goto(`${host.url}#/household/${name}`);
    await page.getByRole('button', { name: there }).waitFor();
    await page.evaluate(() => scrollTo(0, 0));
    await shoot(dashboard, 'docs', name);
  }
}

for (const language of ['en', 'fr'] as const) {
  await shootNight(language);
  await shootMorning(language);
}
await shootGameDay();
await browser.close();
await host.stop();
