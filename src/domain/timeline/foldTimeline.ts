import type { Entry, EntryOf } from '@/domain/rows/incident';
import type { Instant } from '@/lib/time';

/** A stretch in which the child was awake: from a `detected` or `reopened` to the next `resolved`, or still running. */
interface Stretch {
  from: Instant;
  to: Instant | null;
}

/** An incident's state, as its timeline tells it. Facts are stored, this is computed. */
export interface IncidentState {
  /** The entries it was read from, in their order: those that are not marked deleted. */
  entries: readonly Entry[];
  /** The first cry. */
  detected: EntryOf<'detected'>;
  detectedAt: Instant;
  /** The `resolved` that still holds; null while the incident is open. */
  resolution: EntryOf<'resolved'> | null;
  isOpen: boolean;
  /** Since when the child has been awake, this time: the last `detected` or `reopened`. */
  awakeSince: Instant;
  stretches: Stretch[];
  timesReopened: number;
  /** Caregivers who are up now, in the order in which they got up. Empty once it is resolved. */
  caregiversUp: readonly string[];
  /** Whether anybody was to be woken, or did not wake. */
  wasEscalated: boolean;
  /** The last of them to have been tried, newest last. */
  remedies: readonly EntryOf<'remedy'>[];
}

/** The entries that count: those marked deleted are history. Mostly there are none: then it is the timeline itself. */
export const liveEntries = (timeline: readonly Entry[]): readonly Entry[] =>
  timeline.every(isLive) ? timeline : timeline.filter(isLive);

const isLive = (entry: Entry): boolean => entry.deletedAt === null;

const isDetected = (entry: Entry): entry is EntryOf<'detected'> => entry.kind === 'detected';

/*
 * One for all timelines: ten years hold forty thousand, and nearly all of them end with nobody up. For the same reason a list here
 * is begun with what is in it: one that is begun empty gets room for seventeen.
 */
const NO_CAREGIVERS: readonly string[] = [];
const NO_REMEDIES: readonly EntryOf<'remedy'>[] = [];

/**
 * Reads a timeline from its first entry to its last.
 *
 * A valid timeline (see `checkTimeline`) is read to the letter. One that is not, as a merge of two phones can leave it, is read
 * as far as it makes sense: a `resolved` while nothing is open and a `reopened` while it is open change nothing.
 * Null if nothing was ever detected.
 *
 * @example detected 2:43, resolved 3:03, reopened 3:07 → open, awakeSince 3:07, stretches [2:43, 3:03], [3:07, null]
 */
export function foldTimeline(timeline: readonly Entry[]): IncidentState | null {
  const entries = liveEntries(timeline);
  const detected = entries.find(isDetected);
  if (!detected) return null;

  let running: Stretch = { from: detected.at, to: null };
  const stretches = [running];
  let resolution: EntryOf<'resolved'> | null = null;
  let up: readonly string[] = NO_CAREGIVERS;
  let remedies = NO_REMEDIES;
  let escalated = false;

  for (const entry of entries) {
    switch (entry.kind) {
      case 'resolved':
        if (running.to !== null) break;
        running.to = entry.at;
        resolution = entry;
        up = NO_CAREGIVERS;
        break;
      case 'reopened':
        if (resolution === null) break;
        running = { from: entry.at, to: null };
        stretches.push(running);
        resolution = null;
        break;
      case 'acknowledged':
        if (resolution === null) up = addCaregiver(up, entry.by);
        break;
      case 'remedy':
        remedies = remedies === NO_REMEDIES ? [entry] : [...remedies, entry];
        if (resolution === null) up = addCaregiver(up, entry.by);
        break;
      case 'stoodDown':
        if (up.length > 0) up = up.filter((id) => id !== entry.by);
        break;
      case 'escalated':
      case 'noResponse':
        escalated = true;
        break;
      default:
        break;
    }
  }

  return {
    entries,
    detected,
    detectedAt: detected.at,
    resolution,
    isOpen: resolution === null,
    awakeSince: running.from,
    stretches,
    timesReopened: stretches.length - 1,
    caregiversUp: up,
    wasEscalated: escalated,
    remedies,
  };
}

function addCaregiver(up: readonly string[], by: string | null): readonly string[] {
  if (by === null || up.includes(by)) return up;
  return up === NO_CAREGIVERS ? [by] : [...up, by];
}

/** The recovery time in milliseconds: from the first cry to the resolution that held. Null while it is open. */
export function recoveryMs(state: IncidentState): number | null {
  return state.resolution ? state.resolution.at - state.detectedAt : null;
}
