import { expect, it } from 'vitest';
import { readNights } from '@/db/logQueries';
import { moveIncident } from '@/db/moveIncident';
import { readIncident } from '@/db/queries';
import { undo } from '@/db/undo';
import { householdDatabase } from '../support/database';
import { at, day, entry, incident, PARIS, wakeUp } from '../support/factories';

const now = at('2026-11-23 10:00');
const move = { incidentId: '02:43 to 03:03', zone: PARIS, now };

it('moves a whole wake-up to another night, and back by one undo', async () => {
  const db = await householdDatabase([wakeUp('02:43', '03:03')]);
  const result = await moveIncident(db, { ...move, day: day('2026-11-20') });
  if (!result.ok) throw new Error('not moved');
  const idsOf = async (night: string) =>
    (await readNights(db, day(night), day(night), PARIS)).incidents.map(({ id }) => id);
  expect([await idsOf('2026-11-16'), await idsOf('2026-11-19')]).toEqual([[], ['02:43 to 03:03']]);
  expect(await undo(db, { undo: result.value.undo, now })).toMatchObject({ ok: true });
  expect([await idsOf('2026-11-16'), await idsOf('2026-11-19')]).toEqual([['02:43 to 03:03'], []]);
});

it('refuses to move a wake-up onto another one of the same child, and changes nothing', async () => {
  const other = incident([entry('detected', at('2026-11-20 02:50')), entry('resolved', at('2026-11-20 03:20'))]);
  const db = await householdDatabase([wakeUp('02:43', '03:03'), other]);
  const before = await readIncident(db, move.incidentId);
  expect(await moveIncident(db, { ...move, day: day('2026-11-20') })).toMatchObject({
    refusal: { code: 'overlaps', detectedAt: at('2026-11-20 02:50') },
  });
  expect(await readIncident(db, move.incidentId)).toEqual(before);
});
