import { expect, it } from 'vitest';
import type { InfernalDatabase } from '@/db/database';
import { addEntry } from '@/db/editIncident';
import { readImports } from '@/db/keptImports';
import { addMs, DAY_MS } from '@/lib/time';
import { startSession } from '@/logWorker/session';
import { fileOf } from '../support/backup';
import { entry, LEO, PARIS, tonightAt } from '../support/factories';
import { logText, settle, sharedPhones } from '../support/sharedPhone';
import { SimulatedServer } from '../support/simulatedServer';

const now = tonightAt('09:00');

const FILE = [
  'Type,Start,End,Duration,Start Condition,Start Location,End Condition,Notes,Logged By',
  'Sleep,2026-11-10 20:00,2026-11-10 23:00,03:00,,,,,Mum',
  'Sleep,2026-11-10 23:20,2026-11-11 02:00,02:40,,,,,Granny',
  'Temp,2026-11-11 01:00,,,38.2°C,,,,Mum',
  'Sleep,2026-11-11 02:30,2026-11-11 06:30,04:00,,,,,Dad',
].join('\n');

/** Imports the file as the screen does; Granny is new to the household. */
async function importFile(db: InfernalDatabase, at = now): Promise<void> {
  const session = startSession(db, () => null);
  const files = [{ name: 'nights.csv', file: fileOf(FILE) }];
  const opened = await session.run('openImport', { files, options: { order: null } }, () => {});
  if (!opened.ok || !opened.value.ok) throw new Error('not opened');
  const { presets } = opened.value;
  const people = {
    children: new Map([[null, { id: LEO }]]),
    caregivers: new Map([...presets.caregivers, ['Granny', { name: 'Granny' }] as const]),
  };
  const answers = { people, timeZone: PARIS, bringsBack: null };
  const done = await session.run('importFiles', { answers, now: at }, () => {});
  expect(done).toMatchObject({ ok: true, value: { wakeUps: 2, observations: 1, nights: 1 } });
}

async function takeBack(db: InfernalDatabase): Promise<void> {
  const [kept] = await readImports(db);
  await startSession(db, () => null).run('takeBackImport', { id: kept?.id ?? '', now: addMs(now, DAY_MS) }, () => {});
}

const living = async ({ incidents }: InfernalDatabase) =>
  (await incidents.toArray()).filter(({ deletedAt }) => deletedAt === null);

async function twoPhones() {
  const [hers, his] = await sharedPhones(new SimulatedServer(), [0, 0], () => now);
  if (!hers || !his) throw new Error('there are two');
  await settle([hers, his]);
  return { hers, his };
}

it('two phones that import the same file, a week apart and before they hear of each other, have the same bytes', async () => {
  const { hers, his } = await twoPhones();
  await importFile(hers.db);
  await importFile(his.db, addMs(now, 7 * DAY_MS));
  await settle([hers, his]);
  expect(await logText(his.db)).toBe(await logText(hers.db));
  expect(await living(hers.db)).toHaveLength(2);
  expect((await hers.db.caregivers.toArray()).filter(({ name }) => name === 'Granny')).toHaveLength(1);
});

it('an import that one phone takes back goes on the other too, but for what was added there since', async () => {
  const { hers, his } = await twoPhones();
  await importFile(hers.db);
  await settle([hers, his]);
  const [first] = await living(his.db);
  const cuddle = entry('remedy', '02:45', {
    id: 'cuddle',
    remedy: 'cuddle',
    at: addMs(first?.updatedAt ?? now, -60_000),
  });
  expect(await addEntry(his.db, { incidentId: first?.id ?? '', entry: cuddle, now: addMs(now, 1000) })).toMatchObject({
    ok: true,
  });
  await settle([hers, his]);
  await takeBack(hers.db);
  await settle([hers, his]);
  expect(await logText(his.db)).toBe(await logText(hers.db));
  expect((await living(hers.db)).map(({ id }) => id)).toEqual([first?.id]);
});
