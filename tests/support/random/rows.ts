import fc from 'fast-check';
import { newNightRow } from '@/domain/defaults';
import type { Household } from '@/domain/rows/household';
import type { Chore, Episode, Nap, NightRow } from '@/domain/rows/others';
import type { Day, Instant } from '@/lib/time';
import { daysLater, MINUTE, wallInstant } from '../reference/wallClock';
import { pick, rarely, rarelyDeleted } from './draws';
import { buildShift, shiftDrafts } from './household';

/* Random rows of the remaining tables. */

const DAY_MINUTES = 24 * 60;
const hoursAround = (hours: number) => fc.integer({ min: -60 * hours, max: 60 * hours });

export const nightDrafts = fc.record({
  /**
   * Minutes from the household's hours. They are at most three hours, so that two nights never
   * overlap.
   */
  bedtime: fc.option(hoursAround(3), { freq: 2 }),
  morning: fc.option(hoursAround(3), { freq: 2 }),
  /**
   * How bedtime and morning are combined when both are set: as they are, swapped, or both at the
   * bedtime. The last two are not ascending.
   */
  pair: fc.constantFrom('asIs', 'asIs', 'asIs', 'asIs', 'swapped', 'same'),
  quiet: rarely(4),
  onCall: fc.option(shiftDrafts, { freq: 2 }),
  deletedAt: rarelyDeleted(6),
});
type NightDraft = typeof nightDrafts extends fc.Arbitrary<infer T> ? T : never;

export function buildNight(
  draft: NightDraft,
  id: Day,
  household: Household,
  caregiverIds: readonly string[],
): NightRow {
  const { nightStart, nightEnd, timeZone } = household;
  const endDay = nightEnd > nightStart ? id : daysLater(id, 1);
  const moveBy = (at: Instant, minutes: number | null) =>
    minutes === null ? null : ((at + minutes * MINUTE) as Instant);
  // Night hours around the clock leave no room between two nights.
  const isMovable = nightStart !== nightEnd;
  const bedtime = isMovable ? moveBy(wallInstant(id, nightStart, timeZone), draft.bedtime) : null;
  const morning = isMovable ? moveBy(wallInstant(endDay, nightEnd, timeZone), draft.morning) : null;
  const isPair = bedtime !== null && morning !== null;
  const isSwapped = isPair && draft.pair === 'swapped';
  const isSameInstant = isPair && draft.pair === 'same';
  return {
    ...newNightRow(id, 0 as Instant),
    deletedAt: draft.deletedAt,
    bedtimeAt: isSwapped ? morning : bedtime,
    morningAt: isSwapped || isSameInstant ? bedtime : morning,
    quiet: draft.quiet,
    onCall: draft.onCall && buildShift(draft.onCall, caregiverIds),
  };
}

export const episodeDrafts = fc.record({
  child: fc.nat(5),
  startDay: fc.integer({ min: -4, max: 4 }),
  lengthDays: fc.option(fc.integer({ min: 0, max: 4 })),
  deletedAt: rarelyDeleted(6),
});
type EpisodeDraft = typeof episodeDrafts extends fc.Arbitrary<infer T> ? T : never;

export function buildEpisode(draft: EpisodeDraft, id: string, middleDay: Day, childIds: readonly string[]): Episode {
  const startDay = daysLater(middleDay, draft.startDay);
  return {
    id,
    updatedAt: 0 as Instant,
    deletedAt: draft.deletedAt,
    childId: pick(childIds, draft.child),
    label: '',
    kind: 'cold',
    startDay,
    endDay: draft.lengthDays === null ? null : daysLater(startDay, draft.lengthDays),
    note: '',
  };
}

export const choreDrafts = fc.record({
  effortMinutes: fc.integer({ min: 0, max: 90 }),
  /**
   * Minutes after noon of the day in the middle. Multiples of a day are the very edges of a range.
   */
  deferredMinute: fc.oneof(
    fc.integer({ min: -4 * DAY_MINUTES, max: 4 * DAY_MINUTES }),
    fc.integer({ min: -3, max: 3 }).map((days) => days * DAY_MINUTES),
  ),
  paidAfterMinutes: fc.option(
    fc.oneof(
      fc.integer({ min: 0, max: 4 * DAY_MINUTES }),
      fc.integer({ min: 0, max: 4 }).map((days) => days * DAY_MINUTES),
    ),
    { freq: 2 },
  ),
  deletedAt: rarelyDeleted(6),
});
type ChoreDraft = typeof choreDrafts extends fc.Arbitrary<infer T> ? T : never;

export function buildChore(draft: ChoreDraft, id: string, noon: Instant): Chore {
  const deferredAt = (noon + draft.deferredMinute * MINUTE) as Instant;
  return {
    id,
    updatedAt: deferredAt,
    deletedAt: draft.deletedAt,
    title: id,
    effortMinutes: draft.effortMinutes,
    deferredAt,
    paidAt: draft.paidAfterMinutes === null ? null : ((deferredAt + draft.paidAfterMinutes * MINUTE) as Instant),
  };
}

export const napDrafts = fc.record({
  caregiver: fc.nat(5),
  startMinute: fc.integer({ min: 0, max: 3 * DAY_MINUTES }),
  lengthMinutes: fc.nat(120),
});
type NapDraft = typeof napDrafts extends fc.Arbitrary<infer T> ? T : never;

export function buildNap(draft: NapDraft, id: string, noon: Instant, caregiverIds: readonly string[]): Nap {
  const startedAt = (noon + draft.startMinute * MINUTE) as Instant;
  return {
    id,
    updatedAt: startedAt,
    deletedAt: null,
    caregiverId: pick(caregiverIds, draft.caregiver),
    startedAt,
    endedAt: (startedAt + draft.lengthMinutes * MINUTE) as Instant,
  };
}
