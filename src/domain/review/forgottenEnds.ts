import { isWithin } from '@/domain/night';
import type { Incident } from '@/domain/rows/incident';
import { addEntryTo } from '@/domain/timeline/editTimeline';
import { addMs, earlierOf, HOUR_MS, type Instant, laterOf, MINUTE_MS } from '@/lib/time';
import type { EndRepair, ForgottenEnd } from './proposal';
import { entryForRepair } from './repairEntry';
import { isWritable, type PlacedIncident, type ReviewContext } from './reviewContext';
import { usualRecoveryMs } from './usualRecovery';

/**
 * A night's incident counts as forgotten when its last entry is at least this old. With a night
 * that ends at 7:00: at 7:05, a child who has been awake since 6:50 is simply awake. If the last
 * entry was at 2:50, the child has fallen asleep since or got up with everybody else; in neither
 * case is the incident still running.
 */
const SILENT_AFTER_NIGHT_MS = HOUR_MS;

/**
 * The limit for an incident by day. It is longer, because by day parents seldom log what they do.
 */
const SILENT_BY_DAY_MS = 3 * HOUR_MS;

/** To be heard again, a child must have been asleep for at least this long. */
const MIN_SLEEP_BEFORE_NEXT_MS = MINUTE_MS;

/** Returns a proposal for each incident of any age that somebody forgot to end, oldest first. */
export const findForgottenEnds = (context: ReviewContext): ForgottenEnd[] =>
  context.placedIncidents.flatMap((placedIncident) =>
    isForgotten(placedIncident, context.now) ? proposalFor(placedIncident, context) : [],
  );

/**
 * An open incident is never forgotten while its night is running, nor so soon after its last entry
 * that it may still be going on.
 */
function isForgotten({ state, window, lastEntryAt }: PlacedIncident, now: Instant): boolean {
  if (!state.isOpen || isWithin(now, window)) return false;
  const silence = isWithin(state.detectedAt, window) ? SILENT_AFTER_NIGHT_MS : SILENT_BY_DAY_MS;
  return now - lastEntryAt >= silence;
}

function proposalFor(placedIncident: PlacedIncident, context: ReviewContext): ForgottenEnd[] {
  const { incident, state, night } = placedIncident;
  const { at, guessedFrom } = plausibleEnd(placedIncident, context);
  const end = { kind: 'end', incidentId: incident.id, by: state.caregiversUp.at(-1) ?? null } as const;
  const asleepRepair: EndRepair = { ...end, at, outcome: 'settled' };
  const upForDayRepair: EndRepair = { ...end, at: upForDayAt(placedIncident), outcome: 'upForDay' };
  const isPossible = (repair: EndRepair) => isPossibleEnd(incident, repair, context);
  if (!isPossible(asleepRepair)) return [];
  const id = `forgotten ${incident.id}`;
  return [
    {
      kind: 'forgotten',
      id,
      night,
      incident,
      asleepRepair,
      guessedFrom,
      upForDayRepair: isPossible(upForDayRepair) ? upForDayRepair : null,
    },
  ];
}

/**
 * Guesses when the child was asleep again: the usual recovery time after the child last woke, or
 * one minute before the child was heard again, whichever is earlier. The guess is never after
 * `now`, nor after the night's end unless the last entry is. It is never before the last entry.
 *
 * @returns the instant, and what it was guessed from; null if another limit decided
 */
function plausibleEnd(
  { incident: { id, childId }, state, window, lastEntryAt }: PlacedIncident,
  { placedIncidents, now }: ReviewContext,
) {
  const usual = addMs(state.awakeSince, usualRecoveryMs(placedIncidents, childId));
  // They are in the order of detection, so the first match is the next one.
  const next = placedIncidents.find(
    (candidate) =>
      candidate.incident.childId === childId &&
      candidate.incident.id !== id &&
      candidate.state.detectedAt >= state.detectedAt,
  );
  const beforeNext = next ? addMs(next.state.detectedAt, -MIN_SLEEP_BEFORE_NEXT_MS) : null;
  const limits = [
    now,
    ...(beforeNext === null ? [] : [beforeNext]),
    ...(lastEntryAt <= window.end ? [window.end] : []),
  ];
  const at = laterOf(limits.reduce(earlierOf, usual), lastEntryAt);
  let guessedFrom: ForgottenEnd['guessedFrom'] = null;
  if (at === beforeNext) guessedFrom = 'next';
  else if (at === usual) guessedFrom = 'usual';
  return { at, guessedFrom };
}

/**
 * Returns when a child who did not sleep again got up for the day: at the night's end, or at the
 * last entry if that is later. A child who was heard before the night and never slept was up
 * already, so then the last entry is all that is known.
 */
const upForDayAt = ({ state, window, lastEntryAt }: PlacedIncident): Instant =>
  state.detectedAt < window.start ? lastEntryAt : laterOf(window.end, lastEntryAt);

/** The entry is only tried and never stored, so any id that no entry has will do. */
const TRIAL_ENTRY_ID = 'trial';

function isPossibleEnd(incident: Incident, repair: EndRepair, { now, othersOf }: ReviewContext): boolean {
  if (repair.at > now) return false;
  const edited = addEntryTo(incident, entryForRepair(repair, TRIAL_ENTRY_ID, now), now);
  return edited.ok && isWritable(edited.value, othersOf(incident), now, incident);
}
