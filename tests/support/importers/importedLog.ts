import { defaultHousehold, emptyLog, newCaregiver, newChild, newIncident, newNightRow } from '@/domain/defaults';
import type { HouseholdLog } from '@/domain/rows/tables';
import { createDetected, createResolved } from '@/domain/timeline/createEntry';
import { newPersonId } from '@/importers/plan/toRows';
import { addMs, type Day, type Instant, MINUTE_MS } from '@/lib/time';
import { addDays, instantOnWall } from '@/lib/zone';
import { choiceOf } from './importChoice';

/** When everything in these logs was written. */
const WRITTEN = Date.parse('2026-01-01T12:00:00Z') as Instant;
/** After all nights of the scenes. */
const LATER = Date.parse('2026-11-20T12:00:00Z') as Instant;

type DrawnZone = readonly [timeZone: string, firstDay: string];

/** A log in which nobody and nothing is, in the zone of a drawn scene. */
export const emptyLogIn = ([timeZone]: DrawnZone): HouseholdLog =>
  emptyLog({ ...defaultHousehold(timeZone, WRITTEN, null), ...choiceOf(timeZone).household });

/**
 * A log of one's own over the nights of a drawn scene: Léo woke in one night, the next one has a
 * post-mortem and somebody on call, and the third one its bedtime.
 */
export function logOf({ zone, ownAfter }: { zone: DrawnZone; ownAfter: number }): HouseholdLog {
  const [timeZone, firstDay] = zone;
  const [second, third] = [1, 2].map((days) => addDays(firstDay as Day, ownAfter + days)) as [Day, Day];
  const wall = (day: Day, time: string) => instantOnWall(day, time as never, timeZone);
  const leo = newPersonId('children', 'Léo');
  const woke = wall(second, '01:30');
  const asleep = addMs(woke, 45 * MINUTE_MS);
  const fields = (id: string, at: Instant) => ({ id, at, estimated: false, now: at });
  const timeline = [
    createDetected(fields('own cry', woke), null, 'tap'),
    createResolved(fields('own end', asleep), 'dad', 'settled'),
  ];
  return {
    ...emptyLogIn(zone),
    children: [newChild(leo, 'Léo', 'blue', WRITTEN)],
    caregivers: [newCaregiver('dad', 'Dad', 'orange', WRITTEN)],
    incidents: [newIncident('own', leo, timeline, asleep)],
    nights: [
      {
        ...newNightRow(second, LATER),
        onCall: { primary: 'dad', secondary: null, handoverAt: null },
        postmortem: 'We lived.',
      },
      { ...newNightRow(third, WRITTEN), bedtimeAt: wall(third, '20:15') },
    ],
  };
}
