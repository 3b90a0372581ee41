import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseRow } from '@/domain/rows/parseRow';
import { TABLE_NAMES, type TableName } from '@/domain/rows/tables';
import { dad, entry, household, incident, leo, nightRow } from '../../support/factories';

const row = { updatedAt: 1, deletedAt: null };
const WHOLE: { [T in TableName]: object } = {
  household: household(),
  children: leo,
  caregivers: dad,
  incidents: incident([entry('detected', '02:43'), entry('resolved', '03:03')]),
  nights: nightRow(),
  episodes: {
    ...row,
    id: 'e',
    childId: 'leo',
    label: 'a cold',
    kind: 'cold',
    startDay: '2026-11-16',
    endDay: null,
    note: '',
  },
  observations: { ...row, id: 'o', childId: 'leo', at: 1, kind: 'temperature', celsius: 38.4 },
  chores: { ...row, id: 'c', title: 'the laundry', effortMinutes: 20, deferredAt: 1, paidAt: null },
  naps: { ...row, id: 'n', caregiverId: 'mum', startedAt: 1, endedAt: 2 },
  runbooks: {
    ...row,
    id: 'r',
    name: 'Standard',
    trigger: 'standard',
    steps: [{ id: 's', title: 'wait', kind: 'wait', seconds: 30, level: null, remedy: null }],
  },
};

/** Parses a complete row of a table with some fields changed. */
const read = (table: TableName, change: object = {}) => parseRow(table, { ...WHOLE[table], ...change });
const pathOf = (table: TableName, change: object) => {
  const parsed = read(table, change);
  return parsed.ok ? null : parsed.broken.path;
};

describe('parseRow, for a valid row', () => {
  it.each(TABLE_NAMES)('reads a row of %s without changing it', (table) => {
    expect(read(table)).toEqual({ ok: true, row: WHOLE[table] });
  });

  it('fills in missing fields that have defaults', () => {
    const { deletedAt: _deletedAt, archived: _archived, ...bare } = leo;
    expect(parseRow('children', bare)).toEqual({ ok: true, row: leo });
  });
});

describe('parseRow, for an invalid row', () => {
  it.each(TABLE_NAMES)('refuses an unknown field in %s with its path', (table) => {
    expect(pathOf(table, { shoeSize: 21 })).toBe('shoeSize');
  });

  it.each(TABLE_NAMES)('refuses a missing id in %s with its path', (table) => {
    expect(pathOf(table, { id: undefined })).toBe('id');
  });

  it.each<[string, TableName, object]>([
    ['updatedAt', 'children', { updatedAt: 1.5 }],
    ['updatedAt', 'children', { updatedAt: Number.NaN }],
    ['updatedAt', 'children', { updatedAt: 292_000_000 * 365 * 86_400_000 }],
    ['updatedAt', 'children', { updatedAt: '2026-11-16' }],
    ['name', 'children', { name: '   ' }],
    ['name', 'children', { name: '\u200b\u2060' }],
    ['name', 'children', { name: 'x'.repeat(61) }],
    ['name', 'children', { name: '\ud83d' }],
    ['birthDate', 'children', { birthDate: '2026-02-30' }],
    ['color', 'children', { color: '#ff0000' }],
    ['timeZone', 'household', { timeZone: 'Europe Atlantis' }],
    ['nightStart', 'household', { nightStart: '24:00' }],
    ['objectives.availability', 'household', { objectives: { ...household().objectives, availability: 1.2 } }],
    ['causeId', 'incidents', { causeId: 'boredom' }],
    ['note', 'incidents', { note: 7 }],
    ['timeline', 'incidents', { timeline: [] }],
    [
      'timeline[1].at',
      'incidents',
      { timeline: [entry('detected', '02:43'), { ...entry('note', '02:44'), at: 'then' }] },
    ],
    ['timeline[0].kind', 'incidents', { timeline: [{ ...entry('detected', '02:43'), kind: 'exploded' }] }],
    ['timeline[0].remedy', 'incidents', { timeline: [{ ...entry('remedy', '02:43'), remedy: 'whisky' }] }],
    ['kind', 'observations', { kind: 'weight' }],
  ])('refuses an invalid %s in %s with its path', (path, table, change) => {
    expect(pathOf(table, change)).toBe(path);
  });

  it('names the table of a value that is no row at all', () => {
    for (const raw of [null, 7, 'row', [], undefined]) {
      const parsed = parseRow('incidents', raw);
      expect(parsed).toMatchObject({ ok: false, broken: { table: 'incidents', id: '?' } });
    }
  });

  it('returns the id and the raw value of a broken row', () => {
    const raw = { ...leo, name: '' };
    expect(parseRow('children', raw)).toMatchObject({ ok: false, broken: { id: 'leo', path: 'name', raw } });
  });

  it('refuses a key that would pollute the prototype', () => {
    const raw: unknown = JSON.parse(`{"__proto__":{"archived":true},${JSON.stringify(leo).slice(1)}`);
    expect(parseRow('children', raw).ok).toBe(false);
    expect(({} as { archived?: boolean }).archived).toBeUndefined();
  });
});

const FIXTURES = new URL('../../../../shared/fixtures/', import.meta.url);

describe.skipIf(!existsSync(FIXTURES))('the reference logs (skipped where ../shared/fixtures is absent)', () => {
  const files = existsSync(FIXTURES) ? readdirSync(FIXTURES).filter((name) => name.startsWith('metrics-')) : [];
  it.each(files)('every row of %s is valid', (file) => {
    const { log } = JSON.parse(readFileSync(new URL(file, FIXTURES), 'utf8')) as { log: Record<string, unknown> };
    let rows = 0;
    for (const table of TABLE_NAMES) {
      const found = table === 'household' ? [log[table]] : ((log[table] ?? []) as unknown[]);
      for (const raw of found) {
        const parsed = parseRow(table, raw);
        expect(
          parsed.ok ? null : `${parsed.broken.path} of ${table} ${parsed.broken.id}: ${parsed.broken.reason}`,
        ).toBeNull();
        rows += 1;
      }
    }
    expect(rows).toBeGreaterThan(1);
  });
});

describe('the former zones of a household', () => {
  const zone = (until: string, timeZone = 'Europe/London') => ({ until, timeZone });
  const refused = (formerZones: unknown) => {
    const parsed = parseRow('household', { ...household(), formerZones });
    return parsed.ok ? null : parsed.broken.path;
  };

  it('are in the order of their last nights, which are all different', () => {
    expect(refused([zone('2026-01-01'), zone('2026-01-02', 'Asia/Tokyo')])).toBeNull();
    expect(refused([zone('2026-01-02'), zone('2026-01-01')])).toBe('formerZones');
    expect(refused([zone('2026-01-02'), zone('2026-01-02')])).toBe('formerZones');
  });

  it('must be names of zones, which this browser need not know, until days of the calendar, without other fields', () => {
    expect(refused([zone('2026-02-30')])).toBe('formerZones[0].until');
    expect(refused([zone('2026-02-20', 'Mars/Olympus')])).toBeNull();
    expect(refused([zone('2026-02-20', 'Mars Olympus')])).toBe('formerZones[0].timeZone');
    expect(refused([{ ...zone('2026-02-20'), since: 1 }])).toBe('formerZones[0].since');
  });
});
