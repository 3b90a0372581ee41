import type { Day, Instant, WallTime } from '@/lib/time';
import { addDays } from '@/lib/zone';
import { type NightHours, nightOf, nightWindow } from './night';
import { handoverOf, isSameShift, onCallOf, overrideOf, type Rotation, slotIn } from './rota';
import type { Shift } from './rows/household';
import type { NightRow } from './rows/others';

/* What a rota is arranged with by day. Tonight does without it, so it is not loaded before the first tap. */

/**
 * The same rotation, told from a night on: its first slot is that night's. What is added to it or taken out then shifts the nights
 * before as well; those that are over keep what they had (`shiftsToKeep`).
 */
export function reanchorRotation(rotation: Rotation, night: Day): Rotation {
  const first = slotIn(rotation, night);
  return { anchor: night, slots: [...rotation.slots.slice(first), ...rotation.slots.slice(0, first)] };
}

/**
 * The rotation with somebody in another one's place. Whoever would back themselves up has nobody, and hands over to nobody; if every
 * night then is the same, the cycle is one night long.
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

/** What is known of the nights that are over: their rows that are not deleted, and when each wake-up of theirs began. */
interface LoggedNights {
  rows: readonly NightRow[];
  detectedAt: readonly Instant[];
}

/**
 * What has to lie on the nights before `tonight` for them to have the shifts they had, once the rotation is another one or none: on
 * each that was logged, has no shift of its own, and would get another one than it had. Of nights without a rota nothing is kept
 * (before `since`, where that is known; all of them, where there was none until now), though the new one then speaks of them, too:
 * a night cannot say that nobody was on call.
 */
export function shiftsToKeep(
  { before, after }: Record<'before' | 'after', Rotation | null>,
  { rows, detectedAt }: LoggedNights,
  { since, tonight, timeZone }: { since: Day | null; tonight: Day; timeZone: string },
): Map<Day, Shift> {
  const kept = new Map<Day, Shift>();
  if (before === null) return kept;
  const ownOf = new Map(rows.map(({ id, onCall }) => [id, onCall]));
  for (const night of new Set([...ownOf.keys(), ...detectedAt.map((at) => nightOf(at, timeZone))])) {
    if (night >= tonight || (since !== null && night < since) || ownOf.get(night)) continue;
    const had = onCallOf({ night, row: null }, { rotation: before });
    const keep = had && overrideOf(had, onCallOf({ night, row: null }, { rotation: after }));
    if (keep) kept.set(night, keep);
  }
  return kept;
}

/** Whether a hand-over lies within a night: outside it, it would quietly swap the whole night, or nothing. */
export function isHandoverIn(night: Day, handoverAt: WallTime, hours: NightHours): boolean {
  const { start, end } = nightWindow(night, hours);
  const handover = handoverOf({ primary: '', secondary: null, handoverAt }, night, hours.timeZone);
  return handover !== null && handover > start && handover < end;
}

/** The night a rota is asked about: the one that runs or begins today, and once it is over, the next. */
export function comingNight(hours: NightHours, row: NightRow | null, now: Instant): Day {
  const night = nightOf(now, hours.timeZone);
  const ofThisNight = row?.id === night ? row : null;
  return now < nightWindow(night, hours, ofThisNight).end ? night : addDays(night, 1);
}
