import { defaultHousehold, newCaregiver, newChild } from '@/domain/defaults';
import type { Caregiver, Child, Household, Shift } from '@/domain/rows/household';
import type { RowOf } from '@/domain/rows/tables';
import type { Day, Instant, WallTime } from '@/lib/time';
import { addDays } from '@/lib/zone';
import { createRandom, type Random } from './random';
import { type GameDayRunbook, runbookRows } from './runbooks';
import type { CaregiverRole, ChildRole, GameDayOptions } from './types';

/** The household, its people by role, and its runbooks, as set up before the first night. */
export interface Family {
  household: Household;
  children: Record<ChildRole, Child>;
  caregivers: Record<CaregiverRole, Caregiver>;
  runbooks: Record<GameDayRunbook, RowOf<'runbooks'>>;
}

const AGE_MONTHS: Record<ChildRole, number> = { baby: 9, toddler: 27 };

/**
 * The partner's fatigue limit: interventions in one night. The mother has the household's limit.
 */
const PARTNER_LIMIT = 3;

/** On the mother's nights, the rota hands over to the partner at this time. */
const HANDOVER = '03:00' as WallTime;

/**
 * Creates the household and everything that is set up before the first night.
 *
 * @param since the instant of the set-up, which is the stamp of all these rows
 * @param anchor the first night, which is the mother's; the nights alternate from there
 */
export function createFamily(options: GameDayOptions, ids: Random, since: Instant, anchor: Day): Family {
  const { names, lastNight, timeZone } = options;
  const random = createRandom(options.seed, 'people');
  const born = (role: ChildRole): Day => birthDate(lastNight, AGE_MONTHS[role], random);
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

export const otherCaregiver = (role: CaregiverRole): CaregiverRole => (role === 'mother' ? 'partner' : 'mother');

export function shiftOf(
  primary: CaregiverRole,
  caregivers: Family['caregivers'],
  handoverAt: Shift['handoverAt'],
): Shift {
  return { primary: caregivers[primary].id, secondary: caregivers[otherCaregiver(primary)].id, handoverAt };
}

/**
 * Returns a birth date that makes a child `months` months old on the given day, plus up to three
 * weeks.
 */
function birthDate(on: Day, months: number, random: Random): Day {
  /* Not every month has a 29th, 30th and 31st. */
  const LAST_SAFE_DAY = 28;
  const [year = 0, month = 1, date = 1] = on.split('-').map(Number);
  const then = new Date(Date.UTC(year, month - 1 - months, Math.min(date, LAST_SAFE_DAY)));
  return addDays(then.toISOString().slice(0, 10) as Day, -random.integer(0, 20));
}
