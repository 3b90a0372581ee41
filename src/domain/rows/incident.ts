import * as v from 'valibot';
import { id, instant, rowFields, strict, text } from './fields';

/** Why a child woke. `unknown-to-us` ("the moon") means that somebody looked and found nothing. */
export const CAUSES = [
  'hunger',
  'diaper',
  'illness',
  'teething',
  'nightmare',
  'noise',
  'cold-or-hot',
  'separation',
  'unknown-to-us',
  'other',
] as const;
export type Cause = (typeof CAUSES)[number];

/** What a caregiver can try. */
export const REMEDIES = [
  'feed',
  'cuddle',
  'co-sleep',
  'lie-down',
  'diaper',
  'clothes',
  'medicine',
  'pacifier',
  'rocking',
  'song',
  'water',
  'other',
] as const;
export type Remedy = (typeof REMEDIES)[number];

export const OUTCOMES = ['settled', 'selfSettled', 'upForDay'] as const;
export type Outcome = (typeof OUTCOMES)[number];

const VIAS = ['tap', 'shortcut', 'backfill', 'import'] as const;
export type Via = (typeof VIAS)[number];

const entryFields = {
  id,
  at: instant,
  /**
   * Whether the time is a guess, as after a forgotten tap. No recovery time is computed from it.
   */
  estimated: v.optional(v.boolean(), false),
  updatedAt: instant,
  deletedAt: v.optional(v.nullable(instant), null),
  /**
   * The incident to which the entry was added, if that one was joined into this one (two phones
   * logged the same wake-up).
   */
  joinedFrom: v.exactOptional(id),
};

const entrySchema = v.variant('kind', [
  strict({ ...entryFields, kind: v.literal('detected'), by: v.nullable(id), via: v.picklist(VIAS) }),
  strict({
    ...entryFields,
    kind: v.literal('escalated'),
    to: id,
    level: v.picklist([1, 2]),
    /** Whether the caregiver was called by voice or their phone rang. */
    via: v.optional(v.picklist(['voice', 'page']), 'voice'),
  }),
  strict({ ...entryFields, kind: v.literal('acknowledged'), by: id }),
  // A phone of `to` rang: it belongs to their latest page before it.
  strict({ ...entryFields, kind: v.literal('delivered'), to: id }),
  strict({
    ...entryFields,
    kind: v.literal('noResponse'),
    by: id,
    /** There if the caregiver said "I can't"; otherwise they were silent. */
    declined: v.exactOptional(v.literal(true)),
  }),
  // `by` is null if nobody has said yet who is up: at three in the morning "Feed" may be the only
  // tap.
  strict({ ...entryFields, kind: v.literal('remedy'), by: v.nullable(id), remedy: v.picklist(REMEDIES) }),
  strict({ ...entryFields, kind: v.literal('stoodDown'), by: id }),
  strict({ ...entryFields, kind: v.literal('note'), text }),
  // An answer to a step of the runbook that the incident follows.
  strict({ ...entryFields, kind: v.literal('step'), stepId: id, outcome: v.picklist(['done', 'skipped']) }),
  // From this entry on the incident follows this runbook, or none.
  strict({ ...entryFields, kind: v.literal('runbookChosen'), runbookId: v.nullable(id) }),
  strict({ ...entryFields, kind: v.literal('resolved'), by: v.nullable(id), outcome: v.picklist(OUTCOMES) }),
  strict({ ...entryFields, kind: v.literal('reopened') }),
]);
export type Entry = v.InferOutput<typeof entrySchema>;
export type EntryKind = Entry['kind'];
export type EntryOf<K extends EntryKind> = Extract<Entry, { kind: K }>;

export const TIMELINE_MAX = 1000;

export const incidentSchema = strict({
  ...rowFields,
  childId: id,
  causeId: v.nullable(v.picklist(CAUSES)),
  runbookId: v.nullable(id),
  note: v.optional(text, ''),
  /** Whether the note is meant for the paediatrician. */
  forReport: v.optional(v.boolean(), false),
  /** The id of the incident into which this one was merged; this one is then marked deleted. */
  mergedInto: v.optional(v.nullable(id), null),
  timeline: v.pipe(v.array(entrySchema), v.minLength(1), v.maxLength(TIMELINE_MAX)),
});
export type Incident = v.InferOutput<typeof incidentSchema>;
