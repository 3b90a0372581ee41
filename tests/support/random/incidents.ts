import fc from 'fast-check';
import { CAUSES, type Entry, type Incident, OUTCOMES, REMEDIES } from '@/domain/rows/incident';
import type { Instant } from '@/lib/time';
import { pick, rarely, rarelyDeleted } from './draws';

/*
 * Incidents are drawn in two steps, so that they shrink well: first a draft in ticks and dice, and
 * then its timeline, once its time and the caregivers are known.
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

/** `toggle` is a `resolved` or a `reopened`, depending on the state. */
const STEPS = [
  'toggle',
  'note',
  'escalated',
  'acknowledged',
  'noResponse',
  'remedy',
  'stoodDown',
  'step',
  'runbookChosen',
  'toggle',
] as const;

const STEP_IDS = ['grace', 'feed', 'cuddle'] as const;

const steps = fc.record({
  wait: waitTicks,
  step: fc.constantFrom(...STEPS),
  /** The caregiver, and whether the entry names nobody where it may. */
  who: fc.nat(5),
  nobody: rarely(5),
  outcome: fc.constantFrom(...OUTCOMES),
  remedy: fc.constantFrom(...REMEDIES.slice(0, 4)),
  level: fc.constantFrom(1 as const, 2 as const),
  estimated: rarely(8),
  deletedAt: rarelyDeleted(10),
  /** Whether the entry may be logged although the child is asleep again. */
  stray: rarely(8),
});
type Step = typeof steps extends fc.Arbitrary<infer T> ? T : never;

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
 * The start in minutes after the child's previous incident. Whether a remedy held is decided at
 * sixty minutes.
 */
const FOLLOWING = [0, 1, 59, 60, 61] as const;

export const incidentDrafts = fc.record({
  beginning: startMinutes,
  /** If given, the incident begins so many minutes after the end of the previous one. */
  follows: fc.oneof(
    { weight: 2, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(...FOLLOWING) },
  ),
  first: steps,
  steps: fc.array(steps, { maxLength: 7 }),
  end: steps,
  /** An entry that is logged at the very end, mostly when the child is asleep again. */
  lateEntry: fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: steps }),
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
  let open = true;
  const fieldsOf = (step: Step) => ({
    id: `${context.id}-${timeline.length}`,
    at: at as Instant,
    estimated: step.estimated,
    updatedAt: at as Instant,
    deletedAt: step.deletedAt,
  });
  const add = (step: Step, kind: Step['step']) => {
    at += step.wait * context.tickMs;
    const fields = fieldsOf(step);
    if (kind === 'toggle') {
      timeline.push(toggleEntry(step, fields, open, context.caregiverIds));
      if (step.deletedAt === null) open = !open;
    } else {
      const isKindAllowed = open || (step.stray && !context.isFinal);
      timeline.push(entryFrom(step, fields, isKindAllowed ? kind : 'note', context.caregiverIds));
    }
  };

  const detected = { kind: 'detected', by: caregiverOrNobody(draft.first, context.caregiverIds), via: 'tap' } as const;
  if (draft.hasDeletedGuess) timeline.push({ ...fieldsOf(draft.first), ...detected, deletedAt: at as Instant });
  timeline.push({ ...fieldsOf(draft.first), ...detected, deletedAt: null });
  for (const step of draft.steps) add(step, step.step);
  const isUnfinished = context.mayBeOpen ? !open && draft.isReopened : open;
  if (isUnfinished) add({ ...draft.end, deletedAt: null }, 'toggle');
  if (draft.lateEntry)
    add({ ...draft.lateEntry, stray: true }, draft.lateEntry.step === 'toggle' ? 'remedy' : draft.lateEntry.step);

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

const caregiverOrNobody = ({ who, nobody }: Step, caregiverIds: readonly string[]): string | null =>
  nobody ? null : pick(caregiverIds, who);

function toggleEntry(step: Step, fields: Fields, open: boolean, caregiverIds: readonly string[]): Entry {
  if (!open) return { ...fields, kind: 'reopened' };
  return { ...fields, kind: 'resolved', by: caregiverOrNobody(step, caregiverIds), outcome: step.outcome };
}

function entryFrom(
  step: Step,
  fields: Fields,
  kind: Exclude<Step['step'], 'toggle'>,
  caregiverIds: readonly string[],
): Entry {
  const by = pick(caregiverIds, step.who);
  switch (kind) {
    case 'note':
      return { ...fields, kind, text: 'the moon' };
    case 'escalated':
      return { ...fields, kind, to: by, level: step.level, via: step.nobody ? 'page' : 'voice' };
    case 'step':
      return {
        ...fields,
        kind,
        stepId: STEP_IDS[step.who % STEP_IDS.length] ?? '',
        outcome: step.nobody ? 'skipped' : 'done',
      };
    case 'runbookChosen':
      return { ...fields, kind, runbookId: step.nobody ? null : 'degraded' };
    case 'remedy':
      return { ...fields, kind, by: caregiverOrNobody(step, caregiverIds), remedy: step.remedy };
    case 'acknowledged':
    case 'noResponse':
    case 'stoodDown':
      return { ...fields, kind, by };
  }
}

const liveEntriesOf = ({ timeline }: Incident): Entry[] => timeline.filter(({ deletedAt }) => deletedAt === null);

export function isOpen(incident: Incident): boolean {
  const turn = liveEntriesOf(incident).findLast(({ kind }) => kind === 'resolved' || kind === 'reopened');
  return turn?.kind !== 'resolved';
}
