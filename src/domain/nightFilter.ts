import type { NightWindow } from './night';
import type { NightSummary } from './nightSummary';
import type { Household } from './rows/household';
import type { Cause } from './rows/incident';
import { isFalseAlarm } from './timeline/falseAlarm';
import { isResponse } from './timeline/response';

/** Which nights the list shows. What is null or false does not matter. */
export interface NightFilter {
  childId: string | null;
  causeId: Cause | null;
  /** The caregiver who was up. */
  caregiverId: string | null;
  /** Only nights in which a child was ill: the chosen one, or any. */
  ill: boolean;
  /** Only nights in which the children were awake for longer than the objective allows. */
  bad: boolean;
}

export const ALL_NIGHTS: NightFilter = { childId: null, causeId: null, caregiverId: null, ill: false, bad: false };

/** Returns whether a filter leaves some nights out. */
export const isFiltering = (filter: NightFilter): boolean => Object.values(filter).some(Boolean);

/** Returns for how long children may be awake in a night by the household's objective, in ms. */
export const allowedAwakeMs = ({ start, end }: NightWindow, { objectives }: Pick<Household, 'objectives'>): number =>
  Math.round((1 - objectives.availability) * (end - start));

/**
 * Returns whether a night is one that is looked for. The child, the cause and the caregiver must
 * belong to one and the same wake-up; a false alarm is none. A night that nobody logged is unknown,
 * so no filter finds it.
 *
 * @param illChildIds the children who were ill in this night
 */
export function matchesFilter(
  { incidents, window, awakeMs, observed }: NightSummary,
  { childId, causeId, caregiverId, ill, bad }: NightFilter,
  household: Pick<Household, 'objectives' | 'graceSeconds'>,
  illChildIds: readonly string[],
): boolean {
  if (!observed) return false;
  if (ill && !(childId === null ? illChildIds.length > 0 : illChildIds.includes(childId))) return false;
  if (bad && awakeMs <= allowedAwakeMs(window, household)) return false;
  const isAnyWakeUp = causeId === null && caregiverId === null && (childId === null || ill);
  return (
    isAnyWakeUp ||
    incidents.some(
      ({ incident, state }) =>
        !isFalseAlarm(state, household.graceSeconds) &&
        (childId === null || incident.childId === childId) &&
        (causeId === null || incident.causeId === causeId) &&
        (caregiverId === null || state.entries.some((entry) => isResponse(entry) && entry.by === caregiverId)),
    )
  );
}
