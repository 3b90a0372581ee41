import type { Entry, EntryOf } from '@/domain/rows/incident';
import type { Instant } from '@/lib/time';
import { settleTimeline } from './settleTimeline';

/**
 * A stretch in which the child was awake: from a `detected` or `reopened` to the next `resolved`.
 * `to` is null while the child is still awake.
 */
interface Stretch {
  from: Instant;
  to: Instant | null;
}

/** The state of an incident. Only the timeline is stored; the state is computed from it. */
export interface IncidentState {
  /** The entries that are not marked deleted, in their order, as one valid timeline. */
  entries: readonly Entry[];
  /** The first cry. */
  detected: EntryOf<'detected'>;
  detectedAt: Instant;
  /** The `resolved` that ended the incident; null while it is open. */
  resolution: EntryOf<'resolved'> | null;
  isOpen: boolean;
  /** When the child last woke: the instant of the last `detected` or `reopened`. */
  awakeSince: Instant;
  stretches: Stretch[];
  timesReopened: number;
  /**
   * The caregivers who are up now, in the order in which they got up. Empty once it is resolved.
   */
  caregiversUp: readonly string[];
  /** Whether there is an `escalated` or a `noResponse`. */
  wasEscalated: boolean;
  /** All remedies that were tried, the latest last. */
  remedies: readonly EntryOf<'remedy'>[];
}

/**
 * Returns the entries that are not marked deleted. If none is, which is usual, the result is the
 * timeline itself. The first of joined cries is among them if all of these are deleted (lostCry).
 */
export function liveEntries(timeline: readonly Entry[]): readonly Entry[] {
  if (timeline.every(isLive)) return timeline;
  const cry = lostCry(timeline);
  return timeline.flatMap((entry) => {
    if (entry === cry) return { ...entry, deletedAt: null };
    return isLive(entry) ? entry : [];
  });
}

/**
 * Returns the first of joined cries if all of them are deleted, and otherwise null. One phone
 * refuses to delete the last cry, but of two, each phone may have deleted another one without
 * hearing of it. Both still say that the child woke.
 */
export function lostCry(timeline: readonly Entry[]): Entry | null {
  const cries = timeline.filter(isDetected);
  return cries.length > 1 && !cries.some(isLive) ? (cries[0] ?? null) : null;
}

export const isLive = (entry: Entry): boolean => entry.deletedAt === null;

const isDetected = (entry: Entry): entry is EntryOf<'detected'> => entry.kind === 'detected';

/*
 * All timelines share these two empty lists, to save memory: ten years have forty thousand
 * timelines, and in nearly all of them nobody is up at the end. For the same reason a list is
 * created with its first element, because an empty list that grows reserves room for seventeen.
 */
const NO_CAREGIVERS: readonly string[] = [];
const NO_REMEDIES: readonly EntryOf<'remedy'>[] = [];

/**
 * Computes the state of an incident from its timeline; null if the timeline has no `detected`. What
 * contradicts itself after a merge of two phones is put in order first (settleTimeline.ts).
 *
 * @example detected 2:43, resolved 3:03, reopened 3:07 → open, awakeSince 3:07, stretches [2:43,
 * 3:03], [3:07, null]
 */
export function foldTimeline(timeline: readonly Entry[]): IncidentState | null {
  const entries = settleTimeline(liveEntries(timeline));
  const detected = entries.find(isDetected);
  if (!detected) return null;

  let lastStretch: Stretch = { from: detected.at, to: null };
  const stretches = [lastStretch];
  let resolution: EntryOf<'resolved'> | null = null;
  let caregiversUp: readonly string[] = NO_CAREGIVERS;
  let remedies = NO_REMEDIES;
  let wasEscalated = false;

  for (const entry of entries) {
    switch (entry.kind) {
      case 'resolved':
        if (lastStretch.to !== null) break;
        lastStretch.to = entry.at;
        resolution = entry;
        caregiversUp = NO_CAREGIVERS;
        break;
      case 'reopened':
        if (resolution === null) break;
        lastStretch = { from: entry.at, to: null };
        stretches.push(lastStretch);
        resolution = null;
        break;
      case 'acknowledged':
        if (resolution === null) caregiversUp = addCaregiver(caregiversUp, entry.by);
        break;
      case 'remedy':
        remedies = remedies === NO_REMEDIES ? [entry] : [...remedies, entry];
        if (resolution === null) caregiversUp = addCaregiver(caregiversUp, entry.by);
        break;
      case 'stoodDown':
        if (caregiversUp.length > 0) caregiversUp = caregiversUp.filter((id) => id !== entry.by);
        break;
      case 'escalated':
      case 'noResponse':
        wasEscalated = true;
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
    awakeSince: lastStretch.from,
    stretches,
    timesReopened: stretches.length - 1,
    caregiversUp,
    wasEscalated,
    remedies,
  };
}

function addCaregiver(up: readonly string[], by: string | null): readonly string[] {
  if (by === null || up.includes(by)) return up;
  return up === NO_CAREGIVERS ? [by] : [...up, by];
}

/**
 * Returns the recovery time in milliseconds, from the detection to the resolution that ended the
 * incident; null while it is open.
 */
export function recoveryMs(state: IncidentState): number | null {
  return state.resolution ? state.resolution.at - state.detectedAt : null;
}
