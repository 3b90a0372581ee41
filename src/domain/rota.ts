import { DAY_MS, type Day, type Instant } from '@/lib/time';
import { addDays, instantOnWall, NOON, type Zone, zoneOfNight } from '@/lib/zone';
import type { Household, Shift } from './rows/household';
import type { NightRow } from './rows/others';

export type Rotation = NonNullable<Household['rotation']>;

/**
 * Returns the shift of a night: the one in its row, else the slot of the rotation; null if there is
 * neither. The index of the slot is the number of days since `anchor` modulo the number of slots,
 * for nights before the anchor, too. Source: metrics.md, `nights[]`.
 *
 * @example two slots, anchor 2026-11-16 → the 16th has the first; the 15th and 17th the second
 */
export function onCallOf(
  { night, row }: { night: Day; row: Pick<NightRow, 'onCall'> | null },
  { rotation }: Pick<Household, 'rotation'>,
): Shift | null {
  if (row?.onCall) return row.onCall;
  return rotation ? (rotation.slots[slotIndexOf(rotation, night)] ?? null) : null;
}

/** Returns the index of the slot that a rotation gives to a night, from 0. */
export function slotIndexOf({ anchor, slots: { length } }: Rotation, night: Day): number {
  const days = Math.round((Date.parse(night) - Date.parse(anchor)) / DAY_MS);
  return ((days % length) + length) % length;
}

/** Returns the shift with primary and secondary swapped; null if it has no secondary. */
export const swapped = ({ primary, secondary, handoverAt }: Shift): Shift | null =>
  secondary === null ? null : { primary: secondary, secondary: primary, handoverAt };

/**
 * Returns what the row of a night must hold so that `wanted` is its shift: null if the rotation
 * plans the same shift, else `wanted`.
 */
export const overrideOf = (wanted: Shift, planned: Shift | null): Shift | null =>
  planned && isSameShift(wanted, planned) ? null : wanted;

/** Returns whether two shifts have the same people and the same hand-over. */
export const isSameShift = (a: Shift, b: Shift): boolean =>
  a.primary === b.primary && a.secondary === b.secondary && a.handoverAt === b.handoverAt;

/** Returns the id of everybody who is primary or secondary in these shifts, each id once. */
export const peopleOf = (shifts: readonly Shift[]): string[] => [
  ...new Set(shifts.flatMap(({ primary, secondary }) => (secondary === null ? [primary] : [primary, secondary]))),
];

/**
 * Returns a function that gives who is primary at an instant of a night. From the hand-over on,
 * primary and secondary are swapped. The result is null after a hand-over without a secondary.
 */
export function primaryLookup(shift: Shift, night: Day, zone: Zone): (at: Instant) => string | null {
  const duty = dutyLookup(shift, night, zone);
  return (at) => duty(at).primary;
}

/**
 * Returns the instant of the hand-over in a night; null if the shift has none. A hand-over at 12:00
 * or later is on the day of the night, an earlier one is on the next day.
 */
export function handoverOf({ handoverAt }: Shift, night: Day, zone: Zone): Instant | null {
  if (handoverAt === null) return null;
  return instantOnWall(handoverAt >= NOON ? night : addDays(night, 1), handoverAt, zoneOfNight(zone, night));
}

/** Who is on call at an instant, and who is the backup. */
export interface Duty {
  primary: string | null;
  secondary: string | null;
}

/**
 * Returns a function that gives who is on call at an instant of a night, and who is the backup.
 * From the hand-over on, the two are swapped.
 *
 * @example Dad until 3:00, then Mum → at 2:43 { primary: Dad, secondary: Mum },
 * at 3:00 { primary: Mum, secondary: Dad }
 */
export function dutyLookup(shift: Shift, night: Day, zone: Zone): (at: Instant) => Duty {
  const handover = handoverOf(shift, night, zone);
  const { primary, secondary } = shift;
  return (at) =>
    handover !== null && at >= handover ? { primary: secondary, secondary: primary } : { primary, secondary };
}
