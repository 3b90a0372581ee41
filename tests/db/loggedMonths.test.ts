import { describe, expect, it } from 'vitest';
import { monthOf, readLoggedMonths } from '@/db/loggedMonths';
import { householdDatabase } from '../support/database';
import { at, day, entry, incident, nightRow, PARIS } from '../support/factories';

const wakeUpAt = (time: string) => incident([entry('detected', at(time)), entry('resolved', at(time))], { id: time });

describe('readLoggedMonths', () => {
  it('returns the months with an incident or a night row, the latest first, with their last logged night', async () => {
    const db = await householdDatabase([
      wakeUpAt('2026-11-10 23:00'),
      wakeUpAt('2026-11-17 02:43'),
      wakeUpAt('2017-03-01 02:00'),
    ]);
    await db.nights.put(nightRow({ id: day('2026-09-30'), quiet: true }));
    expect(await readLoggedMonths(db, PARIS)).toEqual([
      { from: '2026-11-01', to: '2026-11-30', lastLogged: '2026-11-16' },
      { from: '2026-09-01', to: '2026-09-30', lastLogged: '2026-09-30' },
      // Two o'clock on 1 March is in the night of 28 February.
      { from: '2017-02-01', to: '2017-02-28', lastLogged: '2017-02-28' },
    ]);
    expect(await readLoggedMonths(db, PARIS, 1)).toHaveLength(1);
  });

  it('ignores deleted rows', async () => {
    const db = await householdDatabase([{ ...wakeUpAt('2026-11-10 23:00'), deletedAt: at('2026-11-11 09:00') }]);
    await db.nights.put(nightRow({ deletedAt: at('2026-11-17 09:00') }));
    expect(await readLoggedMonths(db, PARIS)).toEqual([]);
  });
});

describe('monthOf', () => {
  it.each([
    ['2026-12-31', '2026-12-01', '2026-12-31'],
    ['2028-02-10', '2028-02-01', '2028-02-29'],
    ['2199-12-31', '2199-12-01', '2199-12-31'],
  ])('returns the month of %s', (night, from, to) => {
    expect(monthOf(day(night))).toEqual({ from, to });
  });
});
