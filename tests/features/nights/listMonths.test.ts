import { describe, expect, it } from 'vitest';
import { monthOf } from '@/db/loggedMonths';
import { listMonths } from '@/features/nights/listMonths';
import { day } from '../../support/factories';

const LATEST = day('2026-11-16');
const month = (lastLogged: string) => ({ ...monthOf(day(lastLogged)), lastLogged: day(lastLogged) });
const described = (...args: Parameters<typeof listMonths>) =>
  listMonths(...args).map((group) =>
    group.kind === 'month'
      ? `${group.month.from} to ${group.month.to}`
      : `${group.count} nights not logged from ${group.from} to ${group.to}`,
  );

describe('listMonths', () => {
  it('begins the earliest month with the first night of the log, and ends the present one with tonight', () => {
    expect(described([month('2026-11-15'), month('2026-10-31')], day('2026-10-20'), LATEST)).toEqual([
      '2026-11-01 to 2026-11-16',
      '2026-10-20 to 2026-10-31',
    ]);
  });

  it('lists the present month even if nothing was logged in it', () => {
    expect(described([month('2026-10-31')], day('2026-10-20'), LATEST)).toEqual([
      '2026-11-01 to 2026-11-16',
      '2026-10-20 to 2026-10-31',
    ]);
  });

  it('joins the months of nine years without a log into one gap', () => {
    expect(described([month('2026-11-15'), month('2017-01-01')], day('2017-01-01'), LATEST)).toEqual([
      '2026-11-01 to 2026-11-16',
      '3560 nights not logged from 2017-02-01 to 2026-10-31',
      '2017-01-01 to 2017-01-31',
    ]);
  });

  it('lists nights that a wrong clock has logged after tonight, in this month and in later ones', () => {
    expect(described([month('2100-01-01'), month('2026-11-20')], day('2026-11-02'), LATEST)).toEqual([
      '2100-01-01 to 2100-01-01',
      '2026-11-02 to 2026-11-20',
    ]);
  });
});
