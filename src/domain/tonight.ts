import { type Instant, MINUTE_MS, type WallTime } from '@/lib/time';
import { addDays, NOON, wallClockAt } from '@/lib/zone';
import { detectionIn, type KnownHours, knownWindow } from './knownWindow';
import { isWithin, livedNight, type NightWindow, nightWindow } from './night';
import type { Incident } from './rows/incident';
import type { NightRow } from './rows/others';
import { isInFuture } from './timeline/checkTimeline';
import { foldTimeline, type IncidentState } from './timeline/foldTimeline';

/** An incident together with its state, so that its timeline is folded only once. */
export interface FoldedIncident {
  incident: Incident;
  state: IncidentState;
}

/** Folds the timeline of each incident. Incidents without a detection are left out. */
export const foldIncidents = (incidents: readonly Incident[]): FoldedIncident[] =>
  incidents.flatMap((incident) => {
    const state = foldTimeline(incident.timeline);
    return state ? [{ incident, state }] : [];
  });

/** A child who wakes less than this long after "asleep again" is still in the same incident. */
export const REOPEN_WITHIN_MS = 10 * MINUTE_MS;

/** An end that a wrong clock has dated in the future was not just now. */
const isJustOver = (resolvedAt: Instant, now: Instant): boolean =>
  now - resolvedAt < REOPEN_WITHIN_MS && !isInFuture(resolvedAt, now);

/**
 * Returns the incident that "awake again" would reopen for a child: its latest one, if that was
 * resolved less than ten minutes ago and the child did not get up for the day. Null otherwise.
 */
export function findReopenable(
  folded: readonly FoldedIncident[],
  childId: string,
  now: Instant,
): FoldedIncident | null {
  const latest = folded
    .filter(
      ({ incident, state }) =>
        incident.childId === childId && state.resolution !== null && !isInFuture(state.resolution.at, now),
    )
    .sort((a, b) => (a.state.resolution?.at ?? 0) - (b.state.resolution?.at ?? 0))
    .at(-1);
  const resolution = latest?.state.resolution;
  if (!latest || !resolution || resolution.outcome === 'upForDay') return null;
  return isJustOver(resolution.at, now) ? latest : null;
}

/**
 * Returns the incident whose end the screen still shows: the last one that was resolved, for the
 * ten minutes after its end. Null if there is none.
 */
export function findJustResolved(folded: readonly FoldedIncident[], now: Instant): FoldedIncident | null {
  const latest = folded
    .filter(({ state }) => state.resolution !== null && isJustOver(state.resolution.at, now))
    .sort((a, b) => (a.state.resolution?.at ?? 0) - (b.state.resolution?.at ?? 0));
  return latest.at(-1) ?? null;
}

/** Whether `now` is before the night's window, within it, or after it. */
type Phase = 'before' | 'night' | 'after';

export interface Tonight {
  /** The part of the night's window that anybody can know of (knownWindow.ts). */
  window: NightWindow;
  phase: Phase;
  /**
   * Whether it is night, and no child got up for the day since it began. Open incidents are not
   * considered.
   */
  isEverybodyAsleep: boolean;
  /**
   * Since when everybody has been asleep: the last resolution, or the night's start. Null while
   * `isEverybodyAsleep` is false, and as long as nobody can know it: the household was made in this
   * night, and nothing is logged yet.
   */
  asleepSince: Instant | null;
  /** The planned start of the next night. */
  nextNightStart: Instant;
  /** The last incident in which a child got up for the day since the night began, or null. */
  upForDay: FoldedIncident | null;
  /** Whether "Good night" is offered: from 17:00 to 02:00, until it is logged. */
  canSayGoodNight: boolean;
  /** Whether "Good morning" is offered: from 05:00 to noon, until it is logged. */
  canSayGoodMorning: boolean;
}

/*
 * "Good night" is not offered after 02:00, because a parent who is woken at 2:43 does not want to
 * be wished one.
 */
const GOOD_NIGHT_FROM = '17:00' as WallTime;
const GOOD_NIGHT_UNTIL = '02:00' as WallTime;
const GOOD_MORNING_FROM = '05:00' as WallTime;

/**
 * Returns what the Tonight screen shows of the night that `now` belongs to.
 *
 * @param stored the row of that night; null, or the row of another night, if it is not read yet
 */
export function tonightOf(
  hours: KnownHours,
  stored: NightRow | null,
  folded: readonly FoldedIncident[],
  now: Instant,
): Tonight {
  const night = livedNight(now, hours);
  const row = stored?.id === night ? stored : null;
  const wholeWindow = nightWindow(night, hours, row);
  const window = knownWindow(night, hours, row, detectionIn(folded.map(({ state }) => state.detectedAt)));
  const upForDay =
    folded.findLast(
      ({ state: { resolution } }) => resolution?.outcome === 'upForDay' && resolution.at >= wholeWindow.start,
    ) ?? null;
  const { time } = wallClockAt(now, hours);
  let phase: Phase = 'after';
  if (now < wholeWindow.start) phase = 'before';
  else if (now < wholeWindow.end) phase = 'night';
  const isEverybodyAsleep = phase === 'night' && upForDay === null;
  const quietFrom = folded
    .flatMap(({ state }) => state.resolution?.at ?? [])
    .filter((at) => isWithin(at, window) && at <= now);
  // Another start is only where the log begins, and says nothing of how long it has been quiet.
  if (window.start === wholeWindow.start) quietFrom.push(window.start);
  const isAfternoon = time >= NOON;
  return {
    window,
    phase,
    isEverybodyAsleep,
    asleepSince: (isEverybodyAsleep && quietFrom.sort((a, b) => b - a)[0]) || null,
    upForDay,
    nextNightStart: now < wholeWindow.start ? wholeWindow.start : nightWindow(addDays(night, 1), hours).start,
    canSayGoodNight: row?.bedtimeAt == null && (isAfternoon ? time >= GOOD_NIGHT_FROM : time < GOOD_NIGHT_UNTIL),
    canSayGoodMorning: row?.morningAt == null && !isAfternoon && time >= GOOD_MORNING_FROM,
  };
}
