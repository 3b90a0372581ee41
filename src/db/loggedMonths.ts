import { nightOf, nightSpan } from '@/domain/night';
import type { Day, Instant } from '@/lib/time';
import { addDays, type Zone } from '@/lib/zone';
import type { InfernalDatabase } from './database';

/** The nights of one calendar month, both included, named by the days of their evenings. */
export interface Month {
  from: Day;
  to: Day;
}

/** A month with something logged. */
export interface LoggedMonth extends Month {
  /** The latest night of the month of which something was logged. */
  lastLogged: Day;
}

/** Returns the calendar month that contains a night. */
export function monthOf(night: Day): Month {
  const from = `${night.slice(0, 7)}-01` as Day;
  // Every month is over 31 days after its first day.
  const nextMonth = `${addDays(from, 31).slice(0, 7)}-01` as Day;
  return { from, to: addDays(nextMonth, -1) };
}

/**
 * Returns the months in which a night or an incident was logged, the latest first. Each month takes
 * two steps along an index, however many incidents it has.
 *
 * @param count at most this many months are returned; by default all
 */
export async function readLoggedMonths(
  db: InfernalDatabase,
  zone: Zone,
  count = Number.POSITIVE_INFINITY,
): Promise<LoggedMonth[]> {
  const months: LoggedMonth[] = [];
  let latest = await latestLoggedNight(db, zone, null);
  while (latest !== null && months.length < count) {
    const month = monthOf(latest);
    months.push({ ...month, lastLogged: latest });
    latest = await latestLoggedNight(db, zone, month.from);
  }
  return months;
}

/** Returns the latest night before `bound` of which something was logged; null if there is none. */
async function latestLoggedNight(db: InfernalDatabase, zone: Zone, bound: Day | null): Promise<Day | null> {
  const incidents =
    bound === null
      ? db.incidents.orderBy('detectedAt')
      : db.incidents.where('detectedAt').below(nightSpan(bound, zone).start);
  const rows = bound === null ? db.nights.orderBy('id') : db.nights.where('id').below(bound);
  const [incident, row] = await Promise.all([
    incidents
      .reverse()
      .filter(({ deletedAt }) => deletedAt === null)
      .first(),
    rows
      .reverse()
      .filter(({ deletedAt }) => deletedAt === null)
      .first(),
  ]);
  const nights = [incident && nightOf(incident.detectedAt as Instant, zone), row?.id];
  return (
    nights
      .filter((night) => night !== undefined)
      .sort()
      .at(-1) ?? null
  );
}
