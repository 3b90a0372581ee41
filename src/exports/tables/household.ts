import type { Caregiver, Child, Household, Shift } from '@/domain/rows/household';
import { code, day, decimal, flag, id, instant, moment, text, wallTime, whole } from './column';
import { defineTable } from './table';

/*
 * Who lives here, and how the nights are planned. Children and caregivers who were deleted stay in
 * their tables, because wake-ups name them.
 */

export const householdTable = defineTable<Household>({
  name: 'household',
  columns: [
    text('time_zone', ({ timeZone }) => timeZone),
    wallTime('night_start', ({ nightStart }) => nightStart),
    wallTime('night_end', ({ nightEnd }) => nightEnd),
    whole('grace_seconds', ({ graceSeconds }) => graceSeconds),
    whole('objective_mttr_minutes', ({ objectives }) => objectives.mttrMinutes),
    decimal('objective_availability', 4, ({ objectives }) => objectives.availability),
    whole('objective_fatigue_limit', ({ objectives }) => objectives.fatigueLimit),
    decimal('objective_weaning', 4, ({ objectives }) => objectives.weaning),
    day('rotation_anchor', ({ rotation }) => rotation?.anchor ?? null),
    flag('pages_by_itself', ({ pagesByItself }) => pagesByItself),
    ...moment<Household>('since', ({ since }) => since),
    instant('updated_at', ({ updatedAt }) => updatedAt),
  ],
  rows: ({ household }) => [household],
});

type FormerZone = Household['formerZones'][number];

export const formerZonesTable = defineTable<FormerZone>({
  name: 'former_zones',
  columns: [day('until', ({ until }) => until), text('time_zone', ({ timeZone }) => timeZone)],
  rows: ({ household }) => household.formerZones,
});

/** The columns of a shift, in the rotation and in a night that was arranged otherwise. */
export const shiftColumns = <Row>(shiftOf: (row: Row) => Shift | null) => [
  id<Row>('primary_id', (row) => shiftOf(row)?.primary ?? null),
  id<Row>('secondary_id', (row) => shiftOf(row)?.secondary ?? null),
  wallTime<Row>('handover', (row) => shiftOf(row)?.handoverAt ?? null),
];

interface Slot {
  index: number;
  shift: Shift;
}

export const rotationTable = defineTable<Slot>({
  name: 'rotation',
  columns: [whole('slot', ({ index }) => index), ...shiftColumns<Slot>(({ shift }) => shift)],
  rows: ({ household }) => (household.rotation?.slots ?? []).map((shift, index) => ({ index, shift })),
});

export const childrenTable = defineTable<Child>({
  name: 'children',
  columns: [
    id('id', (row) => row.id),
    text('name', ({ name }) => name),
    day('birth_date', ({ birthDate }) => birthDate),
    day('due_date', ({ dueDate }) => dueDate),
    code('color', ({ color }) => color),
    flag('archived', ({ archived }) => archived),
    instant('updated_at', ({ updatedAt }) => updatedAt),
    instant('deleted_at', ({ deletedAt }) => deletedAt),
  ],
  rows: ({ children }) => children,
});

export const caregiversTable = defineTable<Caregiver>({
  name: 'caregivers',
  columns: [
    id('id', (row) => row.id),
    text('name', ({ name }) => name),
    code('color', ({ color }) => color),
    whole('fatigue_limit', ({ fatigueLimit }) => fatigueLimit),
    flag('archived', ({ archived }) => archived),
    instant('updated_at', ({ updatedAt }) => updatedAt),
    instant('deleted_at', ({ deletedAt }) => deletedAt),
  ],
  rows: ({ caregivers }) => caregivers,
});
