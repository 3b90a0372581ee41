import { DAY_MS, type Day, type Instant } from '@/lib/time';
import { addDays, instantOnWall } from '@/lib/zone';
import { NOON } from './night';
import type { Household, Shift } from './rows/household';
import type { NightRow } from './rows/others';

export type Rotation = NonNullable<Household['rotation']>;

/**
 * Who is on call in a night, as it is stored: the night row's own, else the rotation's slot; null where there is neither. The
 * slot is the days since `anchor` modulo the number of slots, also before the anchor.
 * Source: metrics.md, `nights[]`.
 *
 * @example two slots, anchor 2026-11-16: the 16th has the first, the 17th the second, the 15th the second
 */
export function onCallOf(
  { night, row }: { night: Day; row: Pick<NightRow, 'onCall'> | null },
  { rotation }: Pick<Household, 'rotation'>,
): Shift | null {
  if (row?.onCall) return row.onCall;
  return rotation ? (rotation.slots[slotIn(rotation, night)] ?? null) : null;
}

/** Which slot of a rotation a night has. */
export function slotIn({ anchor, slots: { length } }: Rotation, night: Day): number {
  const days = Math.round((Date.parse(night) - Date.parse(anchor)) / DAY_MS);
  return ((days % length) + length) % length;
}

/** The one who backs up goes first, and the other way round; null where nobody backs up. */
export const swapped = ({ primary, secondary, handoverAt }: Shift): Shift | null =>
  secondary === null ? null : { primary: secondary, secondary: primary, handoverAt };

/** What has to lie on a night for `wanted` to be its shift: nothing, where the rotation says so anyway. */
export const overrideOf = (wanted: Shift, planned: Shift | null): Shift | null =>
  planned && isSameShift(wanted, planned) ? null : wanted;

export const isSameShift = (a: Shift, b: Shift): boolean =>
  a.primary === b.primary && a.secondary === b.secondary && a.handoverAt === b.handoverAt;

/** Everybody who has a part in these shifts, each once. */
export const peopleOf = (shifts: readonly Shift[]): string[] => [
  ...new Set(shifts.flatMap(({ primary, secondary }) => (secondary === null ? [primary] : [primary, secondary]))),
];

/**
 * Who is primary when in a night: from the hand-over on, primary and secondary have swapped. A
 * hand-over at 12:00 or later is on the night's own day, an earlier one on the next. Null where nobody is (a hand-over to nobody).
 */
export function primaryLookup(shift: Shift, night: Day, timeZone: string): (at: Instant) => string | null {
  const duty = dutyLookup(shift, night, timeZone);
  return (at) => duty(at).primary;
}

/** When primary and secondary swap in a night; null where they do not. */
export function handoverOf({ handoverAt }: Shift, night: Day, timeZone: string): Instant | null {
  if (handoverAt === null) return null;
  return instantOnWall(handoverAt >= NOON ? night : addDays(night, 1), handoverAt, timeZone);
}

/** Who is on call at an instant, and who backs up. */
export interface Duty {
  primary: string | null;
  secondary: string | null;
}

/**
 * Who is on call at an instant of a night, and who backs up: from the hand-over on, the two have swapped.
 *
 * @example Dad until 3:00, then Mum: at 2:43 { primary: Dad, secondary: Mum }, at 3:00 { primary: Mum, secondary: Dad }
 */
export function dutyLookup(shift: Shift, night: Day, timeZone: string): (at: Instant) => Duty {
  const handover = handoverOf(shift, night, timeZone);
  const { primary, secondary } = shift;
  return (at) =>
    handover !== null && at >= handover ? { primary: secondary, secondary: primary } : { primary, secondary };
}
