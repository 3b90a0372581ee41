import { isWithin } from '@/domain/night';
import type { Incident } from '@/domain/rows/incident';
import { addEntryTo } from '@/domain/timeline/editTimeline';
import { addMs, earlierOf, HOUR_MS, type Instant, laterOf, MINUTE_MS } from '@/lib/time';
import type { EndRepair, ForgottenEnd } from './proposal';
import { entryForRepair } from './repairEntry';
import { isWritable, type PlacedIncident, type ReviewContext } from './reviewContext';
import { usualRecoveryMs } from './usualRecovery';

/**
 * For so long after its last line somebody may still be in an incident of the night. At 7:05 a child who has been awake since 6:50 is
 * simply awake; one whose last line is of 2:50 has been asleep since, or was up with everybody else, and in neither case is it running.
 */
const SILENT_AFTER_NIGHT_MS = HOUR_MS;

/** By day nobody taps what they do with a child who is awake, so that silence says less. */
const SILENT_BY_DAY_MS = 3 * HOUR_MS;

/** A child who is heard at 4:13 was asleep before. */
const BEFORE_NEXT_MS = MINUTE_MS;

/** The incidents nobody ended although nobody would still be in them, of any age, oldest first. */
export const findForgottenEnds = (reading: ReviewContext): ForgottenEnd[] =>
  reading.placed.flatMap((placed) => (isForgotten(placed, reading.now) ? proposalFor(placed, reading) : []));

/** Never while its night runs, and never so soon after its last line that it may be running. */
function isForgotten({ state, window, lastEntryAt }: PlacedIncident, now: Instant): boolean {
  if (!state.isOpen || isWithin(now, window)) return false;
  const silence = isWithin(state.detectedAt, window) ? SILENT_AFTER_NIGHT_MS : SILENT_BY_DAY_MS;
  return now - lastEntryAt >= silence;
}

function proposalFor(placed: PlacedIncident, reading: ReviewContext): ForgottenEnd[] {
  const { incident, state, night } = placed;
  const { at, guessedFrom } = plausibleEnd(placed, reading);
  const end = { kind: 'end', incidentId: incident.id, by: state.caregiversUp.at(-1) ?? null } as const;
  const asleep: EndRepair = { ...end, at, outcome: 'settled' };
  const up: EndRepair = { ...end, at: upForDayAt(placed), outcome: 'upForDay' };
  const isPossible = (repair: EndRepair) => isPossibleEnd(incident, repair, reading);
  if (!isPossible(asleep)) return [];
  const id = `forgotten ${incident.id}`;
  return [
    {
      kind: 'forgotten',
      id,
      night,
      incident,
      asleepRepair: asleep,
      guessedFrom,
      upForDayRepair: isPossible(up) ? up : null,
    },
  ];
}

/**
 * When the child was asleep again, as far as one can guess: after the usual time, or just before it was heard next, whichever is first; not
 * after the night's end, nor now. What is in the timeline is no guess: the end never comes before its last line.
 */
function plausibleEnd(
  { incident: { id, childId }, state, window, lastEntryAt }: PlacedIncident,
  { placed, now }: ReviewContext,
) {
  const usual = addMs(state.awakeSince, usualRecoveryMs(placed, childId));
  const next = placed.find(
    (other) =>
      other.incident.childId === childId && other.incident.id !== id && other.state.detectedAt >= state.detectedAt,
  );
  const beforeNext = next ? addMs(next.state.detectedAt, -BEFORE_NEXT_MS) : null;
  const limits = [
    now,
    ...(beforeNext === null ? [] : [beforeNext]),
    ...(lastEntryAt <= window.end ? [window.end] : []),
  ];
  const at = laterOf(limits.reduce(earlierOf, usual), lastEntryAt);
  const guessedFrom = at === beforeNext ? ('next' as const) : at === usual ? ('usual' as const) : null;
  return { at, guessedFrom };
}

/** Up for the day: with the night's end; by day with the last that is known of it. */
const upForDayAt = ({ state, window, lastEntryAt }: PlacedIncident): Instant =>
  state.detectedAt < window.start ? lastEntryAt : laterOf(window.end, lastEntryAt);

function isPossibleEnd(incident: Incident, repair: EndRepair, { now, othersOf }: ReviewContext): boolean {
  if (repair.at > now) return false;
  const edited = addEntryTo(incident, entryForRepair(repair, 'the end', now), now);
  return edited.ok && isWritable(edited.value, othersOf(incident), now);
}
