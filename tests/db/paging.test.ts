import { describe, expect, it } from 'vitest';
import type { InfernalDatabase } from '@/db/database';
import { answerPage, noteDelivered } from '@/db/paging';
import { readIncident } from '@/db/queries';
import { undo } from '@/db/undo';
import { householdDatabase } from '../support/database';
import { DAD, entry, incident, MUM, tonightAt } from '../support/factories';

const cry = entry('detected', '02:43:00');
const page = entry('escalated', '02:44:00', { id: 'page', via: 'page' });

const linesOf = async (db: InfernalDatabase) =>
  ((await readIncident(db, 'incident'))?.timeline ?? [])
    .slice(2)
    .map((line) => `${line.id} ${'by' in line ? line.by : 'to' in line ? line.to : ''}`);
const answer = (db: InfernalDatabase, said: 'up' | 'declined', time: string, by = DAD) =>
  answerPage(db, { incidentId: 'incident', pageId: 'page', sentAt: page.at, by, answer: said, now: tonightAt(time) });
const deliver = (db: InfernalDatabase, time: string) =>
  noteDelivered(db, { incidentId: 'incident', pageId: 'page', sentAt: page.at, to: DAD, now: tonightAt(time) });

describe('a page', () => {
  it('rings once, however many phones of his say so, and is answered once', async () => {
    const db = await householdDatabase([incident([cry, page])]);
    await deliver(db, '02:44:02');
    await deliver(db, '02:44:03');
    await answer(db, 'up', '02:44:30');
    await answer(db, 'up', '02:44:31');
    expect(await linesOf(db)).toEqual(['page/delivered dad', 'page/up dad']);
  });

  it('is declined, and answered after all', async () => {
    const db = await householdDatabase([incident([cry, page])]);
    await answer(db, 'declined', '02:44:30');
    await answer(db, 'up', '02:46:00');
    expect(await linesOf(db)).toEqual(['page/declined dad', 'page/up dad']);
    expect((await readIncident(db, 'incident'))?.timeline[2]).toMatchObject({ kind: 'noResponse', declined: true });
  });

  it('changes nothing any more once the child is asleep again or he is up', async () => {
    const over = await householdDatabase([incident([cry, page, entry('resolved', '02:44:20', { by: MUM })])]);
    expect(await answer(over, 'up', '02:44:30')).toMatchObject({ ok: true });
    expect(await linesOf(over)).toEqual(['resolved 02:44:20 mum']);
    const up = await householdDatabase([incident([cry, page, entry('acknowledged', '02:44:20', { by: DAD })])]);
    await answer(up, 'declined', '02:44:30');
    expect(await linesOf(up)).toEqual(['acknowledged 02:44:20 dad']);
  });

  it('rang after it was sent, though the clock of his phone is behind, and never if it was undone', async () => {
    const db = await householdDatabase([incident([cry, page])]);
    await deliver(db, '02:41:00');
    expect((await readIncident(db, 'incident'))?.timeline[2]).toMatchObject({ at: tonightAt('02:44:00') });
    const undone = await householdDatabase([incident([cry, { ...page, deletedAt: tonightAt('02:44:01') }])]);
    await deliver(undone, '02:44:02');
    expect(await linesOf(undone)).toEqual([]);
  });

  it('is answered anew after the answer was undone', async () => {
    const db = await householdDatabase([incident([cry, page])]);
    const first = await answer(db, 'up', '02:44:30');
    if (first.ok) await undo(db, { undo: first.value.undo, now: tonightAt('02:44:35') });
    await answer(db, 'up', '02:44:40');
    await answer(db, 'up', '02:44:41');
    const said = (await readIncident(db, 'incident'))?.timeline.slice(2);
    expect(said?.map(({ id, deletedAt }) => [id, deletedAt === null])).toEqual([
      ['page/up', false],
      ['page/up 2', true],
    ]);
  });

  it('has answers with ids that can be stored, however long its own is', async () => {
    const long = { ...page, id: 'p'.repeat(100) };
    const db = await householdDatabase([incident([cry, long])]);
    const place = { incidentId: 'incident', pageId: long.id, sentAt: page.at, now: tonightAt('02:44:30') };
    await noteDelivered(db, { ...place, to: DAD });
    await answerPage(db, { ...place, by: DAD, answer: 'declined' });
    const ids = (await readIncident(db, 'incident'))?.timeline.map(({ id }) => id) ?? [];
    expect(ids.slice(2).map((id) => id.length)).toEqual([100, 100]);
    expect(new Set(ids).size).toBe(4);
  });

  it('of an incident that is not there is refused', async () => {
    const db = await householdDatabase();
    expect(await answer(db, 'up', '02:44:30')).toEqual({ ok: false, refusal: { code: 'unknownIncident' } });
  });
});
