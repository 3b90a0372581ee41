import type { Entry } from '@/domain/rows/incident';
import type { Instant } from '@/lib/time';
import { createAcknowledged, createStoodDown } from './createEntry';
import { isResponse } from './response';

/*
 * Two phones that did not hear each other can leave a timeline that contradicts itself: ended
 * twice, awake again while awake, or something before the first cry. And if both logged the same
 * wake-up, the joined timeline contains two accounts of it, one from each phone
 * (joinIncidents.ts). Both are stored as they were told. They are put in order when they are read,
 * in a way that depends on the entries alone, so every phone reads the same.
 */

/** What one phone has told of an incident. */
interface Account {
  isAwake: boolean;
  /** The instant of its last entry. */
  lastAt: Instant;
}

const accountOf = (entry: Entry): string => entry.joinedFrom ?? '';

/**
 * Returns the entries as one valid timeline: it begins with its only `detected`, and `resolved` and
 * `reopened` alternate. If the entries are valid already, which is usual, the result is `entries`
 * itself.
 *
 * - The child is awake as long as one account says so. An end within another account ends nothing;
 *   it still says that its caregiver was there. A cry while the child is awake begins nothing.
 * - An account with nothing later than an end ends with it: that end was tapped on one phone only.
 * - Of two ends without "awake again" between them, the first counts, unless somebody responded
 *   between them: then the child was evidently awake until the second.
 * - What is dated before the first cry happened at the first cry at the earliest.
 *
 * @param entries in their order, without deleted ones
 * @example detected 2:43, resolved 3:03, resolved 3:05 → detected 2:43, resolved 3:03
 * @example detected 2:43 and resolved 3:03 on her phone, detected 2:45 and resolved 3:05 on his →
 * detected 2:43, "he got up" or "she went back to bed" 3:03, resolved 3:05
 */
export function settleTimeline(entries: readonly Entry[]): readonly Entry[] {
  if (isSettled(entries)) return entries;
  const detected = entries.find(({ kind }) => kind === 'detected');
  if (!detected) return entries;
  const early = entries.slice(0, entries.indexOf(detected)).map((entry) => ({ ...entry, at: detected.at }));
  return settle([detected, ...early, ...entries.slice(early.length + 1)]);
}

/** Returns whether the entries are one account that contradicts itself nowhere. */
function isSettled(entries: readonly Entry[]): boolean {
  let isAwake = false;
  return entries.every((entry, index) => {
    if (entry.joinedFrom !== undefined || (index === 0) !== (entry.kind === 'detected')) return false;
    if (entry.kind !== 'detected' && entry.kind !== 'reopened' && entry.kind !== 'resolved') return true;
    const wasAwake = isAwake;
    isAwake = entry.kind !== 'resolved';
    return wasAwake !== isAwake;
  });
}

function settle(entries: readonly Entry[]): Entry[] {
  const accounts = new Map<string, Account>();
  for (const entry of entries) accounts.set(accountOf(entry), { isAwake: false, lastAt: entry.at });
  const settled: Entry[] = [];
  let isAwake = false;
  entries.forEach((entry, index) => {
    const account = accounts.get(accountOf(entry));
    if (!account) return;
    switch (entry.kind) {
      case 'detected':
      case 'reopened':
        account.isAwake = true;
        if (isAwake) return;
        isAwake = true;
        settled.push(settled.length === 0 ? entry : asReopened(entry));
        return;
      case 'resolved': {
        const held = !didNotHold(entry, entries.slice(index + 1));
        if (held) account.isAwake = false;
        if (held) for (const other of accounts.values()) if (other.lastAt <= entry.at) other.isAwake = false;
        const isStillAwake = isAwake && [...accounts.values()].some((one) => one.isAwake);
        if (isAwake && !isStillAwake) settled.push(entry);
        else if (isAwake) settled.push(...presenceOf(entry, settled));
        isAwake = isStillAwake;
        return;
      }
      default:
        settled.push(entry);
    }
  });
  return settled;
}

const asReopened = (entry: Entry): Entry => {
  const { id, at, estimated, updatedAt, deletedAt } = entry;
  return entry.kind === 'reopened' ? entry : { id, at, estimated, updatedAt, deletedAt, kind: 'reopened' };
};

/** Whether the same account goes on with a response and then tells of another end. */
function didNotHold(end: Entry, later: readonly Entry[]): boolean {
  const ofAccount = later.filter((entry) => accountOf(entry) === accountOf(end));
  const next = ofAccount.find(({ kind }) => kind === 'resolved' || kind === 'reopened');
  return (
    next?.kind === 'resolved' && ofAccount.some((entry) => entry.at < next.at && entry !== next && isResponse(entry))
  );
}

/**
 * Returns what an end that ended nothing still says: its caregiver went back to bed then, or was
 * there if nothing else says that they were up.
 */
function presenceOf(end: Entry, before: readonly Entry[]): Entry[] {
  if (!isResponse(end)) return [];
  const moment = { id: end.id, at: end.at, now: end.updatedAt, estimated: end.estimated };
  const wasUp = before.some((entry) => isResponse(entry) && entry.by === end.by);
  return [wasUp ? createStoodDown(moment, end.by) : createAcknowledged(moment, end.by)];
}
