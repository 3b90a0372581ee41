import fc from 'fast-check';
import { CAUSES, type Entry, type Incident, OUTCOMES, REMEDIES } from '@/domain/rows/incident';
import type { Instant } from '@/lib/time';
import { pick, rarely, rarelyDeleted } from './draws';

/*
 * Incidents in two steps, so that they shrink well: a draft in ticks and dice, and its timeline once it is known where it
 * lies and who the caregivers are.
 */

/**
 * In ticks. Mostly quick, often at the same time as the entry before: ties, and settling within the grace, must happen often. Once in a
 * while the tap was forgotten for days.
 */
const waitTicks = fc.oneof(
  { weight: 15, arbitrary: fc.constant(0) },
  { weight: 15, arbitrary: fc.integer({ min: 0, max: 2 }) },
  { weight: 20, arbitrary: fc.integer({ min: 0, max: 20 }) },
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 150 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 3 * 24 * 60 }) },
);

/** `toggle` is the `resolved` or `reopened` whose turn it is. */
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
  /** Which caregiver, and whether it is nobody where that may be. */
  who: fc.nat(5),
  nobody: rarely(5),
  outcome: fc.constantFrom(...OUTCOMES),
  remedy: fc.constantFrom(...REMEDIES.slice(0, 4)),
  level: fc.constantFrom(1 as const, 2 as const),
  estimated: rarely(8),
  deletedAt: rarelyDeleted(10),
  /** Said although the child is asleep again. */
  stray: rarely(8),
});
type Step = typeof steps extends fc.Arbitrary<infer T> ? T : never;

/** In minutes after noon: most lie in the night, some on its very edges, some in the afternoon. */
const startMinutes = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 6 * 60, max: 20 * 60 }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 24 * 60 - 1 }) },
  { weight: 2, arbitrary: fc.constantFrom(479, 480, 630, 720, 870, 900, 1079, 1080, 1139, 1140, 1141) },
);

/** In minutes after the child's incident before: whether a remedy held is a matter of sixty. */
const FOLLOWING = [0, 1, 59, 60, 61] as const;

export const incidentDrafts = fc.record({
  beginning: startMinutes,
  /** If given, and if there is one before, it begins that long after its end instead. */
  follows: fc.oneof(
    { weight: 2, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(...FOLLOWING) },
  ),
  first: steps,
  steps: fc.array(steps, { maxLength: 7 }),
  end: steps,
  /** Something that is only told at the very end, mostly once the child is asleep again. */
  lateEntry: fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: steps }),
  causeId: fc.option(fc.constantFrom(...CAUSES.slice(0, 3))),
  runbookId: fc.option(fc.constantFrom('standard', 'degraded')),
  deletedAt: rarelyDeleted(10),
  /** A first guess at when the child woke, taken back. */
  hasDeletedGuess: rarely(8),
  /** Awake again, if it is the child's last and may be left open. */
  isReopened: fc.boolean(),
});
export type IncidentDraft = typeof incidentDrafts extends fc.Arbitrary<infer T> ? T : never;

interface Place {
  id: string;
  childId: string;
  caregiverIds: readonly string[];
  beginsAt: Instant;
  /** What its entries' times are multiples of. */
  tickMs: number;
  /** Whether it may be left open. */
  mayBeOpen: boolean;
  /** Nothing is said once the child is asleep. */
  isFinal: boolean;
}

export function buildIncident(draft: IncidentDraft, place: Place): Incident {
  const timeline: Entry[] = [];
  let at: number = place.beginsAt;
  let open = true;
  const fieldsOf = (step: Step) => ({
    id: `${place.id}-${timeline.length}`,
    at: at as Instant,
    estimated: step.estimated,
    updatedAt: at as Instant,
    deletedAt: step.deletedAt,
  });
  const add = (step: Step, kind: Step['step']) => {
    at += step.wait * place.tickMs;
    const fields = fieldsOf(step);
    if (kind === 'toggle') {
      timeline.push(toggleEntry(step, fields, open, place.caregiverIds));
      if (step.deletedAt === null) open = !open;
    } else {
      const mayBeSaid = open || (step.stray && !place.isFinal);
      timeline.push(entryFrom(step, fields, mayBeSaid ? kind : 'note', place.caregiverIds));
    }
  };

  const detected = { kind: 'detected', by: caregiverOrNobody(draft.first, place.caregiverIds), via: 'tap' } as const;
  if (draft.hasDeletedGuess) timeline.push({ ...fieldsOf(draft.first), ...detected, deletedAt: at as Instant });
  timeline.push({ ...fieldsOf(draft.first), ...detected, deletedAt: null });
  for (const step of draft.steps) add(step, step.step);
  const isUnfinished = place.mayBeOpen ? !open && draft.isReopened : open;
  if (isUnfinished) add({ ...draft.end, deletedAt: null }, 'toggle');
  if (draft.lateEntry)
    add({ ...draft.lateEntry, stray: true }, draft.lateEntry.step === 'toggle' ? 'remedy' : draft.lateEntry.step);

  return {
    id: place.id,
    updatedAt: at as Instant,
    deletedAt: draft.deletedAt,
    childId: place.childId,
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
