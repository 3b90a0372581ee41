import { createDetected, createNote } from '@/domain/timeline/createEntry';
import type { NightContext } from './simulationContext';
import type { TimelineBuilder } from './timelineBuilder';
import type { CaregiverRole } from './types';
import { primaryAt, wakeCaregiver } from './wakeCaregiver';

/* Decides who heard a cry and who answers it. */

const NOTE_WRITTEN = 0.07;
const BY_SHORTCUT = 0.1;
/** The probability that the mother, who was mostly up, logs a forgotten cry in the morning. */
const MOTHER_REMEMBERS = 0.8;
const HEARS_IN_THE_EVENING = [
  ['partner', 6],
  ['mother', 4],
] as const;
/**
 * Of ten cries, six wake the mother, two are logged only by the shortcut on the cot, and two wake
 * whoever is on call.
 */
const HEARS_AT_NIGHT = [
  ['mother', 6],
  [null, 2],
] as const;
const PRIMARY_HEARS = 2;

/**
 * Simulates a usual cry: somebody hears it, the grace time passes, somebody gets up, and a note may
 * be written. Returns who is up for the child.
 */
export function simulateAnsweredCry(builder: TimelineBuilder, context: NightContext, double: boolean): CaregiverRole {
  const { random, words } = context;
  const listener = simulateCry(builder, context, double);
  const grace = context.family.household.graceSeconds;
  builder.wait(random, [grace, grace + 15]);
  const caregiver = wakeCaregiver(builder, context, listener);
  const text = random.chance(NOTE_WRITTEN) ? random.pick(words.notes) : undefined;
  if (text !== undefined) builder.addEntry((moment) => createNote(moment, text));
  return caregiver;
}

/**
 * Simulates a cry that nobody logged at night. It is logged in the morning with estimated times.
 * Returns who was up.
 */
export function simulateRememberedCry(builder: TimelineBuilder, context: NightContext): CaregiverRole {
  const caregiver = context.random.chance(MOTHER_REMEMBERS) ? 'mother' : 'partner';
  builder.addEntry((moment) => createDetected(moment, context.family.caregivers[caregiver].id, 'backfill'));
  builder.addUp(caregiver);
  return caregiver;
}

/** Simulates who hears the cry and logs it. Returns null when the shortcut on the cot logged it. */
export function simulateCry(builder: TimelineBuilder, context: NightContext, double: boolean): CaregiverRole | null {
  const { random, family, busyUntil } = context;
  const isEvening = builder.at < context.partnerUpUntil;
  const busy = (['mother', 'partner'] as const).find((role) => busyUntil[role] > builder.at) ?? null;
  const heard = isEvening
    ? random.weighted(HEARS_IN_THE_EVENING)
    : random.weighted<CaregiverRole | null>([...HEARS_AT_NIGHT, [primaryAt(context, builder.at), PRIMARY_HEARS]]);
  // In a double incident, a caregiver who is up for the other child hears the cry. The draw above
  // is made in any case, so that the later random numbers stay the same.
  const listener = (double ? busy : null) ?? heard;
  const via = listener === null || random.chance(BY_SHORTCUT) ? 'shortcut' : 'tap';
  builder.addEntry((moment) => createDetected(moment, listener && family.caregivers[listener].id, via));
  if (listener) builder.addUp(listener);
  return listener;
}
