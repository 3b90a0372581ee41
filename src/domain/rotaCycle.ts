import type { Day, Instant, WallTime } from '@/lib/time';
import { addDays, type Zone } from '@/lib/zone';
import { livedNight, type NightHours, nightOf, nightWindow } from './night';
import { handoverOf, isSameShift, onCallOf, overrideOf, type Rotation, slotIndexOf } from './rota';
import type { Shift } from './rows/household';
import type { NightRow } from './rows/others';

/*
 * The functions that change a rota. Tonight does not need them: they have a file of their own so
 * that they are not loaded before the first tap.
 */

/**
 * Returns the same rotation with `night` as its anchor, so that its first slot is the one of that
 * night. If slots are then added or removed, the nights before the anchor get other slots as well;
 * `shiftsToKeep` returns what nights that are over must keep.
 */
export function reanchorRotation(rotation: Rotation, night: Day): Rotation {
  const first = slotIndexOf(rotation, night);
  return { anchor: night, slots: [...rotation.slots.slice(first), ...rotation.slots.slice(0, first)] };
}

/**
 * Returns the rotation with one person replaced by another. A slot in which the same person would
 * be primary and secondary loses its secondary and its hand-over. If all slots are then the same,
 * the cycle becomes one night long.
 */
export function replacePerson({ anchor, slots }: Rotation, replacedId: string, substituteId: string): Rotation {
  const substitute = <T>(id: T) => (id === replacedId ? substituteId : id);
  const replaced = slots.map((slot): Shift => {
    const [primary, secondary] = [substitute(slot.primary), substitute(slot.secondary)];
    return primary === secondary
      ? { primary, secondary: null, handoverAt: null }
      : { primary, secondary, handoverAt: slot.handoverAt };
  });
  const [first] = replaced;
  return { anchor, slots: first && replaced.every((slot) => isSameShift(slot, first)) ? [first] : replaced };
}

/**
 * What was logged of past nights: their rows that are not deleted, and the start of each wake-up.
 */
interface LoggedNights {
  rows: readonly NightRow[];
  detectedAt: readonly Instant[];
}

/**
 * Returns the shifts that must be written into the rows of past nights so that a change of the
 * rotation from `before` to `after` does not change who was on call in them, by night.
 *
 * A night gets a shift if it is before `tonight`, was logged, has no shift of its own, and would
 * have another shift under the new rotation. Nights without a rota get none: those before `since`
 * (if that is known), and all nights if `before` is null. The new rotation then applies to them,
 * too, because a row cannot express that nobody was on call.
 */
export function shiftsToKeep(
  { before, after }: Record<'before' | 'after', Rotation | null>,
  { rows, detectedAt }: LoggedNights,
  { since, tonight, zone }: { since: Day | null; tonight: Day; zone: Zone },
): Map<Day, Shift> {
  const kept = new Map<Day, Shift>();
  if (before === null) return kept;
  const ownShifts = new Map(rows.map(({ id, onCall }) => [id, onCall]));
  for (const night of new Set([...ownShifts.keys(), ...detectedAt.map((at) => nightOf(at, zone))])) {
    if (night >= tonight || (since !== null && night < since) || ownShifts.get(night)) continue;
    const formerShift = onCallOf({ night, row: null }, { rotation: before });
    const newShift = onCallOf({ night, row: null }, { rotation: after });
    const shiftToKeep = formerShift && overrideOf(formerShift, newShift);
    if (shiftToKeep) kept.set(night, shiftToKeep);
  }
  return kept;
}

/**
 * Returns whether a hand-over is within the hours of a night. A hand-over outside them would swap
 * the whole night, or nothing, and nobody would notice.
 */
export function isHandoverIn(night: Day, handoverAt: WallTime, hours: NightHours): boolean {
  const { start, end } = nightWindow(night, hours);
  const handover = handoverOf({ primary: '', secondary: null, handoverAt }, night, hours);
  return handover !== null && handover > start && handover < end;
}

/**
 * Returns the night that the rota screen shows: the night that is running or begins today, or the
 * next one if that is already over.
 */
export function comingNight(hours: NightHours, row: NightRow | null, now: Instant): Day {
  const night = livedNight(now, hours);
  const nightRow = row?.id === night ? row : null;
  return now < nightWindow(night, hours, nightRow).end ? night : addDays(night, 1);
}
