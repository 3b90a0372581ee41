import { expect, it } from 'vitest';
import { readChoresOf } from '@/db/choreQueries';
import { changeNight } from '@/db/nights';
import { writePostmortem } from '@/db/postmortem';
import { readNightRow } from '@/db/queries';
import { undo } from '@/db/undo';
import { householdDatabase } from '../support/database';
import { day, tonightAt } from '../support/factories';

const night = day('2026-11-16');
const now = tonightAt('09:00');
const first = { night, text: '# Ours', baseText: '', now };

it('stores a post-mortem in the night’s row beside its bedtime, and can be undone', async () => {
  const db = await householdDatabase();
  await changeNight(db, { night, change: { bedtimeAt: tonightAt('20:30') }, now: tonightAt('20:30') });
  const result = await writePostmortem(db, first);
  expect(await readNightRow(db, night)).toMatchObject({ bedtimeAt: tonightAt('20:30'), postmortem: '# Ours' });
  if (!result.ok) throw new Error('refused');
  await undo(db, { undo: result.value.undo, now });
  expect(await readNightRow(db, night)).toMatchObject({ bedtimeAt: tonightAt('20:30'), postmortem: '' });
});

it('makes the night’s row if there is none, and the undo deletes it', async () => {
  const db = await householdDatabase();
  const result = await writePostmortem(db, first);
  if (!result.ok) throw new Error('refused');
  await undo(db, { undo: result.value.undo, now });
  expect(await readNightRow(db, night)).toBeNull();
});

it('refuses to overwrite what another window wrote since, and accepts the same text twice', async () => {
  const db = await householdDatabase();
  await writePostmortem(db, first);
  expect(await writePostmortem(db, first)).toMatchObject({ ok: true });
  expect(await writePostmortem(db, { ...first, text: '# Mine' })).toEqual({
    ok: false,
    refusal: { code: 'changedSince' },
  });
  expect(await readNightRow(db, night)).toMatchObject({ postmortem: '# Ours' });
});

it.each([
  ['of more than a hundred thousand characters', 'a'.repeat(100_001), 'textTooLong'],
  ['with half an emoji', '👶'.slice(0, 1), 'badValue'],
])('refuses a text %s, and changes nothing', async (_, text, code) => {
  const db = await householdDatabase();
  await writePostmortem(db, first);
  expect(await writePostmortem(db, { ...first, text, baseText: '# Ours' })).toMatchObject({ refusal: { code } });
  expect(await readNightRow(db, night)).toMatchObject({ postmortem: '# Ours' });
});

it('stores a text of a hundred thousand characters unchanged', async () => {
  const db = await householdDatabase();
  const text = '👶'.repeat(50_000);
  expect(await writePostmortem(db, { ...first, text })).toMatchObject({ ok: true });
  expect(await readNightRow(db, night)).toMatchObject({ postmortem: text });
});

it('finds chores by their ids, without deleted ones', async () => {
  const db = await householdDatabase();
  const chore = { updatedAt: now, deletedAt: null, title: 'Oil it', effortMinutes: 5, deferredAt: now, paidAt: null };
  await db.chores.bulkPut([
    { ...chore, id: 'there' },
    { ...chore, id: 'gone', deletedAt: now },
  ]);
  expect((await readChoresOf(db, ['there', 'gone', 'never'])).map(({ id }) => id)).toEqual(['there']);
});
