import { moveEntries } from '@/domain/clock/moveDates';
import { MOST_DATES, withoutDates } from '@/domain/clock/wrongDates';
import { nightOf } from '@/domain/night';
import type { Incident } from '@/domain/rows/incident';
import { isInFuture } from '@/domain/timeline/checkTimeline';
import { addMs, earlierOf, laterOf } from '@/lib/time';
import type { ClockSlip, WrongClock } from './proposal';
import { isWritable, type ReviewContext } from './reviewContext';

/**
 * Returns one question for each slip of the clock whose dates are still in the log, and one for
 * what lies in the future without any slip that was noticed, as after restoring a backup. The
 * latter would move back until its latest entry is now, which is the least that is wrong with it.
 */
export function findWrongClocks(context: ReviewContext): WrongClock[] {
  const { log, now } = context;
  const slips = log.clockSlips ?? [];
  const noticed = slips.flatMap(({ dates }) => dates);
  const future = (log.futureDates ?? []).filter(({ at }) => isInFuture(at, now));
  const unnoticed = withoutDates(future, noticed);
  const questions = slips.flatMap((slip) => questionFor(context, slip, `wrongClock ${slip.noticedAt}`));
  if (unnoticed.length === 0 || unnoticed.length > MOST_DATES) return questions;
  const latest = unnoticed.map(({ at }) => at).reduce(laterOf);
  const rowIds = [...new Set(unnoticed.map(({ rowId }) => rowId))].sort();
  const estimated = { noticedAt: now, byMs: now - latest, isExact: false, dates: unnoticed };
  return [...questions, ...questionFor(context, estimated, `wrongClock ${rowIds.join(' ')}`)];
}

/** Returns no question if the slip has dated nothing that is still there. */
function questionFor(
  { log, now, placedIncidents, othersOf }: ReviewContext,
  { dates: allDates, byMs, isExact }: ClockSlip,
  id: string,
): WrongClock[] {
  // The wake-ups of a child who was deleted are nowhere in the review.
  const placed = new Set(placedIncidents.map(({ incident }) => incident.id));
  const dates = allDates.filter(({ table, rowId }) => table !== 'incidents' || placed.has(rowId));
  const [first] = dates;
  if (!first) return [];
  const earliest = dates.map(({ at }) => at).reduce(earlierOf, first.at);
  const rowIds = new Set(dates.map(({ rowId }) => rowId));
  const incidents = placedIncidents.map(({ incident }) => incident).filter((incident) => rowIds.has(incident.id));
  const moved = new Map(
    incidents.map((incident) => [incident.id, moveEntries(incident, dates, { byMs, isExact }, now)]),
  );
  const isAllowed = (incident: Incident) => {
    const others = othersOf(incident).map((other) => moved.get(other.id) ?? other);
    const stored = incidents.find(({ id }) => id === incident.id);
    return isWritable(incident, others, now, stored);
  };
  return [
    {
      kind: 'wrongClock',
      id,
      night: nightOf(addMs(earliest, byMs), log.household),
      incidents,
      repair: { kind: 'moveDates', dates, byMs, isExact },
      isRefused: ![...moved.values()].every(isAllowed),
    },
  ];
}
