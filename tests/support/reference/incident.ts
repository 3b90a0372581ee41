import type { Entry, EntryOf, Incident, Outcome } from '@/domain/rows/incident';
import type { HouseholdLog } from '@/domain/rows/tables';
import type { Instant } from '@/lib/time';
import { firstWindowEndAfter } from './window';

/* Reads one incident from its timeline, following "Incidents" in metrics.md. */

interface Stretch {
  from: Instant;
  to: Instant;
}

export interface ReferenceIncident {
  incident: Incident;
  /** The entries that are not deleted, in timeline order. */
  entries: readonly Entry[];
  detected: EntryOf<'detected'>;
  /** The last `resolved` unless a `reopened` follows it, and its index among the entries. */
  resolved: EntryOf<'resolved'> | null;
  resolvedIndex: number;
  outcome: Outcome | null;
  falseAlarm: boolean;
  /**
   * From `detected` or `reopened` to the next `resolved`, or to `now`, or to the end of the first
   * window that ended after it, if nobody ended it until then. The time after "up for the
   * day" is added night by night.
   */
  childAwake: readonly Stretch[];
  caregiversAwake: readonly (Stretch & { caregiverId: string })[];
  isForgotten: boolean;
}

export function referenceIncident(incident: Incident, log: HouseholdLog, now: Instant): ReferenceIncident {
  const entries = incident.timeline.filter((entry) => entry.deletedAt === null);
  const detected = entries.find((entry) => entry.kind === 'detected');
  if (!detected) throw new Error(`${incident.id} was never detected`);

  let resolved: EntryOf<'resolved'> | null = null;
  let resolvedIndex = -1;
  entries.forEach((entry, index) => {
    if (entry.kind === 'resolved') [resolved, resolvedIndex] = [entry, index];
    if (entry.kind === 'reopened') [resolved, resolvedIndex] = [null, -1];
  });
  // The cast is needed because the compiler does not follow assignments in a closure.
  const end = resolved as EntryOf<'resolved'> | null;

  // The open stretch began with the last entry that says that the child woke.
  const lastWoke = entries.findLast(({ kind }) => kind === 'detected' || kind === 'reopened') ?? detected;
  const forgottenUntil = firstWindowEndAfter(log, lastWoke.at);
  const isForgotten = end === null && forgottenUntil <= now;

  return {
    incident,
    entries,
    detected,
    resolved: end,
    resolvedIndex,
    outcome: end?.outcome ?? null,
    falseAlarm: end?.outcome === 'selfSettled' && end.at - detected.at <= log.household.graceSeconds * 1000,
    childAwake: childAwakeOf(entries, isForgotten ? forgottenUntil : now),
    caregiversAwake: caregiversAwakeOf(entries, isForgotten ? forgottenUntil : now),
    isForgotten,
  };
}

function childAwakeOf(entries: readonly Entry[], latest: Instant): Stretch[] {
  const awake: Stretch[] = [];
  entries.forEach((entry, index) => {
    if (entry.kind !== 'detected' && entry.kind !== 'reopened') return;
    const end = entries.slice(index + 1).find(({ kind }) => kind === 'resolved');
    awake.push({ from: entry.at, to: end?.at ?? latest });
  });
  return awake;
}

function caregiversAwakeOf(entries: readonly Entry[], latest: Instant): (Stretch & { caregiverId: string })[] {
  const awake: (Stretch & { caregiverId: string })[] = [];
  entries.forEach((entry, index) => {
    if (entry.kind !== 'detected' && entry.kind !== 'acknowledged' && entry.kind !== 'remedy') return;
    const caregiverId = entry.by;
    if (caregiverId === null) return;
    const end = entries
      .slice(index + 1)
      .find((next) => next.kind === 'resolved' || (next.kind === 'stoodDown' && next.by === caregiverId));
    const to = end === undefined || end.at > latest ? latest : end.at;
    awake.push({ caregiverId, from: entry.at, to });
  });
  return awake;
}

/** Returns the first response of each caregiver, in the order of the responses. */
export function responsesTo({ entries }: ReferenceIncident): { caregiverId: string; at: Instant }[] {
  const responses: { caregiverId: string; at: Instant }[] = [];
  for (const entry of entries) {
    const isResponse =
      entry.kind === 'acknowledged' ||
      entry.kind === 'remedy' ||
      (entry.kind === 'resolved' && entry.outcome !== 'selfSettled');
    if (!isResponse || entry.by === null) continue;
    if (!responses.some(({ caregiverId }) => caregiverId === entry.by))
      responses.push({ caregiverId: entry.by, at: entry.at });
  }
  return responses;
}
