import type { Page } from '@playwright/test';
import { toStoredIncident } from '@/db/storedIncident';
import type { Cause } from '@/domain/rows/incident';
import { createAcknowledged, createDetected, createRemedy, createResolved } from '@/domain/timeline/createEntry';
import { type Instant, MINUTE_MS } from '@/lib/time';
import { fillLog } from '../bench/fillLog';
import { TonightPage } from './pages/tonight';
import { pdfPageSizes } from './support/pdf';
import { putStored, readStored } from './support/storedRows';
import { expect, test, WITHOUT_SERVICE_WORKER } from './support/test';

test.use(WITHOUT_SERVICE_WORKER);

const NIGHT = '2026-11-16';
const PHONE = { width: 390, height: 844 };

/** Puts wake-ups of a night into the log, each of 14 minutes with two remedies. */
async function putWakeUps(page: Page, starts: readonly string[], causeId: Cause = 'hunger'): Promise<void> {
  const [child] = await readStored(page, 'children');
  const [person] = await readStored(page, 'caregivers');
  for (const start of starts) {
    const from = Date.parse(`${start}+01:00`);
    const moment = (id: string, minutes: number) => {
      const at = (from + minutes * MINUTE_MS) as Instant;
      return { id: `${start} ${id}`, at, now: at };
    };
    const timeline = [
      createDetected(moment('cry', 0), person?.id ?? null, 'tap'),
      createAcknowledged(moment('up', 1), person?.id ?? ''),
      createRemedy(moment('first', 3), person?.id ?? '', 'cuddle'),
      createRemedy(moment('second', 8), person?.id ?? '', 'feed'),
      createResolved(moment('end', 14), person?.id ?? null, 'settled'),
    ];
    const fields = { id: start, updatedAt: from as Instant, deletedAt: null, childId: child?.id ?? '', causeId };
    const row = { ...fields, runbookId: null, note: '', forReport: false, mergedInto: null, timeline };
    await putStored(page, 'incidents', toStoredIncident(row));
  }
}

const SIX = ['16T21:10', '16T22:40', '17T00:20', '17T02:43', '17T04:05', '17T05:50'].map(
  (start) => `2026-11-${start}:00`,
);

for (const locale of ['en-GB', 'fr-FR']) {
  test.describe(`a night of six wake-ups, ${locale}`, () => {
    test.use({ locale, viewport: PHONE });

    test('takes at most two and a half screens, and its post-mortem prints what it folds', async ({ page }) => {
      await page.clock.install({ time: new Date('2026-11-17T09:00:00+01:00') });
      await new TonightPage(page).open();
      await putWakeUps(page, SIX);
      await page.goto(`/#/nights/${NIGHT}`);
      await expect(page.getByRole('link', { name: /· (02:43)/ })).toBeVisible();
      const heightOf = () => page.evaluate(() => document.documentElement.scrollHeight);
      expect(await heightOf()).toBeLessThanOrEqual(2.5 * PHONE.height);

      // One touch opens what is folded.
      const hours = page.getByRole('heading', { name: /^(Hour by hour|Heure par heure)$/ });
      await expect(page.getByRole('heading', { level: 3, name: '02:00' })).toBeHidden();
      await hours.tap();
      await expect(page.getByRole('heading', { level: 3, name: '02:00' })).toBeVisible();

      await page.goto(`/#/nights/${NIGHT}/post-mortem`);
      const timeline = page.getByRole('heading', { name: /^(Timeline|Chronologie)$/ });
      await timeline.waitFor();
      const cry = page.getByRole('listitem').filter({ hasText: /^02:43/ });
      await expect(cry).toBeHidden();
      await timeline.tap();
      await expect(cry).toBeVisible();
      await timeline.tap();
      await expect(cry).toBeHidden();
      const folded = await heightOf();
      await page.emulateMedia({ media: 'print' });
      await expect(cry).toBeVisible();
      await page.emulateMedia({ media: 'screen' });
      expect(pdfPageSizes(await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(1);
      expect(folded).toBeLessThanOrEqual(4.5 * PHONE.height);
    });
  });
}

test('ten years are filtered month by month, and the night that is found opens and is come back to', async ({
  page,
}) => {
  await page.clock.install({ time: new Date('2026-11-17T10:00:00+01:00') });
  await new TonightPage(page).open();
  await page.evaluate(fillLog, { incidents: 7300, days: 3650 });
  await putWakeUps(page, ['2026-11-05T23:30:00', '2022-03-02T23:30:00'], 'teething');
  await page.goto('/#/nights');
  await page.reload();
  await page.getByRole('button', { name: 'All nights' }).tap();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('group', { name: 'Cause' }).getByRole('button', { name: 'Teething' }).tap();
  await sheet.getByRole('button', { name: 'Show' }).tap();
  await expect(page.getByRole('button', { name: 'Teething' })).toBeVisible();
  const nights = page.getByRole('main').getByRole('listitem');
  await expect(nights.first()).toContainText('Thu 5 Nov');
  await nights.first().getByRole('link').tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Night of Thu 5 Nov to Fri 6 Nov');
  await page.getByRole('link', { name: 'All nights' }).tap();

  // The months in between take no room once they are read, so the end of the list comes near.
  await expect(nights.first()).toContainText('Thu 5 Nov');
  await page.getByText('That is all there is').scrollIntoViewIfNeeded();
  await expect(page.getByRole('region', { name: 'March 2022' })).toContainText('Wed 2 Mar');
  await expect(nights).toHaveCount(2);

  // The same months as calendars, in which the other nights have no shade.
  await page.getByRole('button', { name: 'Calendar' }).tap();
  const found = page.getByRole('link', { name: /^Thu.5.Nov: / });
  await expect(found).toHaveAttribute('data-pale', 'false');
  await expect(page.getByRole('link', { name: /^Wed.4.Nov: / })).toHaveAttribute('data-pale', 'true');
});
