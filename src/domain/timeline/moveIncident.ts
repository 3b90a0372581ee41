import type { Incident } from '@/domain/rows/incident';
import { addMs, type Day, type Instant, MINUTE_MS } from '@/lib/time';
import { instantOnWall, wallClockAt, type Zone } from '@/lib/zone';
import { checkTimeline } from './checkTimeline';
import { type EditResult, nextUpdatedAt } from './editTimeline';
import { foldTimeline } from './foldTimeline';

/**
 * Returns the incident with its beginning on another day at the same time on the wall, and all its
 * entries, also the deleted ones, moved by as much: every duration stays. On a day whose clocks
 * skipped that time it begins when they went forward.
 *
 * @param day the day on the wall on which it began
 */
export function moveToDay(incident: Incident, day: Day, zone: Zone, now: Instant): EditResult {
  const detectedAt = foldTimeline(incident.timeline)?.detectedAt;
  if (detectedAt === undefined) return { ok: false, refusal: { code: 'noDetected' } };
  const wall = wallClockAt(detectedAt, zone);
  if (wall.day === day) return { ok: true, value: incident };
  // On the wall the beginning is a whole minute; its seconds stay.
  const minute = addMs(detectedAt, -(detectedAt % MINUTE_MS));
  const moveMs = instantOnWall(day, wall.time, zone) - minute;
  const timeline = incident.timeline.map((entry) => ({
    ...entry,
    at: addMs(entry.at, moveMs),
    updatedAt: nextUpdatedAt(entry, now),
  }));
  const refusal = checkTimeline(timeline, now, incident.timeline);
  if (refusal) return { ok: false, refusal };
  return { ok: true, value: { ...incident, timeline, updatedAt: nextUpdatedAt(incident, now) } };
}
