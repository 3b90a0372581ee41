import { type LoggedMonth, type Month, monthOf } from '@/db/loggedMonths';
import { DAY_MS, type Day } from '@/lib/time';
import { addDays } from '@/lib/zone';

/** A month of the list, or the months between two of them, of which nothing was logged. */
export type MonthGroup =
  | { kind: 'month'; key: string; month: Month }
  | { kind: 'gap'; key: string; from: Day; to: Day; count: number };

/**
 * Returns the list of months, the latest first. The present month is always in it; the months
 * between two of the list are one gap, unless they are still to come. The present month ends with
 * tonight, or with a later night that a wrong clock has logged. The earliest month begins with the
 * first logged night, so that nobody is shown nights before there was a log.
 *
 * @param logged the months with something logged, the latest first
 * @param firstNight the first night of the log
 * @param latest the night of today
 */
export function listMonths(logged: readonly LoggedMonth[], firstNight: Day, latest: Day): MonthGroup[] {
  const present = { ...monthOf(latest), lastLogged: latest };
  const months = logged.some(({ from }) => from === present.from)
    ? logged
    : [...logged, present].sort((a, b) => (a.from < b.from ? 1 : -1));
  const groups: MonthGroup[] = [];
  let newer: Month | null = null;
  for (const month of months) {
    if (newer) {
      const [from, to] = [addDays(month.to, 1), addDays(newer.from, -1)];
      const count = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
      if (count > 0 && from <= latest) groups.push({ kind: 'gap', key: `gap ${from}`, from, to, count });
    }
    groups.push({ kind: 'month', key: month.from, month: cutToLog(month, firstNight, latest) });
    newer = month;
  }
  return groups;
}

function cutToLog({ from, to, lastLogged }: LoggedMonth, firstNight: Day, latest: Day): Month {
  const isPast = to < latest;
  const last = lastLogged > latest ? lastLogged : latest;
  return { from: firstNight > from && firstNight <= to ? firstNight : from, to: isPast ? to : last };
}
