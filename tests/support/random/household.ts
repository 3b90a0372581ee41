import fc from 'fast-check';
import { newCaregiver } from '@/domain/defaults';
import type { Caregiver, Household, Shift } from '@/domain/rows/household';
import type { Day, Instant, WallTime } from '@/lib/time';
import { daysLater, MINUTE, NOON, wallInstant } from '../reference/wallClock';
import { pick, rarely, rarelyDeleted } from './draws';

/* Random settings, caregivers and rota. */

/**
 * Night hours: the usual ones, around midnight, within one day, near an hour that clocks skip, and
 * around the clock.
 */
const HOURS = [
  ['20:00', '07:00'],
  ['19:30', '06:15'],
  ['21:00', '09:00'],
  ['23:15', '02:30'],
  ['02:30', '10:00'],
  ['02:10', '02:50'],
  ['00:30', '08:00'],
  ['08:00', '16:00'],
  ['19:00', '19:00'],
] as const;

const HANDOVERS = ['03:00', '00:00', '02:30', '01:15', '22:30', '11:59', '12:00'] as const;

const toWallTime = (text: string): WallTime => text as WallTime;

export const caregiverDrafts = fc.record({
  archived: rarely(5),
  deletedAt: rarelyDeleted(6),
  fatigueLimit: fc.option(fc.integer({ min: 0, max: 6 })),
});

export const buildCaregiver = (
  draft: Pick<Caregiver, 'archived' | 'deletedAt' | 'fatigueLimit'>,
  id: string,
): Caregiver => ({
  ...newCaregiver(id, id, 'teal', 0 as Instant),
  ...draft,
});

export const shiftDrafts = fc.record({
  primary: fc.nat(5),
  secondary: fc.option(fc.nat(5)),
  handoverAt: fc.option(fc.constantFrom(...HANDOVERS), { freq: 3 }),
});
type ShiftDraft = typeof shiftDrafts extends fc.Arbitrary<infer T> ? T : never;

export const buildShift = ({ primary, secondary, handoverAt }: ShiftDraft, caregiverIds: readonly string[]): Shift => ({
  primary: pick(caregiverIds, primary),
  secondary: secondary === null ? null : pick(caregiverIds, secondary),
  handoverAt: handoverAt === null ? null : toWallTime(handoverAt),
});

export const householdDrafts = fc.record({
  hours: fc.oneof({ weight: 2, arbitrary: fc.constant(HOURS[0]) }, { weight: 3, arbitrary: fc.constantFrom(...HOURS) }),
  graceSeconds: fc.constantFrom(60, 120, 30, 0),
  availability: fc.constantFrom(0.9, 0.975, 0.5, 0, 1),
  fatigueLimit: fc.integer({ min: 0, max: 6 }),
  /**
   * When the household was made, in minutes after the noon before the middle night: mostly in one
   * of its nights, sometimes on an edge of one.
   */
  sinceMinute: fc.option(
    fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: -2 * 24 * 60, max: 2 * 24 * 60 }) },
      { weight: 1, arbitrary: fc.constantFrom(480, 1140, 0, 24 * 60) },
    ),
    { freq: 2 },
  ),
  rotation: fc.option(
    fc.record({
      anchor: fc.integer({ min: -20, max: 20 }),
      slots: fc.array(shiftDrafts, { minLength: 1, maxLength: 4 }),
    }),
    { freq: 3 },
  ),
});
export type HouseholdDraft = typeof householdDrafts extends fc.Arbitrary<infer T> ? T : never;

interface BuildContext {
  timeZone: string;
  middleDay: Day;
  caregiverIds: readonly string[];
}

export function buildHousehold(draft: HouseholdDraft, { timeZone, middleDay, caregiverIds }: BuildContext): Household {
  const { hours, graceSeconds, availability, fatigueLimit, sinceMinute, rotation } = draft;
  const noon = wallInstant(middleDay, NOON, timeZone);
  return {
    id: 'household',
    updatedAt: 0 as Instant,
    deletedAt: null,
    timeZone,
    nightStart: toWallTime(hours[0]),
    nightEnd: toWallTime(hours[1]),
    graceSeconds,
    objectives: { mttrMinutes: 20, availability, fatigueLimit, weaning: null },
    rotation: rotation && {
      anchor: daysLater(middleDay, rotation.anchor),
      slots: rotation.slots.map((slot) => buildShift(slot, caregiverIds)),
    },
    since: sinceMinute === null ? null : ((noon + sinceMinute * MINUTE) as Instant),
    formerZones: rotation ? [{ until: daysLater(middleDay, -40), timeZone: 'Asia/Tokyo' }] : [],
  };
}
