import { bodyOf } from '@/domain/postmortem/storedText';
import type { Chore, Episode, Nap, NightRow, Runbook, RunbookStep } from '@/domain/rows/others';
import type { RowOf } from '@/domain/rows/tables';
import { code, day, decimal, flag, id, instant, moment, text, whole } from './column';
import { shiftColumns } from './household';
import { defineTable, liveRows } from './table';

export const nightsTable = defineTable<NightRow>({
  name: 'nights',
  columns: [
    day('night', (row) => row.id),
    ...moment<NightRow>('bedtime_at', ({ bedtimeAt }) => bedtimeAt),
    ...moment<NightRow>('morning_at', ({ morningAt }) => morningAt),
    flag('quiet', ({ quiet }) => quiet),
    ...shiftColumns<NightRow>(({ onCall }) => onCall),
    text('postmortem', ({ postmortem }) => bodyOf(postmortem)),
    instant('updated_at', ({ updatedAt }) => updatedAt),
  ],
  rows: ({ nights }) => liveRows(nights),
});

export const episodesTable = defineTable<Episode>({
  name: 'episodes',
  columns: [
    id('id', (row) => row.id),
    id('child_id', ({ childId }) => childId),
    code('kind', ({ kind }) => kind),
    text('label', ({ label }) => label),
    day('start_day', ({ startDay }) => startDay),
    day('end_day', ({ endDay }) => endDay),
    text('note', ({ note }) => note),
    instant('updated_at', ({ updatedAt }) => updatedAt),
  ],
  rows: ({ episodes }) => liveRows(episodes),
});

type Observation = RowOf<'observations'>;

export const observationsTable = defineTable<Observation>({
  name: 'observations',
  columns: [
    id('id', (row) => row.id),
    id('child_id', ({ childId }) => childId),
    code('kind', ({ kind }) => kind),
    ...moment<Observation>('at', ({ at }) => at),
    decimal('celsius', 2, (row) => (row.kind === 'temperature' ? row.celsius : null)),
    text('name', (row) => (row.kind === 'medicine' ? row.name : null)),
    text('amount', (row) => (row.kind === 'medicine' ? row.amount : null)),
    decimal('min_hours', 2, (row) => (row.kind === 'medicine' ? row.minHours : null)),
    instant('updated_at', ({ updatedAt }) => updatedAt),
  ],
  rows: ({ observations }) => liveRows(observations),
});

export const choresTable = defineTable<Chore>({
  name: 'chores',
  columns: [
    id('id', (row) => row.id),
    text('title', ({ title }) => title),
    whole('effort_minutes', ({ effortMinutes }) => effortMinutes),
    ...moment<Chore>('deferred_at', ({ deferredAt }) => deferredAt),
    ...moment<Chore>('paid_at', ({ paidAt }) => paidAt),
    instant('updated_at', ({ updatedAt }) => updatedAt),
  ],
  rows: ({ chores }) => liveRows(chores),
});

export const napsTable = defineTable<Nap>({
  name: 'naps',
  columns: [
    id('id', (row) => row.id),
    id('caregiver_id', ({ caregiverId }) => caregiverId),
    ...moment<Nap>('started_at', ({ startedAt }) => startedAt),
    ...moment<Nap>('ended_at', ({ endedAt }) => endedAt),
    instant('updated_at', ({ updatedAt }) => updatedAt),
  ],
  rows: ({ naps }) => liveRows(naps),
});

/** Runbooks that were deleted stay in the table, because wake-ups name them. */
export const runbooksTable = defineTable<Runbook>({
  name: 'runbooks',
  columns: [
    id('id', (row) => row.id),
    text('name', ({ name }) => name),
    code('trigger', ({ trigger }) => trigger),
    instant('updated_at', ({ updatedAt }) => updatedAt),
    instant('deleted_at', ({ deletedAt }) => deletedAt),
  ],
  rows: ({ runbooks }) => runbooks,
});

/** A step, with the runbook it belongs to and its place there, from 1. */
interface StepRow {
  runbookId: string;
  position: number;
  step: RunbookStep;
}

export const runbookStepsTable = defineTable<StepRow>({
  name: 'runbook_steps',
  columns: [
    id('runbook_id', ({ runbookId }) => runbookId),
    whole('position', ({ position }) => position),
    id('id', ({ step }) => step.id),
    text('title', ({ step }) => step.title),
    code('kind', ({ step }) => step.kind),
    whole('seconds', ({ step }) => step.seconds),
    whole('level', ({ step }) => step.level),
    code('remedy', ({ step }) => step.remedy),
  ],
  rows: ({ runbooks }) =>
    runbooks.flatMap(({ id: runbookId, steps }) =>
      steps.map((step, index) => ({ runbookId, position: index + 1, step })),
    ),
});
