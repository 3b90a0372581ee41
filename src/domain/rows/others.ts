import * as v from 'valibot';
import { day, id, instant, line, name, rowFields, strict, text, wholeNumber } from './fields';
import { shiftSchema } from './household';
import { REMEDIES } from './incident';

/** What was logged for a night as a whole. Its id is the night key, the day of its evening. */
export const nightSchema = strict({
  ...rowFields,
  id: day,
  bedtimeAt: v.nullable(instant),
  morningAt: v.nullable(instant),
  quiet: v.optional(v.boolean(), false),
  onCall: v.nullable(shiftSchema),
  postmortem: v.optional(text, ''),
});
export type NightRow = v.InferOutput<typeof nightSchema>;

/** An illness, from its first day to its last. `endDay` is null while it is still running. */
export const episodeSchema = strict({
  ...rowFields,
  childId: id,
  label: line,
  kind: v.picklist(['cold', 'fever', 'laryngitis', 'ear', 'gastro', 'teething', 'vaccine', 'other']),
  startDay: day,
  endDay: v.nullable(day),
  note: v.optional(text, ''),
});

export type Episode = v.InferOutput<typeof episodeSchema>;

/** The hours to wait until the next dose are at most these. */
export const MIN_HOURS_MAX = 1000;

const observationFields = { ...rowFields, childId: id, at: instant };
export const observationSchema = v.variant('kind', [
  strict({
    ...observationFields,
    kind: v.literal('temperature'),
    celsius: v.pipe(v.number(), v.minValue(25), v.maxValue(45)),
  }),
  strict({
    ...observationFields,
    kind: v.literal('medicine'),
    name,
    amount: line,
    minHours: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(MIN_HOURS_MAX))),
  }),
]);

/** A chore, which is technical debt of the household. */
export const choreSchema = strict({
  ...rowFields,
  title: line,
  effortMinutes: wholeNumber,
  deferredAt: instant,
  paidAt: v.nullable(instant),
});

export type Chore = v.InferOutput<typeof choreSchema>;

/** A nap of a caregiver. */
export const napSchema = strict({ ...rowFields, caregiverId: id, startedAt: instant, endedAt: instant });

export type Nap = v.InferOutput<typeof napSchema>;

export const RUNBOOK_STEPS_MAX = 100;
export const runbookSchema = strict({
  ...rowFields,
  name,
  trigger: v.picklist(['standard', 'degraded', 'double', 'custom']),
  steps: v.pipe(
    v.array(
      strict({
        id,
        title: line,
        kind: v.picklist(['wait', 'escalate', 'remedy', 'check']),
        seconds: v.nullable(wholeNumber),
        level: v.nullable(v.picklist([1, 2])),
        remedy: v.nullable(v.picklist(REMEDIES)),
      }),
    ),
    v.maxLength(RUNBOOK_STEPS_MAX),
  ),
});

export type Runbook = v.InferOutput<typeof runbookSchema>;
export type RunbookStep = Runbook['steps'][number];
