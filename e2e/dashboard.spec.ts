import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { DashboardPage } from './pages/dashboard';
import { HouseholdPage } from './pages/household';
import { TonightPage } from './pages/tonight';
import { formatMinutes, formatPercent } from './support/formatFigures';
import { reportFigures } from './support/report';
import { expect, test } from './support/test';

const MORNING = '2026-11-17T09:00:00Z';
const LAST_NIGHT = '2026-11-16';

/** Opens a GameDay of twelve weeks, always from the same seed, in the morning. */
async function openGameDay(page: Page): Promise<DashboardPage> {
  await page.clock.install({ time: new Date(MORNING) });
  await page.addInitScript(() => {
    if (sessionStorage.getItem('infernalops.gameday') === null)
      sessionStorage.setItem('infernalops.gameday', '7 fresh');
  });
  const tonight = new TonightPage(page);
  await tonight.open();
  await tonight.wokeButton(/Gaspard/).waitFor();
  const dashboard = new DashboardPage(page);
  await dashboard.open();
  return dashboard;
}

test('a finger on a night shows the values that the table has', async ({ page }) => {
  const dashboard = await openGameDay(page);
  const rows = await dashboard.table('recovery');
  const frame = dashboard.card('recovery').locator('.recharts-surface');
  await frame.scrollIntoViewIfNeeded();
  const chart = await frame.boundingBox();
  const marks = await dashboard.card('recovery').locator('[data-mark]').all();
  expect(marks.length).toBeGreaterThan(1);
  for (const mark of marks) {
    const box = await mark.boundingBox();
    if (!box || !chart) throw new Error('nothing is drawn');
    // The finger is high above a short bar: the whole column of the night responds.
    await page.mouse.move(box.x + box.width / 2, chart.y + 30);
    const [night, , median] = rows[Number(await mark.getAttribute('data-mark'))] ?? [];
    const tooltip = dashboard.card('recovery').locator('foreignObject p');
    await expect(tooltip).toHaveText([night ?? '', `Median: ${median}`]);
  }
});

test('the figures are those of `npm run report` on the backup of the same log', async ({ page }) => {
  test.setTimeout(120_000);
  const dashboard = await openGameDay(page);
  const tonight = new TonightPage(page);
  await new HouseholdPage(page).open('backup');
  const download = page.waitForEvent('download');
  await tonight.button('Save a backup').tap();
  const backup = await (await download).path();
  await dashboard.open();

  for (const [span, nights] of [
    ['7 nights', 7],
    ['4 weeks', 28],
    ['12 weeks', 84],
  ] as const) {
    await dashboard.span(span).tap();
    const metrics = await report(backup, nights);
    // The chosen range is on the screen once its nights are drawn.
    await expect(page.locator('[data-card="raster"] tbody tr')).toHaveCount(nights);

    await expect(dashboard.keyFigure('mttr')).toHaveText(formatMinutes(metrics.mttr.median));
    await expect(dashboard.keyFigure('availability')).toHaveText(formatPercent(metrics.availability.household));
    await expect(dashboard.keyFigure('budget')).toHaveText(formatPercent(metrics.errorBudget.remaining));
    await expect(dashboard.keyFigure('longest')).toHaveText(formatMinutes(metrics.availability.longestStretch.best));
    await expect(dashboard.figure('recovery')).toHaveText(formatMinutes(metrics.mttr.median));
    await expect(dashboard.figure('debt')).toHaveText(formatMinutes(metrics.debt.outstanding));

    const worst = Math.max(...Object.values(metrics.fatigue.byCaregiver).map(({ worstNight }) => worstNight));
    await expect(dashboard.keyFigure('interventions')).toHaveText(new RegExp(`: ${worst}$`));
    expect(await dashboard.table('raster')).toEqual(
      metrics.nights.map(({ night, observed, counted, downtime, longestStretch }) => [
        dayText(night),
        observed ? String(counted) : 'not logged',
        observed ? formatMinutes(downtime) : '–',
        observed ? formatMinutes(longestStretch) : '–',
      ]),
    );
    expect((await dashboard.table('load')).map(([, share, , awake]) => [share, awake])).toEqual(
      Object.values(metrics.load.byCaregiver).map(({ share, awakeMinutes }) => [
        formatPercent(share),
        formatMinutes(awakeMinutes),
      ]),
    );
    expect((await dashboard.table('causes')).map(([, count]) => Number(count))).toEqual(
      Object.values(metrics.causes).sort((a, b) => (b ?? 0) - (a ?? 0)),
    );
    expect((await dashboard.table('escalations')).map((row) => row.slice(1))).toEqual(
      Object.values(metrics.escalations.byCaregiver)
        .filter(({ attempts }) => attempts > 0)
        .map(({ attempts, answered, rate }) => [String(attempts), String(answered), formatPercent(rate)]),
    );
    const inOrder = (counts: readonly number[]) => counts.filter((count) => count > 0).sort((a, b) => b - a);
    expect(inOrder((await dashboard.table('runbooks')).map(([, count]) => Number(count)))).toEqual(
      inOrder(Object.values(metrics.runbooks)),
    );
    await expect(dashboard.figure('double')).toHaveText(
      ['Never two at once', 'Once'][metrics.double.count] ?? `${metrics.double.count} times`,
    );
    expect(
      (await dashboard.table('remedies')).map(([, used, credited, , held]) => [used, credited, held]).sort(),
    ).toEqual(
      Object.values(metrics.remedies)
        .map(({ used, credited, held }) => [String(used), String(credited), formatPercent(held)])
        .sort(),
    );
  }
});

test('each table has the values that its chart draws', async ({ page }) => {
  const dashboard = await openGameDay(page);
  await dashboard.span('4 weeks').tap();
  await expect(page.locator('[data-card="raster"] tbody tr')).toHaveCount(28);

  const logged = (await dashboard.table('recovery')).filter(
    ([, , median]) => median !== 'not logged' && median !== '–',
  );
  const values = logged.map(([, , median]) => inMinutes(median ?? ''));
  const heights = await barHeights(dashboard, 'recovery');
  expect(heights).toHaveLength(values.length);
  const perMinute = Math.max(...heights) / Math.max(...values);
  for (const [index, height] of heights.entries()) {
    // The table shows whole minutes, rounded down.
    expect(height / perMinute).toBeGreaterThan((values[index] ?? 0) - 1);
    expect(height / perMinute).toBeLessThan((values[index] ?? 0) + 2);
  }

  for (const name of ['causes', 'escalations'] as const) {
    const rows = await dashboard.table(name);
    const names = await dashboard.card(name).locator('[aria-hidden="true"] strong').allTextContents();
    // The chart has the first few, the table has all.
    expect(names).toEqual(rows.slice(0, names.length).map(([row]) => row));
    expect(names.length).toBeGreaterThan(1);
  }
  const counts = (await dashboard.table('causes')).map(([, count]) => Number(count));
  const widths = await dashboard
    .card('causes')
    .locator('[data-look="actual"] > div')
    .evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().width));
  const total = counts.reduce((sum, count) => sum + count, 0);
  const track = (widths[0] ?? 0) / ((counts[0] ?? 0) / total);
  for (const [index, width] of widths.entries())
    expect(Math.abs(width - Math.max(2, (track * (counts[index] ?? 0)) / total))).toBeLessThan(1);

  const cells = await dashboard.card('hours').locator('svg text[data-count]').allTextContents();
  const hourTable = (await dashboard.table('hours')).flatMap((row) => row.slice(1)).filter((count) => count !== '0');
  expect(cells).toEqual(hourTable);
});

for (const locale of ['en-GB', 'fr-FR']) {
  test.describe(`on a phone in ${locale}`, () => {
    test.use({ locale });

    test('the first screen answers, and twelve weeks take at most eight screens', async ({ page }) => {
      const dashboard = await openGameDay(page);
      await dashboard.span(/^(12 weeks|12 semaines)$/).tap();
      await expect(page.locator('[data-card="raster"] tbody tr')).toHaveCount(84);

      const height = 844;
      await expect(dashboard.card('key').locator(':scope > p')).toHaveText(/\d+\smin.*\.$/);
      const topOf = async (part: Locator) => (await part.boundingBox())?.y ?? height;
      for (const name of ['mttr', 'wakeUps', 'longest', 'availability'])
        expect(await topOf(dashboard.keyFigure(name)), name).toBeLessThan(height / 2);
      expect(await topOf(dashboard.card('raster'))).toBeLessThan(height * 0.6);
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollHeight))
        .toBeLessThanOrEqual(8 * height);
    });
  });
}

test('the bar of sections jumps to each of them and says which one it is', async ({ page }) => {
  await openGameDay(page);
  const bar = page.getByRole('navigation', { name: 'Sections of this page' });
  for (const name of ['What it costs', 'Who', 'What helps', 'Better?']) {
    await bar.getByRole('button', { name, exact: true }).tap();
    const heading = page.getByRole('heading', { name, exact: true, level: 2 });
    await expect(heading).toBeInViewport();
    await expect(heading).toBeFocused();
    await expect(bar.getByRole('button', { name, exact: true })).toHaveAttribute('aria-current', 'location');
  }
});

test('the keyboard alone can choose a range, open a table and a night, and return to the same place', async ({
  page,
}) => {
  const dashboard = await openGameDay(page);
  await dashboard.span('4 weeks').focus();
  await page.keyboard.press('Enter');
  await expect(dashboard.span('4 weeks')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('[data-card="raster"] tbody tr')).toHaveCount(28);
  const summary = dashboard.card('recovery').locator('summary');
  await summary.focus();
  await page.keyboard.press('Enter');
  await expect(dashboard.card('recovery').getByRole('table', { name: 'How fast do we recover?' })).toBeVisible();
  await expect(dashboard.card('recovery').getByRole('columnheader', { name: 'Median' })).toBeVisible();
  const night = dashboard.card('last-night').getByRole('link', { name: 'Open the night' });
  await night.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Night of Mon\s16\sNov/);
  await page.goBack();
  await expect(dashboard.span('4 weeks')).toHaveAttribute('aria-pressed', 'true');
});

test('pictures and tables are saved offline as files with what is on the screen', async ({ page, context }) => {
  test.setTimeout(120_000);
  const dashboard = await openGameDay(page);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await context.setOffline(true);

  const picture = await saveByTap(page, () => page.getByRole('button', { name: 'The dashboard as a picture' }).tap());
  expect(picture.name).toBe('infernalops-dashboard-2026-11-10-2026-11-16.png');
  const tall = PNG.sync.read(picture.bytes);
  const box = await dashboard.card('debt').boundingBox();
  expect(tall.width).toBeGreaterThanOrEqual(2 * (box?.width ?? 0));
  expect(tall.height).toBeGreaterThan(4000);
  expect(countColours(tall)).toBeGreaterThan(20);

  await dashboard.openBehind('recovery');
  const one = await saveByTap(page, () =>
    dashboard
      .card('recovery')
      .getByRole('button', { name: /as a picture/ })
      .tap(),
  );
  expect(one.name).toBe('infernalops-recovery-2026-11-10-2026-11-16.png');
  expect(PNG.sync.read(one.bytes).height).toBeLessThan(tall.height / 4);

  const nights = await saveByTap(page, () => page.getByRole('button', { name: 'Nights as CSV' }).tap());
  const lines = nights.bytes.toString('utf8').replace('\ufeff', '').trim().split('\r\n');
  const raster = await dashboard.table('raster');
  expect(lines).toHaveLength(raster.length + 1);
  expect(lines.slice(1).map((line) => line.split(',')[4])).toEqual(
    raster.map(([, count]) => (count === 'not logged' ? '' : count)),
  );

  const incidents = await saveByTap(page, () => page.getByRole('button', { name: 'Incidents as CSV' }).tap());
  const text = incidents.bytes.toString('utf8');
  expect(text.startsWith('\ufeff')).toBe(true);
  expect(text).toMatch(/2026-11-1\dT\d\d:\d\d:\d\d\+01:00/);
});

interface SavedFile {
  name: string;
  bytes: Buffer;
}

async function saveByTap(page: Page, ask: () => Promise<void>): Promise<SavedFile> {
  const download = page.waitForEvent('download', { timeout: 60_000 });
  await ask();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

/** Counts the different colours of a picture. An empty picture has one or two. */
function countColours({ data }: PNG): number {
  const colours = new Set<number>();
  for (let index = 0; index < data.length; index += 4 * 7) colours.add(data.readUInt32BE(index));
  return colours.size;
}

const barHeights = (dashboard: DashboardPage, name: string): Promise<number[]> =>
  dashboard
    .card(name)
    .locator('[data-mark]')
    .evaluateAll((bars) => (bars as SVGGraphicsElement[]).map((bar) => bar.getBBox().height));

const report = (backup: string, nights: number) => {
  const from = new Date(Date.parse(LAST_NIGHT) - (nights - 1) * 86_400_000).toISOString().slice(0, 10);
  return reportFigures(backup, { from, to: LAST_NIGHT, now: MORNING });
};

function inMinutes(text: string): number {
  const [, hours, rest] = /^(\d+) h (\d\d)$/.exec(text) ?? [];
  return hours === undefined ? Number.parseInt(text, 10) : Number(hours) * 60 + Number(rest);
}

const dayText = (day: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' })
    .format(Date.parse(day))
    .replace(',', '');
