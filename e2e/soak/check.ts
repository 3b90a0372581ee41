import { expect } from '@playwright/test';
import type { Calendar } from './calendar';
import { differencesOf, without } from './compareLines';
import { countNights, sumUp } from './count';
import { checkDashboard, DASHBOARD_NIGHTS } from './dashboard';
import { wrongFigures } from './figures';
import type { Household } from './household';
import type { Ledger } from './ledger';
import { LOG_TABLES, readLog, type StoredLog, type StoredRow } from './storedLog';

/**
 * Checks at the end of a month that both phones have the same log, that it is what the ledger has,
 * and that the app counts it as the ledger does.
 *
 * @param nights all nights so far
 * @returns the log of both
 */
export async function checkHousehold(
  { phones: { hers, his } }: Household,
  ledger: Ledger,
  { calendar, nights, now }: { calendar: Calendar; nights: readonly string[]; now: number },
): Promise<StoredLog> {
  const [log, other] = await Promise.all([readLog(hers.page), readLog(his.page)]);
  expect(differencesBetween(log, other)).toEqual([]);
  expect(differencesOf(log, ledger)).toEqual([]);

  const counted = countNights(ledger, calendar, nights);
  expect(wrongFigures(log, sumUp(counted), nights, now)).toEqual([]);
  const shown = nights.slice(-DASHBOARD_NIGHTS);
  const countOfShown = sumUp(counted.slice(-DASHBOARD_NIGHTS));
  expect(wrongFigures(log, countOfShown, shown, now)).toEqual([]);
  // The range of the dashboard would begin before the log.
  if (shown.length === DASHBOARD_NIGHTS) for (const phone of [hers, his]) await checkDashboard(phone, countOfShown);
  for (const phone of [hers, his]) expect(phone.faults.flat()).toEqual([]);
  return log;
}

/** Returns the rows of one phone that the other does not have to the byte. */
function differencesBetween(log: StoredLog, other: StoredLog): string[] {
  return LOG_TABLES.flatMap((table) => {
    const [rows, otherRows] = [log[table].map(canonicalJson), other[table].map(canonicalJson)];
    return [...without(rows, otherRows), ...without(otherRows, rows)];
  });
}

/** A row with the keys of every object in one order. */
const canonicalJson = (row: StoredRow): string =>
  JSON.stringify(row, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
