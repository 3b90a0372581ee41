import fc from 'fast-check';
import papaparse from 'papaparse';
import { describe, expect, it } from 'vitest';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import { type CsvDialect, csvDialect } from '@/exports/csvDialect';
import { ALL_TABLES } from '@/exports/tables/allTables';
import { tableCsv } from '@/exports/tables/table';
import { wakeUpsTable } from '@/exports/tables/wakeUps';
import { exportedLog } from '../support/exportedLog';
import { at, day, entry, household, incident, leo, MUM, mum, wakeUp } from '../support/factories';
import { randomCases } from '../support/randomLog';

const COMMAS = csvDialect('en-GB');
const SEMICOLONS = csvDialect('de-DE');

const cellsOf = (csv: string, { delimiter }: CsvDialect): string[][] =>
  papaparse.parse<string[]>(csv.slice(1), { delimiter }).data;

async function wakeUpsOf(log = exportedLog(), dialect = COMMAS): Promise<Record<string, string>[]> {
  const [head = [], ...lines] = cellsOf(await tableCsv(wakeUpsTable, log, dialect), dialect);
  return lines.map((cells) => Object.fromEntries(head.map((name, index) => [name, cells[index] ?? ''])));
}

describe('a wake-up on one line', () => {
  it('has its times on the household’s clock and in UTC, on the night when the hour is there twice', async () => {
    const [line] = await wakeUpsOf();
    expect(line).toMatchObject({
      incident_id: 'hard',
      night: '2026-10-24',
      detected_local: '2026-10-25 01:50:00',
      detected_at: '2026-10-25T00:50:00.000Z',
      resolved_local: '2026-10-25 01:10:27',
      resolved_at: '2026-10-25T01:10:27.500Z',
      // The household had not moved to Paris yet.
      time_zone: 'Europe/London',
      recovery_minutes: '20.5',
    });
  });

  it('has who was to be woken, by voice or by page, and what came of it, in parallel lists', async () => {
    const [line] = await wakeUpsOf();
    expect(line).toMatchObject({
      // A bar in a name would end an item of the list.
      escalated_to: 'Jörg "Dad" / Maß|Mum',
      escalated_level: '1|2',
      escalated_via: 'voice|page',
      escalated_ending: 'declined|up',
      responders: 'Mum',
      first_response_at: '2026-10-25T00:55:00.000Z',
    });
  });

  it('has all notes, with an apostrophe before what would be a formula', async () => {
    const [line] = await wakeUpsOf();
    expect(line?.note).toBe(`'=1+1; "quoted", über\nzweite Zeile\tTab | 7,5 · 7.5\n-2 °C im Flur`);
  });

  it('counts the minutes awake without the sleep before the child woke again', async () => {
    // Awake 2:43 to 3:03 and 3:07 to 3:30: 43 minutes of the 47.
    const line = (await wakeUpsOf()).find(({ incident_id }) => incident_id === 'a busy night');
    expect(line).toMatchObject({ recovery_minutes: '47', awake_minutes: '43', times_reopened: '1' });
  });

  it('has no end, no durations and no outcome while it goes on', async () => {
    const line = (await wakeUpsOf()).at(-1);
    expect(line).toMatchObject({
      incident_id: 'f open',
      resolved_local: '',
      resolved_at: '',
      recovery_minutes: '',
      awake_minutes: '',
      outcome: '',
      escalated_ending: 'open',
    });
  });

  it('names what is gone by its id, and nobody by an empty cell', async () => {
    const lone = incident([entry('detected', '02:43'), entry('resolved', '02:50', { by: 'uncle' })], {
      childId: 'gone',
      runbookId: 'unwritten',
    });
    const [line] = await wakeUpsOf({ ...exportedLog(), incidents: [lone] });
    expect(line).toMatchObject({ child: 'gone', logged_by: '', resolved_by: 'uncle', runbook: 'unwritten' });
  });

  it('writes the same numbers with a comma for a German spreadsheet', async () => {
    const [line] = await wakeUpsOf(exportedLog(), SEMICOLONS);
    expect(line).toMatchObject({ recovery_minutes: '20,5', detected_local: '2026-10-25 01:50:00' });
  });

  it('marks a false alarm, and a guess', async () => {
    const alone = [
      entry('detected', '02:43'),
      entry('resolved', at('2026-11-17 02:43:20'), { by: MUM, outcome: 'selfSettled' }),
    ];
    const guessed = [entry('detected', '04:00', { estimated: true }), entry('resolved', '04:10')];
    const log = {
      ...exportedLog(),
      household: household(),
      children: [leo],
      caregivers: [mum],
      incidents: [incident(guessed, { id: 'guessed' }), incident(alone, { id: 'alone' }), wakeUp('03:00', '03:10')],
    };
    // In order of time: 2:43, 3:00, 4:00.
    expect((await wakeUpsOf(log)).map(({ false_alarm, estimated }) => `${false_alarm} ${estimated}`)).toEqual([
      '1 0',
      '0 0',
      '0 1',
    ]);
  });
});

const withoutApostrophe = (cell: string): string => cell.replace(/^'/, '');

/** The autumn night in New York, where 1:00 to 2:00 is there twice. */
const SETTING = { timeZone: 'America/New_York', middleNight: day('2026-10-31') };
const DIALECTS = fc.constantFrom(COMMAS, SEMICOLONS, csvDialect('de-CH'));

describe('of any log', () => {
  it('each wake-up that is not deleted is one line, in order of time', async () => {
    await fc.assert(
      fc.asyncProperty(randomCases(SETTING), DIALECTS, async ({ log }, dialect) => {
        const ids = log.incidents
          .filter(({ deletedAt, timeline }) => deletedAt === null && foldTimeline(timeline) !== null)
          .map(({ id }) => id);
        const lines = await wakeUpsOf(log, dialect);
        expect(lines.map(({ incident_id }) => incident_id).sort()).toEqual(ids.sort());
        const times = lines.map(({ detected_at }) => detected_at ?? '');
        expect(times).toEqual(times.toSorted());
      }),
    );
  });

  it('each file read back has the cells that were written, whatever they hold', async () => {
    const hard = fc.string({ unit: fc.constantFrom(...'ab;,"\n\r\t |=+-@’éß🌝') });
    await fc.assert(
      fc.asyncProperty(randomCases(SETTING), hard, DIALECTS, async (random, note, dialect) => {
        const incidents = random.log.incidents.map((row) => ({ ...row, note }));
        const log = { ...random.log, incidents };
        for (const table of ALL_TABLES) {
          const [head, ...lines] = cellsOf(await tableCsv(table, log, dialect), dialect);
          expect(head).toEqual(table.columns.map(({ name }) => name));
          const written = [...table.lines(log)].map((cells) =>
            cells.map((cell) => (typeof cell === 'number' ? String(cell).replace('.', dialect.decimal) : (cell ?? ''))),
          );
          // An apostrophe before what looks like a formula is all that differs.
          expect(lines.map((cells) => cells.map(withoutApostrophe))).toEqual(
            written.map((cells) => cells.map(withoutApostrophe)),
          );
        }
      }),
      { numRuns: 30 },
    );
  });
});
