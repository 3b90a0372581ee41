import { describe, expect, it } from 'vitest';
import type { InfernalDatabase } from '@/db/database';
import { answerPage, noteDelivered } from '@/db/paging';
import { readIncident } from '@/db/queries';
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

  it('of an incident that is not there is refused', async () => {
    const db = await householdDatabase();
    expect(await answer(db, 'up', '02:44:30')).toEqual({ ok: false, refusal: { code: 'unknownIncident' } });
  });
});
