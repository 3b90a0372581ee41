import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { toStoredIncident } from '@/db/storedIncident';
import type { Entry, Incident } from '@/domain/rows/incident';
import { createDetected, createResolved } from '@/domain/timeline/createEntry';
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from '@/lib/time';
import { TonightPage } from './pages/tonight';
import { pdfPageSizes } from './support/pdf';
import { expect, test, WITHOUT_SERVICE_WORKER } from './support/test';

test.use(WITHOUT_SERVICE_WORKER);

/** It is Friday, the morning after the night of Thursday 19 November. */
const NOW = '2026-11-20T14:00:00Z';

const A4 = { width: 210, height: 297 };
/** Chromium's A4 differs from the standard by a tenth of a millimetre. */
const isA4 = ({ width, height }: typeof A4) => Math.abs(width - A4.width) < 0.5 && Math.abs(height - A4.height) < 0.5;

const WORDS = {
  'en-GB': {
    print: 'Print or save as PDF',
    spans: ['Last 7', 'Last 14', 'Last 28'],
    heading: 'Sleep report · Page 1 of 2',
  },
  'fr-FR': {
    print: 'Imprimer ou enregistrer en PDF',
    spans: ['7 dernières', '14 dernières', '28 dernières'],
    heading: 'Relevé de sommeil · Page 1 sur 2',
  },
} as const;

type Locale = keyof typeof WORDS;

const LOCALES = Object.keys(WORDS) as Locale[];

async function openReport(page: Page): Promise<void> {
  await page.goto('/#/household/paediatrician');
  await page.getByRole('heading', { level: 1 }).waitFor();
}

const papers = (page: Page) => page.locator('[data-report] > article');

/**
 * Prints the screen and checks that it is two A4 pages with nothing cut off. The pages have a fixed
 * height, and print would silently lose what is below it.
 */
async function expectTwoPages(page: Page, state: string): Promise<void> {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const pages = pdfPageSizes(pdf);
  expect(pages, state).toHaveLength(2);
  expect(pages.filter(isA4), state).toHaveLength(2);

  await page.emulateMedia({ media: 'print' });
  const sizes = await papers(page).evaluateAll((elements) =>
    elements.map(({ scrollHeight, clientHeight, scrollWidth, clientWidth }) => ({
      tooHigh: scrollHeight - clientHeight,
      tooWide: scrollWidth - clientWidth,
    })),
  );
  expect(sizes, state).toEqual(Array(2).fill({ tooHigh: 0, tooWide: 0 }));
  // Only the two pages are printed: no tabs, no banners and no controls.
  const beside = await page.evaluate(
    () =>
      [...document.querySelectorAll('body *')].filter(
        (element) =>
          element.closest('[data-report]') === null &&
          element.querySelector('[data-report]') === null &&
          element.getClientRects().length > 0,
      ).length,
  );
  expect(beside, state).toBe(0);
  const letters = await papers(page).evaluateAll((elements) =>
    elements.flatMap((element) =>
      [...element.querySelectorAll('*')]
        .filter(({ childNodes }) => [...childNodes].some(({ nodeType }) => nodeType === Node.TEXT_NODE))
        .map((each) => Number.parseFloat(getComputedStyle(each).fontSize)),
    ),
  );
  // 12 CSS pixels are 9 pt.
  expect(Math.min(...letters), state).toBeGreaterThanOrEqual(12);
  await page.emulateMedia({ media: null });
}

for (const locale of LOCALES) {
  test.describe(locale, () => {
    test.use({ locale });
    const words = WORDS[locale];

    test('a GameDay of one, two or four weeks is two A4 pages, black on white in every theme', async ({ page }) => {
      test.setTimeout(120_000);
      await page.clock.install({ time: new Date(NOW) });
      await page.addInitScript(() => {
        if (sessionStorage.getItem('infernalops.gameday') === null)
          sessionStorage.setItem('infernalops.gameday', '7 fresh');
      });
      const tonight = new TonightPage(page);
      await tonight.open();
      await tonight.wokeButton(/Gaspard/).waitFor();
      // The print styles of the dashboard stay loaded.
      await page.goto('/#/dashboard');
      await page.locator('[data-card="debt"]').waitFor();

      for (const theme of ['night', 'dark', 'light'] as const) {
        await page.evaluate((value) => {
          document.documentElement.dataset.theme = value;
        }, theme);
        await openReport(page);
        await expect(papers(page).first()).toContainText(words.heading);
        for (const span of theme === 'light' ? words.spans : words.spans.slice(1, 2)) {
          await page.getByRole('button', { name: span, exact: true }).tap();
          await expect(page.getByRole('button', { name: span, exact: true })).toHaveAttribute('aria-pressed', 'true');
          await expectTwoPages(page, `${theme}, ${span}`);
        }
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations, theme).toEqual([]);

        await page.emulateMedia({ media: 'print' });
        const [ground, paper] = await page.evaluate(() =>
          [document.documentElement, document.querySelector('[data-report] > article')].map(
            (element) => element && getComputedStyle(element).backgroundColor,
          ),
        );
        expect([ground, paper], theme).toEqual(['rgb(255, 255, 255)', 'rgb(255, 255, 255)']);
        await page.emulateMedia({ media: null });
      }
    });

    test('the largest plausible log is two A4 pages, too', async ({ page }) => {
      test.setTimeout(120_000);
      await page.clock.install({ time: new Date(NOW) });
      await new TonightPage(page).open();
      await putAbsurdLog(page);
      await openReport(page);
      for (const span of words.spans) {
        await page.getByRole('button', { name: span, exact: true }).tap();
        await expect(papers(page).first()).toContainText(`${span.match(/\d+/)}`);
        await expectTwoPages(page, span);
      }
      await expect(papers(page).last()).toContainText(/and 2\d\d more in the app|et 2\d\d de plus dans l’application/);
    });
  });
}

test('the button opens the print dialog', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-20T01:43:00Z') });
  const tonight = new TonightPage(page);
  await tonight.open();
  await tonight.wokeButton().tap();
  await tonight.clock.waitFor();
  await openReport(page);
  await page.evaluate(() => {
    window.print = () => {
      document.body.dataset.printed = document.title;
    };
  });
  await page.getByRole('button', { name: WORDS['en-GB'].print }).tap();
  // The browser proposes the page's title as the file name.
  await expect(page.locator('body')).toHaveAttribute('data-printed', /^Sleep report, Baby, 2026-11-\d\d to 2026-11-19/);
});

const FIRST_EVENING = Date.parse('2026-10-23T18:05:00Z');
const NIGHTS = 28;
const WAKE_UPS = 40;
const LONG = 'WELL, she WOKE and WOKE and WOKE again, and nobody knows why. '.repeat(200);
const CAUSES = ['hunger', 'diaper', 'illness', 'teething', 'nightmare', 'noise', 'cold-or-hot', 'separation'] as const;
const MORE_CAUSES = ['unknown-to-us', 'other', null] as const;
const KINDS = ['cold', 'fever', 'laryngitis', 'ear', 'gastro', 'teething', 'vaccine', 'other'] as const;

/**
 * Makes a log with forty wake-ups a night (twenty of them guessed or by day), a temperature and a
 * dose every three hours, an illness without end, and eleven other illnesses.
 */
async function putAbsurdLog(page: Page): Promise<void> {
  const row = (id: string, at: number) => ({ id, updatedAt: at as Instant, deletedAt: null });
  const wakings = Array.from({ length: NIGHTS * WAKE_UPS }, (_, index) => {
    const place = index % WAKE_UPS;
    const at = FIRST_EVENING + Math.floor(index / WAKE_UPS) * DAY_MS + place * 20 * MINUTE_MS;
    const moment = (id: string, of: number) => ({
      id: `${index} ${id}`,
      at: of as Instant,
      now: of as Instant,
      estimated: place % 3 === 0,
    });
    const timeline: Entry[] = [
      createDetected(moment('cry', at), null, 'tap'),
      createResolved(moment('end', at + 9 * MINUTE_MS), null, place % 7 === 0 ? 'selfSettled' : 'settled'),
    ];
    const incident: Omit<Incident, 'childId'> = {
      ...row(`wake ${index}`, at),
      causeId: [...CAUSES, ...MORE_CAUSES][index % 11] ?? null,
      runbookId: null,
      note: place % 5 === 0 ? LONG : '',
      forReport: place % 5 === 0,
      mergedInto: null,
      timeline,
    };
    return incident;
  });
  const observations = Array.from({ length: 200 }, (_, index) => FIRST_EVENING + index * 3 * HOUR_MS).flatMap(
    (at, index) => [
      { ...row(`warm ${index}`, at), at, kind: 'temperature', celsius: 36 + ((index * 37) % 60) / 10 },
      {
        ...row(`dose ${index}`, at),
        at: at + MINUTE_MS,
        kind: 'medicine',
        name: 'W'.repeat(20 + (index % 40)),
        amount: 'five MILLILITRES or was it TEN '.repeat(6).slice(0, 200),
        minHours: 6,
      },
    ],
  );
  const episodes = Array.from({ length: 12 }, (_, index) => ({
    ...row(`ill ${index}`, FIRST_EVENING),
    label: index % 2 ? 'A LABEL that goes on and on. '.repeat(6) : '',
    kind: KINDS[index % KINDS.length],
    startDay: `2026-10-${20 + index}`,
    endDay: index === 0 ? null : `2026-11-${10 + (index % 9)}`,
    note: index % 3 === 0 ? LONG : '',
  }));
  await page.evaluate(
    ([incidents, rows, illnesses]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('infernalops');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction(
            ['children', 'incidents', 'observations', 'episodes'],
            'readwrite',
          );
          const children = transaction.objectStore('children').getAll();
          children.onsuccess = () => {
            const [child] = children.result;
            transaction.objectStore('children').put({ ...child, name: 'W'.repeat(60), birthDate: '2026-02-12' });
            const ofChild = (table: string, all: object[]) => {
              for (const each of all) transaction.objectStore(table).put({ ...each, childId: child.id });
            };
            ofChild('incidents', incidents);
            ofChild('observations', rows);
            ofChild('episodes', illnesses);
          };
          transaction.onabort = () => reject(transaction.error);
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    [wakings.map((incident) => toStoredIncident({ ...incident, childId: '' })), observations, episodes] as const,
  );
}
