import type { Shift } from '@/domain/rows/household';
import type { HouseholdLog } from '@/domain/rows/tables';
import type { Day, Instant } from '@/lib/time';
import type { ReferenceIncident } from './incident';
import { daysBetween, daysLater, NOON, wallInstant } from './wallClock';
import { type ReferenceWindow, rowOf, windowOf } from './window';

/* Reads one night tick by tick, following "Nights" in metrics.md. */

interface TickState {
  /**
   * The children who were awake at this tick, and the caregivers who were awake for one of them.
   */
  childrenAwake: ReadonlySet<string>;
  caregiversAwake: ReadonlySet<string>;
}

export interface ReferenceNight {
  night: Day;
  windowStart: Instant;
  windowEnd: Instant;
  observed: boolean;
  counted: readonly ReferenceIncident[];
  falseAlarms: readonly ReferenceIncident[];
  /**
   * The ticks of the window, cut at `now`. All times are multiples of a tick, so what is true at
   * the beginning of a tick is true for all of it.
   */
  ticks: readonly TickState[];
  tickMs: number;
  onCall: Shift | null;
}

interface NightInput {
  log: HouseholdLog;
  incidents: readonly ReferenceIncident[];
  now: Instant;
  tickMs: number;
}

export function referenceNight(night: Day, { log, incidents, now, tickMs }: NightInput): ReferenceNight {
  const row = rowOf(log, night);
  const window = windowOf(log, night);
  const cutEnd = Math.max(window.start, Math.min(window.end, now)) as Instant;
  // The window has not begun, or clocks skip all of it. Such a night is in no figure.
  const hasBegun = window.start < cutEnd;
  const detectedBefore = (end: Instant) => incidents.filter(({ detected: { at } }) => at >= window.start && at < end);
  const ticks = ticksOf(window, incidents, tickMs);
  const hasLoggedRow = row !== null && (row.bedtimeAt !== null || row.morningAt !== null || row.quiet);
  const detectedIncidents = detectedBefore(cutEnd);

  return {
    night,
    windowStart: window.start,
    windowEnd: cutEnd,
    observed:
      hasBegun &&
      (hasLoggedRow ||
        detectedBefore(window.end).length > 0 ||
        ticks.some(({ childrenAwake }) => childrenAwake.size > 0)),
    counted: detectedIncidents.filter(({ falseAlarm }) => !falseAlarm),
    falseAlarms: detectedIncidents.filter(({ falseAlarm }) => falseAlarm),
    ticks: ticks.slice(0, (cutEnd - window.start) / tickMs),
    tickMs,
    onCall: row?.onCall ?? slotOf(log, night),
  };
}

function ticksOf(window: ReferenceWindow, incidents: readonly ReferenceIncident[], tickMs: number): TickState[] {
  const ticks: TickState[] = [];
  for (let at = window.start; at < window.end; at = (at + tickMs) as Instant) {
    const childrenAwake = new Set<string>();
    const caregiversAwake = new Set<string>();
    for (const incident of incidents) {
      if (isAwake(incident, at, window)) childrenAwake.add(incident.incident.childId);
      for (const { caregiverId, from, to } of incident.caregiversAwake)
        if (at >= from && at < to) caregiversAwake.add(caregiverId);
    }
    ticks.push({ childrenAwake, caregiversAwake });
  }
  return ticks;
}

function isAwake({ childAwake, resolved }: ReferenceIncident, at: Instant, window: ReferenceWindow): boolean {
  if (childAwake.some(({ from, to }) => at >= from && at < to)) return true;
  // "Up for the day" lasts to the end of the night in which it was logged. If it was logged after a
  // nap or on another morning, it does not affect this night.
  if (resolved?.outcome !== 'upForDay') return false;
  return resolved.at >= window.start && resolved.at < window.end && at >= resolved.at;
}

function slotOf({ household: { rotation } }: HouseholdLog, night: Day): Shift | null {
  if (!rotation) return null;
  const slotCount = rotation.slots.length;
  let index = daysBetween(rotation.anchor, night);
  // In JavaScript the remainder of a negative number is negative, so the index is made positive.
  while (index < 0) index += slotCount;
  return rotation.slots[index % slotCount] ?? null;
}

/** Returns the primary at an instant of a night; null when there is none. */
export function primaryAt({ night, onCall }: ReferenceNight, at: Instant, timeZone: string): string | null {
  if (!onCall) return null;
  const { primary, secondary, handoverAt } = onCall;
  if (handoverAt === null) return primary;
  const handover = wallInstant(handoverAt >= NOON ? night : daysLater(night, 1), handoverAt, timeZone);
  return at >= handover ? secondary : primary;
}
