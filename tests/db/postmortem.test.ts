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

it('a post-mortem lies on its night, beside its bedtime, and is taken back', async () => {
  const db = await householdDatabase();
  await changeNight(db, { night, change: { bedtimeAt: tonightAt('20:30') }, now: tonightAt('20:30') });
  const result = await writePostmortem(db, first);
  expect(await readNightRow(db, night)).toMatchObject({ bedtimeAt: tonightAt('20:30'), postmortem: '# Ours' });
  if (!result.ok) throw new Error('refused');
  await undo(db, { undo: result.value.undo, now });
  expect(await readNightRow(db, night)).toMatchObject({ bedtimeAt: tonightAt('20:30'), postmortem: '' });
});

it('may be the first thing that is said of a night, and is nothing once it is taken back', async () => {
  const db = await householdDatabase();
  const result = await writePostmortem(db, first);
  if (!result.ok) throw new Error('refused');
  await undo(db, { undo: result.value.undo, now });
  expect(await readNightRow(db, night)).toBeNull();
});

it('does not overwrite what another window wrote since; the same write twice is one write', async () => {
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
])('a text %s is refused, and nothing changes', async (_, text, code) => {
  const db = await householdDatabase();
  await writePostmortem(db, first);
  expect(await writePostmortem(db, { ...first, text, baseText: '# Ours' })).toMatchObject({ refusal: { code } });
  expect(await readNightRow(db, night)).toMatchObject({ postmortem: '# Ours' });
});

it('one of a hundred thousand characters is kept whole', async () => {
  const db = await householdDatabase();
  const text = '👶'.repeat(50_000);
  expect(await writePostmortem(db, { ...first, text })).toMatchObject({ ok: true });
  expect(await readNightRow(db, night)).toMatchObject({ postmortem: text });
});

it('chores are found by their ids, those taken back are not', async () => {
  const db = await householdDatabase();
  const chore = { updatedAt: now, deletedAt: null, title: 'Oil it', effortMinutes: 5, deferredAt: now, paidAt: null };
  await db.chores.bulkPut([
    { ...chore, id: 'there' },
    { ...chore, id: 'gone', deletedAt: now },
  ]);
  expect((await readChoresOf(db, ['there', 'gone', 'never'])).map(({ id }) => id)).toEqual(['there']);
});
