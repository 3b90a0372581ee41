import { newIncident } from '@/domain/defaults';
import { wayOutOf } from '@/domain/question';
import type { EntryOf, Incident } from '@/domain/rows/incident';
import { createDetected, createResolved } from '@/domain/timeline/createEntry';
import { addEntryTo } from '@/domain/timeline/editTimeline';
import { foldTimeline, type IncidentState, liveEntries } from '@/domain/timeline/foldTimeline';
import { tapTime } from '@/domain/timeline/tapTime';
import { MINUTE_MS } from '@/lib/time';
import type { Press } from './press';

/*
 * What a press becomes in the log depends on the press and the rows alone: the ids are made of the
 * press, and nothing reads a clock. Two phones that log the same press therefore write the same.
 */

/** A tap on a phone whose clock is ahead by less does not come after the press. */
const CLOCK_TOLERANCE_MS = 2 * MINUTE_MS;

/** The ids of the server's presses are random, so no other row has this one. */
export const incidentIdOf = ({ id }: Pick<Press, 'id'>): string => `press-${id}`;

/** An incident is ended by a press once. Two that phones had apart are each ended by it. */
export const endIdOf = ({ id }: Pick<Press, 'id'>, incidentId: string): string => `press-${id}/${incidentId}`;

/** Returns the incident that "woke" opens. Nobody says who heard the child. */
export function incidentOf(press: Press, runbookId: string | null): Incident {
  const { at, childId } = press;
  const id = incidentIdOf(press);
  const detected = createDetected({ id: `${id}/detected`, at, now: at }, null, 'shortcut');
  return { ...newIncident(id, childId, [detected], at), runbookId };
}

/**
 * Whether the child was awake at the time of the press, as far as this incident says. Its last
 * instant counts: of two presses within one millisecond, the order is anybody's guess.
 */
export function wasAwakeAt({ timeline }: Incident, { at }: Press): boolean {
  const stretches = foldTimeline(timeline)?.stretches ?? [];
  return stretches.some(({ from, to }) => from <= at && (to === null || at <= to));
}

/**
 * Returns how "asleep" ends an open incident, as the largest button of Tonight does: the child has
 * settled alone within the grace time if nothing was done, and otherwise it is asleep again, by
 * whoever got up last. `known` if this incident was ended by the press before, also if that was
 * undone since; `wentOn` if more was logged after it.
 */
export function endOf(
  { id, timeline }: Incident,
  state: IncidentState,
  press: Press,
  graceSeconds: number,
): EntryOf<'resolved'> | 'known' | 'wentOn' {
  // An incident that was joined into this one may have been ended by the press, too.
  const accounts = new Set([id, ...timeline.flatMap(({ joinedFrom }) => joinedFrom ?? [])]);
  const endIds = new Set([...accounts].map((account) => endIdOf(press, account)));
  if (timeline.some((entry) => endIds.has(entry.id))) return 'known';
  const lastAt = liveEntries(timeline).at(-1)?.at ?? press.at;
  if (lastAt - press.at > CLOCK_TOLERANCE_MS) return 'wentOn';
  const outcome = wayOutOf({ kind: 'remedies' }, { state, graceSeconds }, press.at);
  const by = outcome === 'selfSettled' ? null : (state.caregiversUp.at(-1) ?? null);
  const moment = { id: endIdOf(press, id), ...tapTime(timeline, press.at), now: press.at };
  return createResolved(moment, by, outcome);
}

/** Returns the incident of one press as another one ends it. */
export function closedBy(incident: Incident, end: Press, graceSeconds: number): Incident | null {
  const state = foldTimeline(incident.timeline);
  const entry = state && endOf(incident, state, end, graceSeconds);
  const closed = typeof entry === 'object' && entry ? addEntryTo(incident, entry, end.at) : null;
  return closed?.ok ? closed.value : null;
}
