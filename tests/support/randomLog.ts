import fc from 'fast-check';
import type { HouseholdLog } from '@/domain/rows/tables';
import type { Day, Instant } from '@/lib/time';
import { buildChild, buildIncidents, childDrafts, knownAt } from './random/children';
import { rarely } from './random/draws';
import { buildCaregiver, buildHousehold, caregiverDrafts, householdDrafts } from './random/household';
import {
  buildChore,
  buildEpisode,
  buildNap,
  buildNight,
  choreDrafts,
  episodeDrafts,
  napDrafts,
  nightDrafts,
} from './random/rows';
import { daysLater, daysOf, MINUTE, NOON, wallInstant } from './reference/wallClock';

/*
 * Random households for fast-check: valid logs around one night. All instants are whole minutes
 * unless the settings ask for a shorter tick.
 */

export interface CaseSetting {
  timeZone: string;
  /**
   * The night in the middle, by the day of its evening. The log extends three nights to either
   * side, and the range at most two.
   */
  middleNight: Day;
}

export interface RandomCase {
  log: HouseholdLog;
  range: { from: Day; to: Day };
  now: Instant;
}

interface CaseOptions {
  /** Whether every incident is over and has no later entries, so that no later night can see it. */
  isFinal?: boolean;
  /** All times within incidents are multiples of this; a minute unless given. */
  tickMs?: number;
}

const NIGHTS_EACH_SIDE = 3;
const DAY_MINUTES = 24 * 60;

/**
 * `now` in minutes after the noon before the middle night: after everything, in the middle, on an
 * edge of a night, or before everything.
 */
const nows = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 3 * DAY_MINUTES, max: 6 * DAY_MINUTES }) },
  { weight: 6, arbitrary: fc.integer({ min: -2 * DAY_MINUTES, max: 3 * DAY_MINUTES }) },
  { weight: 2, arbitrary: fc.constantFrom(480, 1140, 420, DAY_MINUTES + 480, DAY_MINUTES - 300, 0) },
  { weight: 1, arbitrary: fc.integer({ min: -5 * DAY_MINUTES, max: -2 * DAY_MINUTES }) },
);

const drafts = fc.record({
  household: householdDrafts,
  children: fc.array(childDrafts(2 * NIGHTS_EACH_SIDE + 1), { minLength: 1, maxLength: 3 }),
  caregivers: fc.array(caregiverDrafts, { minLength: 1, maxLength: 3 }),
  nights: fc.array(fc.option(nightDrafts, { freq: 2 }), {
    minLength: 2 * NIGHTS_EACH_SIDE + 1,
    maxLength: 2 * NIGHTS_EACH_SIDE + 1,
  }),
  episodes: fc.array(episodeDrafts, { maxLength: 3 }),
  chores: fc.array(choreDrafts, { maxLength: 4 }),
  naps: fc.array(napDrafts, { maxLength: 2 }),
  nightsBefore: fc.nat(2),
  nightsAfter: fc.nat(2),
  now: nows,
  /** Whether the log holds more than was known at `now`, as in a report about an earlier state. */
  includesFuture: rarely(3),
});
type Drafts = typeof drafts extends fc.Arbitrary<infer T> ? T : never;

export const randomCases = (setting: CaseSetting, options: CaseOptions = {}): fc.Arbitrary<RandomCase> =>
  drafts.map((draft) => buildCase(draft, setting, options));

function buildCase(
  draft: Drafts,
  { timeZone, middleNight }: CaseSetting,
  { isFinal = false, tickMs = MINUTE }: CaseOptions,
): RandomCase {
  const noon = wallInstant(middleNight, NOON, timeZone);
  const now = (noon + draft.now * MINUTE) as Instant;
  const days = daysOf(daysLater(middleNight, -NIGHTS_EACH_SIDE), daysLater(middleNight, NIGHTS_EACH_SIDE));
  const children = draft.children.map((childDraft, index) => buildChild(childDraft, `child-${index}`));
  const caregivers = draft.caregivers.map((caregiverDraft, index) =>
    buildCaregiver(caregiverDraft, `caregiver-${index}`),
  );
  const childIds = children.map(({ id }) => id);
  const caregiverIds = caregivers.map(({ id }) => id);
  const household = buildHousehold(draft.household, { timeZone, middleDay: middleNight, caregiverIds });
  const incidents = draft.children.flatMap((childDraft, index) => {
    const childIncidents = buildIncidents(childDraft, {
      childId: `child-${index}`,
      caregiverIds,
      days,
      timeZone,
      tickMs,
      isFinal,
    });
    return draft.includesFuture || isFinal ? childIncidents : knownAt(now, childIncidents);
  });
  return {
    log: {
      household,
      children,
      caregivers,
      incidents,
      nights: days.flatMap((day, index) => {
        const nightDraft = draft.nights[index];
        return nightDraft ? [buildNight(nightDraft, day, household, caregiverIds)] : [];
      }),
      episodes: draft.episodes.map((episodeDraft, index) =>
        buildEpisode(episodeDraft, `episode-${index}`, middleNight, childIds),
      ),
      observations: [],
      chores: draft.chores.map((choreDraft, index) => buildChore(choreDraft, `chore-${index}`, noon)),
      naps: draft.naps.map((napDraft, index) => buildNap(napDraft, `nap-${index}`, noon, caregiverIds)),
      runbooks: [],
    },
    range: { from: daysLater(middleNight, -draft.nightsBefore), to: daysLater(middleNight, draft.nightsAfter) },
    now,
  };
}
