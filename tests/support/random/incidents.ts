import fc from 'fast-check';
import { CAUSES, type Entry, type Incident, OUTCOMES, REMEDIES } from '@/domain/rows/incident';
import type { Instant } from '@/lib/time';
import { pick, rarely, rarelyDeleted } from './draws';

/*
 * Incidents are drawn in two steps, so that they shrink well: first a draft of waits and random
 * numbers, and then its timeline, once its time and the caregivers are known.
 */

/**
 * The wait before an entry, in ticks. It is mostly short and often 0, because ties and settling
 * within the grace time must occur often. A long wait is a tap that was forgotten for days.
 */
const waitTicks = fc.oneof(
  { weight: 15, arbitrary: fc.constant(0) },
  { weight: 15, arbitrary: fc.integer({ min: 0, max: 2 }) },
  { weight: 20, arbitrary: fc.integer({ min: 0, max: 20 }) },
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 150 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 3 * 24 * 60 }) },
);

/**
 * The kinds of a drawn entry. `toggle` becomes a `resolved` while the child is awake, and a
 * `reopened` otherwise; `page` becomes a page with what the caregiver and their phone say to it.
 */
const DRAFT_KINDS = [
  'toggle',
  'note',
  'escalated',
  'page',
  'delivered',
  'acknowledged',
  'noResponse',
  'remedy',
  'stoodDown',
  'step',
  'runbookChosen',
  'toggle',
] as const;

/** What follows a page in the usual order of things, besides what is drawn on its own. */
const PAGE_REPLIES = [
  [],
  ['delivered'],
  ['delivered', 'acknowledged'],
  ['delivered', 'declined'],
  ['delivered', 'noResponse'],
  ['acknowledged'],
  ['noResponse'],
] as const;

const STEP_IDS = ['grace', 'feed', 'cuddle'] as const;

const entryDrafts = fc.record({
  waitTicks,
  kind: fc.constantFrom(...DRAFT_KINDS),
  /** A random number that chooses the caregiver of the entry. */
  caregiver: fc.nat(5),
  /** Whether the entry names no caregiver, if its kind allows that. */
  namesNobody: rarely(5),
  outcome: fc.constantFrom(...OUTCOMES),
  remedy: fc.constantFrom(...REMEDIES.slice(0, 4)),
  level: fc.constantFrom(1 as const, 2 as const),
  pageReplies: fc.constantFrom(...PAGE_REPLIES),
  estimated: rarely(8),
  deletedAt: rarelyDeleted(10),
  /** Whether the entry may be logged although the child is asleep again. */
  isStray: rarely(8),
});
type EntryDraft = typeof entryDrafts extends fc.Arbitrary<infer T> ? T : never;

/**
 * The start in minutes after noon. Most are in the night, some on its very edges, and some in the
 * afternoon.
 */
const startMinutes = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 6 * 60, max: 20 * 60 }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 24 * 60 - 1 }) },
  { weight: 2, arbitrary: fc.constantFrom(479, 480, 630, 720, 870, 900, 1079, 1080, 1139, 1140, 1141) },
);

/**
 * The minutes from the end of the child's previous incident to the start of the next one. A sleep
 * counts as held after sixty minutes.
 */
const MINUTES_AFTER_PREVIOUS = [0, 1, 59, 60, 61] as const;

export const incidentDrafts = fc.record({
  startMinute: startMinutes,
  /**
   * The start in minutes after the end of the child's previous incident; null for `startMinute`.
   */
  minutesAfterPrevious: fc.oneof(
    { weight: 2, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(...MINUTES_AFTER_PREVIOUS) },
  ),
  detection: entryDrafts,
  entries: fc.array(entryDrafts, { maxLength: 7 }),
  end: entryDrafts,
  /** An entry that is logged at the very end, mostly when the child is asleep again. */
  lateEntry: fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: entryDrafts }),
  causeId: fc.option(fc.constantFrom(...CAUSES.slice(0, 3))),
  runbookId: fc.option(fc.constantFrom('standard', 'degraded')),
  deletedAt: rarelyDeleted(10),
  /** Whether the timeline has a deleted first `detected`. */
  hasDeletedGuess: rarely(8),
  /** Whether the incident is reopened, if it is the child's last one and may be left open. */
  isReopened: fc.boolean(),
});
export type IncidentDraft = typeof incidentDrafts extends fc.Arbitrary<infer T> ? T : never;

interface IncidentContext {
  id: string;
  childId: string;
  caregiverIds: readonly string[];
  beginsAt: Instant;
  /** The times of the entries are multiples of this. */
  tickMs: number;
  /** Whether the incident may be left open. */
  mayBeOpen: boolean;
  /** Whether nothing may be logged once the child is asleep. */
  isFinal: boolean;
}

export function buildIncident(draft: IncidentDraft, context: IncidentContext): Incident {
  const timeline: Entry[] = [];
  let at: number = context.beginsAt;
  let isChildAwake = true;
  const fieldsOf = (entryDraft: EntryDraft) => ({
    id: `${context.id}-${timeline.length}`,
    at: at as Instant,
    estimated: entryDraft.estimated,
    updatedAt: at as Instant,
    deletedAt: entryDraft.deletedAt,
  });
  const addEntry = (entryDraft: EntryDraft, kind: EntryDraft['kind']) => {
    at += entryDraft.waitTicks * context.tickMs;
    const fields = fieldsOf(entryDraft);
    if (kind === 'toggle') {
      timeline.push(toggleEntry(entryDraft, fields, isChildAwake, context.caregiverIds));
      if (entryDraft.deletedAt === null) isChildAwake = !isChildAwake;
    } else {
      const isKindAllowed = isChildAwake || (entryDraft.isStray && !context.isFinal);
      timeline.push(entryFrom(entryDraft, fields, isKindAllowed ? kind : 'note', context.caregiverIds));
      for (const reply of isKindAllowed && kind === 'page' ? entryDraft.pageReplies : []) {
        at += context.tickMs;
        timeline.push(pageReplyFrom(reply, fieldsOf(entryDraft), pick(context.caregiverIds, entryDraft.caregiver)));
      }
    }
  };

  const detected = {
    kind: 'detected',
    by: caregiverOrNobody(draft.detection, context.caregiverIds),
    via: 'tap',
  } as const;
  if (draft.hasDeletedGuess) timeline.push({ ...fieldsOf(draft.detection), ...detected, deletedAt: at as Instant });
  timeline.push({ ...fieldsOf(draft.detection), ...detected, deletedAt: null });
  for (const entryDraft of draft.entries) addEntry(entryDraft, entryDraft.kind);
  // A `toggle` at the end resolves the incident, or reopens it if it may be left open.
  const needsToggle = context.mayBeOpen ? !isChildAwake && draft.isReopened : isChildAwake;
  if (needsToggle) addEntry({ ...draft.end, deletedAt: null }, 'toggle');
  if (draft.lateEntry)
    addEntry(
      { ...draft.lateEntry, isStray: true },
      draft.lateEntry.kind === 'toggle' ? 'remedy' : draft.lateEntry.kind,
    );

  return {
    id: context.id,
    updatedAt: at as Instant,
    deletedAt: draft.deletedAt,
    childId: context.childId,
    causeId: draft.causeId,
    runbookId: draft.runbookId,
    note: '',
    forReport: false,
    mergedInto: null,
    timeline,
  };
}

type Fields = Pick<Entry, 'id' | 'at' | 'estimated' | 'updatedAt' | 'deletedAt'>;

const caregiverOrNobody = ({ caregiver, namesNobody }: EntryDraft, caregiverIds: readonly string[]): string | null =>
  namesNobody ? null : pick(caregiverIds, caregiver);

function toggleEntry(
  entryDraft: EntryDraft,
  fields: Fields,
  isChildAwake: boolean,
  caregiverIds: readonly string[],
): Entry {
  if (!isChildAwake) return { ...fields, kind: 'reopened' };
  return { ...fields, kind: 'resolved', by: caregiverOrNobody(entryDraft, caregiverIds), outcome: entryDraft.outcome };
}

function entryFrom(
  entryDraft: EntryDraft,
  fields: Fields,
  kind: Exclude<EntryDraft['kind'], 'toggle'>,
  caregiverIds: readonly string[],
): Entry {
  const by = pick(caregiverIds, entryDraft.caregiver);
  switch (kind) {
    case 'note':
      return { ...fields, kind, text: 'the moon' };
    case 'escalated':
      return { ...fields, kind, to: by, level: entryDraft.level, via: entryDraft.namesNobody ? 'page' : 'voice' };
    case 'page':
      return { ...fields, kind: 'escalated', to: by, level: entryDraft.level, via: 'page' };
    case 'step':
      return {
        ...fields,
        kind,
        stepId: STEP_IDS[entryDraft.caregiver % STEP_IDS.length] ?? '',
        outcome: entryDraft.namesNobody ? 'skipped' : 'done',
      };
    case 'runbookChosen':
      return { ...fields, kind, runbookId: entryDraft.namesNobody ? null : 'degraded' };
    case 'remedy':
      return { ...fields, kind, by: caregiverOrNobody(entryDraft, caregiverIds), remedy: entryDraft.remedy };
    case 'delivered':
      return { ...fields, kind, to: by };
    case 'noResponse':
      return { ...fields, kind, by, ...(entryDraft.namesNobody && { declined: true as const }) };
    case 'acknowledged':
    case 'stoodDown':
      return { ...fields, kind, by };
  }
}

function pageReplyFrom(reply: EntryDraft['pageReplies'][number], fields: Fields, caregiverId: string): Entry {
  switch (reply) {
    case 'delivered':
      return { ...fields, kind: reply, to: caregiverId };
    case 'declined':
      return { ...fields, kind: 'noResponse', by: caregiverId, declined: true };
    case 'acknowledged':
    case 'noResponse':
      return { ...fields, kind: reply, by: caregiverId };
  }
}

const liveEntriesOf = ({ timeline }: Incident): Entry[] => timeline.filter(({ deletedAt }) => deletedAt === null);

export function isOpen(incident: Incident): boolean {
  const lastToggle = liveEntriesOf(incident).findLast(({ kind }) => kind === 'resolved' || kind === 'reopened');
  return lastToggle?.kind !== 'resolved';
}
