import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Entry } from '@/domain/rows/incident';
import { importFixtures } from '../tests/support/importers/importFixtures';
import { HouseholdPage } from './pages/household';
import { ImportPage } from './pages/import';
import { TonightPage } from './pages/tonight';
import { OWN_TABLE } from './support/ownTable';
import { readStored } from './support/storedRows';
import { expect, test } from './support/test';

const NOW = new Date('2026-11-28T12:00:00Z');

const night = { name: 'nuits.csv', bytes: new TextEncoder().encode(OWN_TABLE) };

interface StoredIncident {
  deletedAt: number | null;
  timeline: Entry[];
}
const living = async <Row extends { deletedAt: number | null }>(page: Page, table: string) =>
  (await readStored<Row>(page, table)).filter(({ deletedAt }) => deletedAt === null);

/** The incidents on disk in the words of a fixture, in the order of their beginnings. */
async function storedIncidents(page: Page) {
  const iso = (at: number | undefined) => new Date(at ?? 0).toISOString();
  return (await living<StoredIncident>(page, 'incidents'))
    .map(({ timeline }) => ({
      detected: iso(timeline[0]?.at),
      resolved: iso(timeline.find(({ kind }) => kind === 'resolved')?.at),
      remedies: timeline.flatMap((entry) => (entry.kind === 'remedy' ? [entry.remedy] : [])),
    }))
    .sort((a, b) => (a.detected < b.detected ? -1 : 1));
}

async function ready(page: Page): Promise<{ tonight: TonightPage; importing: ImportPage }> {
  await page.clock.install({ time: NOW });
  const tonight = new TonightPage(page);
  await tonight.open();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  return { tonight, importing: new ImportPage(page) };
}

test.describe('in French', () => {
  test.use({ locale: 'fr-FR' });

  test('a table of one’s own is imported offline, shown under Nights, taken back and brought back', async ({
    page,
    context,
  }) => {
    const { tonight, importing } = await ready(page);
    await context.setOffline(true);
    await tonight.tab('Foyer').tap();
    await new HouseholdPage(page).follow(/^Importer/);
    await importing.choose(night);
    await expect(page.getByText('un réveil', { exact: true })).toBeVisible();
    await page.getByText('Une ligne n’a pas été comprise').tap();
    await expect(page.getByText('nuits.csv, ligne 5 : la date est illisible')).toBeVisible();
    expect(await storedIncidents(page)).toEqual([]);
    await importing.importButton.tap();
    await expect(page.getByText('Importé : un réveil et une nuit')).toBeVisible();
    expect(await storedIncidents(page)).toEqual([
      { detected: '2026-11-10T22:00:00.000Z', resolved: '2026-11-10T22:20:00.000Z', remedies: ['feed'] },
    ]);
    await tonight.closeToast();
    await tonight.tab('Nuits').tap();
    await expect(page.getByRole('link', { name: /10 nov/ })).toBeVisible();

    await importing.open();
    await importing.takeBackButton.tap();
    await expect(page.getByText('L’import est repris')).toBeVisible();
    expect(await storedIncidents(page)).toEqual([]);
    await tonight.closeToast();

    await importing.choose(night);
    await expect(page.getByText('Déjà importé, puis supprimé ici : un réveil et une nuit.')).toBeVisible();
    await importing.importButton.tap();
    await importing.takeBackButton.waitFor();
    expect(await storedIncidents(page)).toHaveLength(1);
  });
});

test('files that another app shares are there when the page opens, and a page of a log-in is refused', async ({
  page,
}) => {
  const { importing } = await ready(page);
  await page.reload();
  const address = await page.evaluate(async (text) => {
    const form = new FormData();
    form.append('files', new File([text], 'shared.csv', { type: 'text/csv' }));
    return (await fetch('./shared', { method: 'POST', body: form })).url;
  }, OWN_TABLE);
  // The answer leads to the app; the part after # is not said of a fetched one.
  expect(new URL(address).pathname).toBe('/');
  await page.goto('/#/household/import');
  await expect(page.getByText('A table of your own: one file')).toBeVisible();
  await expect(page.getByText('one wake-up', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Choose other files' }).tap();
  await importing.choose({ name: 'export.csv', bytes: new TextEncoder().encode('<!doctype html><form>') });
  await expect(page.getByRole('alert')).toHaveText(
    'export.csv is a web page, probably a log-in. Export again while you are logged in. Nothing was changed.',
  );
  expect(await storedIncidents(page)).toEqual([]);
});

/** None, if the files are not beside the project: `globalSetup` says so. */
const FORMATS = ['huckleberry-9.csv', 'baby-buddy', 'tombstone.json'];

for (const locale of ['en-GB', 'fr-FR'])
  test.describe(`fixtures, ${locale}`, () => {
    test.use({ locale });
    for (const fixture of importFixtures.filter(({ name }) => FORMATS.includes(name)))
      test(`${fixture.name}: what must come of it is on disk`, async ({ page }) => {
        const { importing } = await ready(page);
        await importing.open();
        await importing.choose(...fixture.files);
        await page
          .getByRole('heading', { name: /^(What comes in|Ce qui entre)$/ })
          .or(page.getByRole('group').first())
          .first()
          .waitFor();
        // Every child that the files name is a new one.
        for (const group of await page.getByRole('group', { name: /^(Which child is|Quel enfant est)/ }).all())
          await group.getByRole('button', { name: /^(New|Nouveau)/ }).tap();
        await importing.importButton.tap();
        await importing.takeBackButton.waitFor();
        const { incidents, observations, nights } = JSON.parse(
          readFileSync(`../shared/fixtures/import/${fixture.name}.expected.json`, 'utf8'),
        );
        expect(await storedIncidents(page)).toEqual(
          incidents.map(
            ({
              detected,
              resolved,
              remedies,
            }: {
              detected: string;
              resolved: string;
              remedies: { remedy: string }[];
            }) => ({
              detected,
              resolved,
              remedies: remedies.map(({ remedy }) => remedy),
            }),
          ),
        );
        expect(await living(page, 'observations')).toHaveLength(observations.length);
        expect(await living(page, 'nights')).toHaveLength(nights.length);
      });
  });
