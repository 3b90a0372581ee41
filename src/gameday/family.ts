import { defaultHousehold, newCaregiver, newChild } from '@/domain/defaults';
import type { Caregiver, Child, Household, Shift } from '@/domain/rows/household';
import type { RowOf } from '@/domain/rows/tables';
import type { Day, Instant, WallTime } from '@/lib/time';
import { addDays } from '@/lib/zone';
import { createRandom, type Random } from './random';
import { type GameDayRunbook, runbookRows } from './runbooks';
import type { CaregiverRole, ChildRole, GameDayOptions } from './types';

/** Who lives in the house, by the part they play, and what they have set up before the first night. */
export interface Family {
  household: Household;
  children: Record<ChildRole, Child>;
  caregivers: Record<CaregiverRole, Caregiver>;
  runbooks: Record<GameDayRunbook, RowOf<'runbooks'>>;
}

const AGE_MONTHS: Record<ChildRole, number> = { baby: 9, toddler: 27 };

/** After so many interventions in one night the partner is of no further use; the mother has the household's limit. */
const PARTNER_LIMIT = 3;

/** On the mother's nights the partner has it from here on, in theory. */
const HANDOVER = '03:00' as WallTime;

/**
 * @param since when they set it up: the stamp of all these rows
 * @param anchor the first night, which is the mother's; the next one is the partner's, and so on in turn
 */
export function createFamily(options: GameDayOptions, ids: Random, since: Instant, anchor: Day): Family {
  const { names, lastNight, timeZone } = options;
  const random = createRandom(options.seed, 'people');
  const born = (part: ChildRole): Day => birthDate(lastNight, AGE_MONTHS[part], random);
  const children = {
    baby: { ...newChild(ids.uuid(), names.children[0], 'blue', since), birthDate: born('baby') },
    toddler: { ...newChild(ids.uuid(), names.children[1], 'orange', since), birthDate: born('toddler') },
  };
  const caregivers = {
    mother: newCaregiver(ids.uuid(), names.caregivers[0], 'purple', since),
    partner: { ...newCaregiver(ids.uuid(), names.caregivers[1], 'teal', since), fatigueLimit: PARTNER_LIMIT },
  };
  const slots = [shiftOf('mother', caregivers, HANDOVER), shiftOf('partner', caregivers, null)];
  return {
    household: { ...defaultHousehold(timeZone, since, since), rotation: { anchor, slots } },
    children,
    caregivers,
    runbooks: runbookRows(names, ids, since),
  };
}

export const otherCaregiver = (part: CaregiverRole): CaregiverRole => (part === 'mother' ? 'partner' : 'mother');

export function shiftOf(
  primary: CaregiverRole,
  caregivers: Family['caregivers'],
  handoverAt: Shift['handoverAt'],
): Shift {
  return { primary: caregivers[primary].id, secondary: caregivers[otherCaregiver(primary)].id, handoverAt };
}

/** A day on which a child of this age is so many whole months old, and up to three weeks more. */
function birthDate(on: Day, months: number, random: Random): Day {
  /* The 29th to the 31st are not in every month. */
  const LAST_SAFE_DAY = 28;
  const [year = 0, month = 1, date = 1] = on.split('-').map(Number);
  const then = new Date(Date.UTC(year, month - 1 - months, Math.min(date, LAST_SAFE_DAY)));
  return addDays(then.toISOString().slice(0, 10) as Day, -random.integer(0, 20));
}
