import { type Instant, laterOf, MINUTE_MS, type WallTime } from '@/lib/time';
import { addDays, wallClockAt } from '@/lib/zone';
import { isWithin, type NightHours, type NightWindow, NOON, nightOf, nightWindow } from './night';
import type { Incident } from './rows/incident';
import type { NightRow } from './rows/others';
import { foldTimeline, type IncidentState } from './timeline/foldTimeline';

/** An incident with its state, so that it is folded once. */
export interface FoldedIncident {
  incident: Incident;
  state: IncidentState;
}

export const foldIncidents = (incidents: readonly Incident[]): FoldedIncident[] =>
  incidents.flatMap((incident) => {
    const state = foldTimeline(incident.timeline);
    return state ? [{ incident, state }] : [];
  });

/** For this long after "asleep again", being awake again is the same incident: the fix didn't hold. */
export const REOPEN_WITHIN_MS = 10 * MINUTE_MS;

/** The incident of a child that "awake again" would reopen: resolved a short while ago, and not by getting up for the day. */
export function findReopenable(
  folded: readonly FoldedIncident[],
  childId: string,
  now: Instant,
): FoldedIncident | null {
  const latest = folded
    .filter(({ incident, state }) => incident.childId === childId && state.resolution !== null)
    .sort((a, b) => (a.state.resolution?.at ?? 0) - (b.state.resolution?.at ?? 0))
    .at(-1);
  const resolution = latest?.state.resolution;
  if (!latest || !resolution || resolution.outcome === 'upForDay') return null;
  return now - resolution.at < REOPEN_WITHIN_MS ? latest : null;
}

/** The incident whose end the screen is still telling: the last one resolved, for as long as it can be reopened. */
export function findJustResolved(folded: readonly FoldedIncident[], now: Instant): FoldedIncident | null {
  const latest = folded
    .filter(({ state }) => state.resolution !== null && now - state.resolution.at < REOPEN_WITHIN_MS)
    .sort((a, b) => (a.state.resolution?.at ?? 0) - (b.state.resolution?.at ?? 0));
  return latest.at(-1) ?? null;
}

/** Where the household stands: before the night, in it, or past its end (or its "Good morning"). */
type Phase = 'before' | 'night' | 'after';

export interface Tonight {
  window: NightWindow;
  phase: Phase;
  /** Since when everybody has been asleep: the last resolution, or the night's start. Null outside the night. */
  asleepSince: Instant | null;
  /** When the next night starts, as planned. */
  nextNightStart: Instant;
  /** A child got up for the day since the night began: nobody is "all asleep" any more. A nap's end does not count. */
  upForDay: FoldedIncident | null;
  /** "Good night" can be said: it is evening, or not long after midnight, and nobody has. */
  canSayGoodNight: boolean;
  /** "Good morning" can be said: it is five o'clock or later, and nobody has. */
  canSayGoodMorning: boolean;
}

/* From five in the afternoon a night may be begun, from five in the morning it may be closed. Nobody who is woken at 2:43 wants to be wished a good night. */
const GOOD_NIGHT_FROM = '17:00' as WallTime;
const GOOD_NIGHT_UNTIL = '02:00' as WallTime;
const GOOD_MORNING_FROM = '05:00' as WallTime;

export function tonightOf(
  hours: NightHours,
  row: NightRow | null,
  folded: readonly FoldedIncident[],
  now: Instant,
): Tonight {
  const night = nightOf(now, hours.timeZone);
  const window = nightWindow(night, hours, row);
  const upForDay =
    folded.findLast(
      ({ state: { resolution } }) => resolution?.outcome === 'upForDay' && resolution.at >= window.start,
    ) ?? null;
  const { time } = wallClockAt(now, hours.timeZone);
  const phase = now < window.start ? 'before' : now < window.end ? 'night' : 'after';
  const ends = folded.flatMap(({ state }) => (state.resolution ? [state.resolution.at] : []));
  const asleepSince =
    phase === 'night' && !upForDay ? ends.filter((at) => isWithin(at, window)).reduce(laterOf, window.start) : null;
  const afternoon = time >= NOON;
  return {
    window,
    phase,
    asleepSince,
    upForDay,
    nextNightStart: now < window.start ? window.start : nightWindow(addDays(night, 1), hours).start,
    canSayGoodNight: row?.bedtimeAt == null && (afternoon ? time >= GOOD_NIGHT_FROM : time < GOOD_NIGHT_UNTIL),
    canSayGoodMorning: row?.morningAt == null && !afternoon && time >= GOOD_MORNING_FROM,
  };
}
