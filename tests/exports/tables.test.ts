import { readFileSync } from 'node:fs';
import papaparse from 'papaparse';
import { describe, expect, it } from 'vitest';
import { incidentSchema } from '@/domain/rows/incident';
import { ROW_SCHEMAS } from '@/domain/rows/tables';
import { csvDialect } from '@/exports/csvDialect';
import { ALL_TABLES } from '@/exports/tables/allTables';
import { type LogTable, tableCsv } from '@/exports/tables/table';
import { exportedLog } from '../support/exportedLog';

const tableOf = (name: string): LogTable => {
  const table = ALL_TABLES.find((candidate) => candidate.name === name);
  if (!table) throw new Error(`there is no table ${name}`);
  return table;
};

/** Reads a table as a notebook does: an object for each line, from the name of the column. */
async function linesOf(name: string, log = exportedLog()): Promise<Record<string, string>[]> {
  const csv = await tableCsv(tableOf(name), log, csvDialect('en-GB'));
  const { data, errors } = papaparse.parse<Record<string, string>>(csv.slice(1), { header: true, delimiter: ',' });
  expect(errors).toEqual([]);
  return data;
}

describe('the dictionary in docs/exports.md', () => {
  /** `wake_ups.csv` and its lines "| `night` | day | …", as the page has them. */
  const written = readFileSync('docs/exports.md', 'utf8')
    .split(/^### /m)
    .slice(1)
    .map((section) => ({
      file: /^`(\w+)\.csv`/.exec(section)?.[1],
      columns: [...section.matchAll(/^\| `(\w+)` +\| (\w+) +\| (\S.*\S) +\|$/gm)].map(([, name, type]) => [name, type]),
    }));

  it('has each table with each of its columns and its type in their order, and no other', () => {
    expect(written).toEqual(
      ALL_TABLES.map(({ name, columns }) => ({
        file: name,
        columns: columns.map((column) => [column.name, column.type]),
      })),
    );
  });

  it('explains each type', () => {
    const page = readFileSync('docs/exports.md', 'utf8');
    const explained = [...(page.split('| type ')[1] ?? '').matchAll(/^\| (\w+) /gm)].map(([, type]) => type);
    const used = new Set(ALL_TABLES.flatMap(({ columns }) => columns.map(({ type }) => type)));
    expect([...used].filter((type) => !explained.includes(type))).toEqual([]);
  });
});

describe('the tables', () => {
  /**
   * The column in which each field of a row is, as `table.column`; null for what is left out: the
   * time of the deletion of a row that is itself left out, and what is the same in every row.
   */
  const COLUMN_OF_FIELD: Record<string, Record<string, string | null>> = {
    household: {
      id: null,
      updatedAt: 'household.updated_at',
      deletedAt: null,
      timeZone: 'household.time_zone',
      nightStart: 'household.night_start',
      nightEnd: 'household.night_end',
      graceSeconds: 'household.grace_seconds',
      objectives: 'household.objective_mttr_minutes',
      rotation: 'rotation.slot',
      pagesByItself: 'household.pages_by_itself',
      since: 'household.since',
      formerZones: 'former_zones.until',
    },
    children: {
      id: 'children.id',
      updatedAt: 'children.updated_at',
      deletedAt: 'children.deleted_at',
      name: 'children.name',
      birthDate: 'children.birth_date',
      dueDate: 'children.due_date',
      color: 'children.color',
      archived: 'children.archived',
    },
    caregivers: {
      id: 'caregivers.id',
      updatedAt: 'caregivers.updated_at',
      deletedAt: 'caregivers.deleted_at',
      name: 'caregivers.name',
      color: 'caregivers.color',
      fatigueLimit: 'caregivers.fatigue_limit',
      archived: 'caregivers.archived',
    },
    incidents: {
      id: 'incidents.id',
      updatedAt: 'incidents.updated_at',
      deletedAt: null,
      childId: 'incidents.child_id',
      causeId: 'incidents.cause',
      runbookId: 'incidents.runbook_id',
      note: 'incidents.note',
      forReport: 'incidents.for_report',
      // Only a deleted incident has it.
      mergedInto: null,
      timeline: 'timeline_entries.incident_id',
    },
    entries: {
      id: 'timeline_entries.id',
      at: 'timeline_entries.at',
      estimated: 'timeline_entries.estimated',
      updatedAt: 'timeline_entries.updated_at',
      deletedAt: null,
      joinedFrom: 'timeline_entries.joined_from',
      kind: 'timeline_entries.kind',
      by: 'timeline_entries.by_id',
      via: 'timeline_entries.via',
      to: 'timeline_entries.to_id',
      level: 'timeline_entries.level',
      declined: 'timeline_entries.declined',
      remedy: 'timeline_entries.remedy',
      text: 'timeline_entries.text',
      stepId: 'timeline_entries.step_id',
      outcome: 'timeline_entries.outcome',
      runbookId: 'timeline_entries.runbook_id',
    },
    nights: {
      id: 'nights.night',
      updatedAt: 'nights.updated_at',
      deletedAt: null,
      bedtimeAt: 'nights.bedtime_at',
      morningAt: 'nights.morning_at',
      quiet: 'nights.quiet',
      onCall: 'nights.primary_id',
      postmortem: 'nights.postmortem',
    },
    episodes: {
      id: 'episodes.id',
      updatedAt: 'episodes.updated_at',
      deletedAt: null,
      childId: 'episodes.child_id',
      label: 'episodes.label',
      kind: 'episodes.kind',
      startDay: 'episodes.start_day',
      endDay: 'episodes.end_day',
      note: 'episodes.note',
    },
    observations: {
      id: 'observations.id',
      updatedAt: 'observations.updated_at',
      deletedAt: null,
      childId: 'observations.child_id',
      at: 'observations.at',
      kind: 'observations.kind',
      celsius: 'observations.celsius',
      name: 'observations.name',
      amount: 'observations.amount',
      minHours: 'observations.min_hours',
    },
    chores: {
      id: 'chores.id',
      updatedAt: 'chores.updated_at',
      deletedAt: null,
      title: 'chores.title',
      effortMinutes: 'chores.effort_minutes',
      deferredAt: 'chores.deferred_at',
      paidAt: 'chores.paid_at',
    },
    naps: {
      id: 'naps.id',
      updatedAt: 'naps.updated_at',
      deletedAt: null,
      caregiverId: 'naps.caregiver_id',
      startedAt: 'naps.started_at',
      endedAt: 'naps.ended_at',
    },
    runbooks: {
      id: 'runbooks.id',
      updatedAt: 'runbooks.updated_at',
      deletedAt: 'runbooks.deleted_at',
      name: 'runbooks.name',
      trigger: 'runbooks.trigger',
      steps: 'runbook_steps.runbook_id',
    },
  };

  it('have a column for each field of the data', () => {
    const { timeline, ...ofIncidents } = incidentSchema.entries;
    const [entryList] = timeline.pipe;
    const schemas = { ...ROW_SCHEMAS, entries: entryList.item };
    expect(Object.keys(ofIncidents)).toContain('note');
    const fields = Object.fromEntries(
      Object.entries(schemas).map(([name, schema]) => [
        name,
        'options' in schema
          ? [...new Set(schema.options.flatMap(({ entries }) => Object.keys(entries)))].sort()
          : Object.keys(schema.entries).sort(),
      ]),
    );
    expect(
      Object.fromEntries(Object.entries(COLUMN_OF_FIELD).map(([name, columns]) => [name, Object.keys(columns).sort()])),
    ).toEqual(fields);
    const columns = new Set(
      ALL_TABLES.flatMap(({ name, columns: all }) => all.map((column) => `${name}.${column.name}`)),
    );
    const missing = Object.values(COLUMN_OF_FIELD)
      .flatMap((all) => Object.values(all))
      .filter((column) => column !== null && !columns.has(column));
    expect(missing).toEqual([]);
  });

  it('leave out what was deleted, but for people and runbooks, whom wake-ups name', async () => {
    const log = exportedLog();
    const deletedAt = log.household.updatedAt;
    const withDeleted = {
      ...log,
      incidents: log.incidents.map((row) => ({ ...row, deletedAt })),
      nights: log.nights.map((row) => ({ ...row, deletedAt })),
      episodes: log.episodes.map((row) => ({ ...row, deletedAt })),
      observations: log.observations.map((row) => ({ ...row, deletedAt })),
      chores: log.chores.map((row) => ({ ...row, deletedAt })),
      naps: log.naps.map((row) => ({ ...row, deletedAt })),
    };
    const counts = Object.fromEntries(
      await Promise.all(ALL_TABLES.map(async ({ name }) => [name, (await linesOf(name, withDeleted)).length] as const)),
    );
    expect(counts).toEqual({
      wake_ups: 0,
      household: 1,
      former_zones: 1,
      rotation: 2,
      children: 3,
      caregivers: 2,
      incidents: 0,
      timeline_entries: 0,
      nights: 0,
      episodes: 0,
      observations: 0,
      chores: 0,
      naps: 0,
      runbooks: 2,
      runbook_steps: 3,
    });
  });

  it('write an entry of each kind with what it has', async () => {
    const lines = (await linesOf('timeline_entries')).filter(({ incident_id }) => incident_id === 'hard');
    const said = lines.map((line) =>
      ['kind', 'by_id', 'to_id', 'level', 'via', 'declined', 'remedy', 'text', 'step_id', 'outcome']
        .map((column) => line[column])
        .filter(Boolean)
        .join(' '),
    );
    expect(said).toEqual([
      'detected tap',
      'escalated dad 1 voice',
      'noResponse dad 1',
      'escalated mum 2 page',
      'delivered mum',
      'acknowledged mum',
      'remedy mum co-sleep',
      'step wait skipped',
      "note '-2 °C im Flur",
      'stoodDown mum',
      'resolved mum settled',
    ]);
    // The deleted entries of a timeline are left out, and the others are counted.
    const positions = lines.map(({ position }) => Number(position));
    expect(positions).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it('leave the comment out that the app keeps at the end of a post-mortem', async () => {
    const log = exportedLog();
    const [first, ...others] = log.nights;
    if (!first) throw new Error('no night');
    const postmortem = '# Night\n\n- coffee\n<!-- infernalops impact.downtime=abc -->';
    const [line] = await linesOf('nights', { ...log, nights: [{ ...first, postmortem }, ...others] });
    expect(line?.postmortem).toBe('# Night\n\n- coffee');
  });
});
