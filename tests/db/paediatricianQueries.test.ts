import { describe, expect, it } from 'vitest';
import { readReportLog } from '@/db/paediatricianQueries';
import type { RowOf } from '@/domain/rows/tables';
import { fillDatabase } from '../support/backup';
import { freshDatabaseName, openWindow } from '../support/database';
import { at, day, LEO, nightRow, PARIS, ZOE } from '../support/factories';
import { logWith, wakeUpBetween } from '../support/metrics';

const temperatureRow = (time: string, childId = LEO): RowOf<'observations'> => ({
  id: `${childId} ${time}`,
  updatedAt: at(time),
  deletedAt: null,
  childId,
  at: at(time),
  kind: 'temperature',
  celsius: 38,
});

const read = async (content: Parameters<typeof logWith>[0]) => {
  const db = await fillDatabase(openWindow(freshDatabaseName()), logWith(content));
  return readReportLog(db, LEO, day('2026-11-16'), day('2026-11-17'), PARIS);
};

describe('readReportLog', () => {
  it('returns the nights of all children and the days beside them, because a night’s hours may reach past noon', async () => {
    const incidents = [
      wakeUpBetween('2026-11-15 11:00', '2026-11-15 11:10'),
      wakeUpBetween('2026-11-16 11:00', '2026-11-16 11:10'),
      wakeUpBetween('2026-11-17 02:43', '2026-11-17 03:03'),
      wakeUpBetween('2026-11-18 02:00', '2026-11-18 02:10', { childId: ZOE }),
      wakeUpBetween('2026-11-18 12:30', '2026-11-18 12:40'),
      wakeUpBetween('2026-11-19 12:30', '2026-11-19 12:40'),
    ];
    const nights = ['2026-11-15', '2026-11-16', '2026-11-18'].map((id) => nightRow({ id: day(id), quiet: true }));
    const found = await read({ incidents, nights });
    expect(found?.incidents).toEqual(incidents.slice(1, -1));
    expect(found?.nights.map(({ id }) => id)).toEqual(['2026-11-16']);
  });

  it('returns the child’s observations from the beginning of the first day to the end of the day after the last night', async () => {
    const observations = [
      temperatureRow('2026-11-15 23:59'),
      temperatureRow('2026-11-16 00:00'),
      temperatureRow('2026-11-17 08:00', ZOE),
      temperatureRow('2026-11-18 23:59'),
      temperatureRow('2026-11-19 00:00'),
    ];
    const found = await read({ observations });
    expect(found?.observations.map(({ id }) => id)).toEqual([observations[1]?.id, observations[3]?.id]);
  });

  it('leaves out a row that cannot be read, and returns the others', async () => {
    const db = await fillDatabase(
      openWindow(freshDatabaseName()),
      logWith({ observations: [temperatureRow('2026-11-17 08:00')] }),
    );
    await db.table('observations').put({ ...temperatureRow('2026-11-17 09:00'), celsius: 'hot' });
    const found = await readReportLog(db, LEO, day('2026-11-16'), day('2026-11-17'), PARIS);
    expect(found?.observations).toHaveLength(1);
  });

  it('returns null without a household', async () => {
    expect(
      await readReportLog(openWindow(freshDatabaseName()), LEO, day('2026-11-16'), day('2026-11-17'), PARIS),
    ).toBeNull();
  });
});
