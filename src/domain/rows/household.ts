import * as v from 'valibot';
import { color, day, id, instant, name, rowFields, share, strict, timeZone, wallTime, wholeNumber } from './fields';

/** Who is on call at the night's start, who is the backup, and the wall time at which they swap. */
export const shiftSchema = strict({
  primary: id,
  secondary: v.nullable(id),
  handoverAt: v.nullable(wallTime),
});

export type Shift = v.InferOutput<typeof shiftSchema>;

const ROTATION_SLOTS_MAX = 366;
export const FORMER_ZONES_MAX = 366;

/** The objective for the mean recovery time is at most a day. */
export const MTTR_MINUTES_MAX = 1440;

/** The single row with the settings of the household. */
export const householdSchema = strict({
  ...rowFields,
  id: v.literal('household'),
  timeZone,
  nightStart: wallTime,
  nightEnd: wallTime,
  graceSeconds: wholeNumber,
  objectives: strict({
    mttrMinutes: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(MTTR_MINUTES_MAX)),
    availability: share,
    fatigueLimit: wholeNumber,
    weaning: v.optional(v.nullable(share), null),
  }),
  rotation: v.nullable(
    strict({
      anchor: day,
      slots: v.pipe(v.array(shiftSchema), v.minLength(1), v.maxLength(ROTATION_SLOTS_MAX)),
    }),
  ),
  /**
   * Whether an open app pages whoever is on call by itself, when the runbook comes to that step.
   * Absent until somebody has chosen, which means no.
   */
  pagesByItself: v.exactOptional(v.boolean()),
  /** When the app created the household; null if that is unknown, as in version 1. */
  since: v.optional(v.nullable(instant), null),
  /**
   * The time zones in which the household lived before, in the order of `until`: nights before
   * `until` belong to that `timeZone`.
   */
  formerZones: v.optional(
    v.pipe(
      v.array(strict({ until: day, timeZone })),
      v.maxLength(FORMER_ZONES_MAX),
      v.check((zones) => zones.every(({ until }, n) => until > (zones[n - 1]?.until ?? '')), 'is out of order'),
    ),
    [],
  ),
});
export type Household = v.InferOutput<typeof householdSchema>;

export const childSchema = strict({
  ...rowFields,
  name,
  birthDate: v.nullable(day),
  /** When the child was due, if it was born early; null if it was not, or nobody said. */
  dueDate: v.optional(v.nullable(day), null),
  color,
  archived: v.optional(v.boolean(), false),
});
export type Child = v.InferOutput<typeof childSchema>;

export const caregiverSchema = strict({
  ...rowFields,
  name,
  color,
  fatigueLimit: v.nullable(wholeNumber),
  archived: v.optional(v.boolean(), false),
});
export type Caregiver = v.InferOutput<typeof caregiverSchema>;
