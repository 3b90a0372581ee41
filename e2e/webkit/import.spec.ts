import { readFileSync } from 'node:fs';
import type { Entry } from '@/domain/rows/incident';
import { importFixtures } from '../../tests/support/importers/importFixtures';
import { OWN_TABLE } from '../support/ownTable';
import { readStored } from '../support/storedRows';
import type { Phone } from './support/phone';
import { expect, test } from './support/test';

const NOW = '2026-11-28T12:00:00Z';

interface StoredIncident {
  deletedAt: number | null;
  timeline: Entry[];
}

/** The incidents on disk in the words of a fixture, in the order of their beginnings. */
async function storedIncidents(phone: Phone) {
  const iso = (at: number | undefined) => new Date(at ?? 0).toISOString();
  return (await readStored<StoredIncident>(phone, 'incidents'))
    .filter(({ deletedAt }) => deletedAt === null)
    .map(({ timeline }) => ({
      detected: iso(timeline[0]?.at),
      resolved: iso(timeline.find(({ kind }) => kind === 'resolved')?.at),
      remedies: timeline.flatMap((entry) => (entry.kind === 'remedy' ? [entry.remedy] : [])),
    }))
    .sort((a, b) => (a.detected < b.detected ? -1 : 1));
}

test('a table of one’s own is imported, shown under Nights, and taken back', async ({ openPhone }) => {
  const phone = await openPhone({ locale: 'fr-FR', time: NOW });
  await phone.goTo('#/household/import');
  await phone.find({ css: 'input[type=file]' }).choose(await phone.putFile('nuits.csv', OWN_TABLE));
  await phone.text('un réveil').waitFor();
  await phone.text(/^Une ligne n’a pas été comprise/).tap();
  await phone.text('nuits.csv, ligne 5 : la date est illisible').waitFor();
  expect(await storedIncidents(phone)).toEqual([]);
  await phone.button(/^Importer( |$)/).tap();
  await phone.button('Reprendre cet import').waitFor();
  expect(await storedIncidents(phone)).toEqual([
    { detected: '2026-11-10T22:00:00.000Z', resolved: '2026-11-10T22:20:00.000Z', remedies: ['feed'] },
  ]);
  await phone.goTo('#/nights');
  await phone.link(/10 nov/).waitFor();

  await phone.goTo('#/household/import');
  await phone.button('Reprendre cet import').tap();
  await phone.toast.waitForText(/L’import est repris/);
  expect(await storedIncidents(phone)).toEqual([]);
});

/** None, if the files are not beside the project: `globalSetup` says so. */
const FORMATS = ['huckleberry-9.csv', 'baby-buddy'];

for (const fixture of importFixtures.filter(({ name }) => FORMATS.includes(name)))
  test(`${fixture.name}: what must come of it is on disk`, async ({ openPhone }) => {
    const phone = await openPhone({ time: NOW });
    await phone.goTo('#/household/import');
    const paths = await Promise.all(fixture.files.map(({ name, bytes }) => phone.putFile(name, bytes)));
    await phone.find({ css: 'input[type=file]' }).choose(...paths);
    await phone.text(/^(What comes in$|Which child is)/).first.waitFor();
    // Every child that the files name is a new one.
    for (const group of await phone.find({ role: 'group', name: /^Which child is/ }).each())
      await group.find({ role: 'button', name: /^New/ }).tap();
    await phone.main.find({ role: 'button', name: /^Import( |$)/ }).tap();
    await phone.button('Take it back').waitFor();
    const { incidents, nights } = JSON.parse(
      readFileSync(`../shared/fixtures/import/${fixture.name}.expected.json`, 'utf8'),
    );
    interface Expected {
      detected: string;
      resolved: string;
      remedies: { remedy: string }[];
    }
    expect(await storedIncidents(phone)).toEqual(
      incidents.map(({ detected, resolved, remedies }: Expected) => ({
        detected,
        resolved,
        remedies: remedies.map(({ remedy }) => remedy),
      })),
    );
    expect(await readStored(phone, 'nights')).toHaveLength(nights.length);
  });
