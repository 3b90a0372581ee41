import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  BACKUP_BYTES_MAX,
  type BackupRefusal,
  parseBackup,
  readBackupText,
  refusalValues,
  serializeBackup,
} from '@/domain/backup';
import { TABLE_NAMES } from '@/domain/rows/tables';
import { loadTranslation } from '@/i18n/useTranslation';
import type { Day } from '@/lib/time';
import {
  exampleBackup,
  exampleJson,
  exampleLog,
  exampleText,
  exampleWith,
  exampleWithKey,
  exampleWithout,
  exampleWithText,
  fileOf,
  isObject,
  type Json,
  onePlaceOfEachKind,
  placesOf,
  refusalOf,
  SAVED_AT,
} from '../support/backup';
import { draws } from '../support/draws';
import { at, entry, incident, LEO, PARIS, wakeUp } from '../support/factories';
import { randomCases } from '../support/randomLog';

const bytes = (...values: number[]) => new Uint8Array(values);
const utf8 = (text: string) => new TextEncoder().encode(text);
const joined = (...parts: Uint8Array[]) => new Uint8Array(parts.flatMap((part) => [...part]));

/** One place of each kind in the example backup, from the top down. */
const PLACES = onePlaceOfEachKind(exampleJson()).filter(([path]) => path !== '');
const OBJECTS = ['', ...PLACES.filter(([, value]) => isObject(value)).map(([path]) => path)];

/** Returns the places at which a wrong value is accepted. */
const placesWhere = (paths: readonly string[], fits: (path: string) => boolean) => paths.filter(fits);

describe('parseBackup, for a valid file', () => {
  it('reads a backup as it was written', () => {
    expect(parseBackup(exampleText())).toEqual({ ok: true, backup: exampleBackup() });
  });

  it('reads keys, rows and whitespace in any order, as another program may write them', () => {
    const turned = (value: Json): Json => {
      if (!isObject(value)) return Array.isArray(value) ? value.map(turned) : value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, each]) => [key, turned(each)]),
      );
    };
    const file = turned(exampleJson());
    if (isObject(file) && Array.isArray(file.incidents)) file.incidents.reverse();
    const parsed = parseBackup(`\n ${JSON.stringify(file, null, 2)}\n`);
    expect(parsed.ok && serializeBackup(parsed.backup)).toBe(exampleText());
  });

  it.each(TABLE_NAMES.filter((table) => table !== 'household'))(
    'reads a missing table as an empty one: %s',
    (table) => {
      const parsed = parseBackup(exampleWithout(table));
      expect(parsed).toEqual({ ok: true, backup: exampleBackup({ [table]: [] }) });
    },
  );

  it('reads a file that contains only a household', () => {
    const { format, version, exportedAt, household } = exampleJson();
    expect(refusalOf(JSON.stringify({ format, version, exportedAt, household } as object))).toBeNull();
  });

  it('fills in missing fields that have defaults', () => {
    const defaults: Record<string, Json> = {
      deletedAt: null,
      estimated: false,
      archived: false,
      quiet: false,
      forReport: false,
      note: '',
      postmortem: '',
      weaning: null,
      since: null,
      dueDate: null,
      mergedInto: null,
      via: 'voice',
    };
    const bare = (value: Json): Json => {
      if (Array.isArray(value)) return value.map(bare);
      if (!isObject(value)) return value;
      return Object.fromEntries(
        Object.entries(value).flatMap(([key, each]) => (defaults[key] === each ? [] : [[key, bare(each)]])),
      );
    };
    const text = JSON.stringify(bare(exampleJson()));
    expect(text).not.toContain('"deletedAt":null');
    expect(text).not.toContain('"estimated":false');
    expect(parseBackup(text)).toEqual({ ok: true, backup: exampleBackup() });
  });

  it.each(['2026-11-18 10:01', '2038-01-19 04:14', '2100-01-01 00:00'])(
    'reads a file that was exported by a clock at %s',
    (time) => {
      expect(refusalOf(exampleWith({ exportedAt: at(time) }))).toBeNull();
    },
  );

  it.each([-1, 1.5, at('2200-01-02 00:00'), null])(
    'refuses a file that was exported at the instant %s',
    (exportedAt) => {
      expect(refusalOf(exampleWith({ exportedAt }))).toBe('wrongValue exportedAt');
    },
  );

  it('reads incidents that a wrong clock has dated in the future, open or over', () => {
    const ahead = incident([entry('detected', at('2027-11-18 02:43')), entry('resolved', at('2027-11-18 03:03'))]);
    const openAhead = incident([entry('detected', at('2100-01-01 02:43'))], { id: 'open' });
    expect(refusalOf(exampleText({ incidents: [ahead, openAhead] }))).toBeNull();
  });

  it('reads names of one to sixty letters, in any script', () => {
    for (const name of ['L', 'x'.repeat(60), 'Jean-Noël 👶🏽 O’Neil', '陽葵', 'toString', '"\\\n'])
      expect(refusalOf(exampleWith({ 'children[0].name': name })), name).toBeNull();
  });
});

describe('parseBackup, for a file that is no backup', () => {
  it.each(['', ' ', 'hello', 'null,', '{', '{"format":"infernalops"', "{'format':'infernalops'}", '\0'])(
    'refuses a text that is no JSON: “%s”',
    (text) => {
      expect(refusalOf(text)).toBe('notJson');
    },
  );

  it('refuses a file that was cut off at any character', () => {
    const text = exampleText();
    for (let end = 0; end < text.length; end += 7) expect(refusalOf(text.slice(0, end)), `${end}`).toBe('notJson');
    for (let end = 1; end < 50; end += 1) expect(refusalOf(text.slice(0, -end)), `-${end}`).toBe('notJson');
  });

  it.each([
    ['null'],
    ['7'],
    ['"infernalops"'],
    ['[]'],
    ['[{"format":"infernalops"}]'],
    ['{}'],
    ['{"format":"Infernalops","version":1}'],
    ['{"format":["infernalops"],"version":1}'],
    ['{"format":"infernalops ","version":1}'],
    ['{"__proto__":{"format":"infernalops","version":1}}'],
  ])('refuses another format: %s', (text) => {
    expect(refusalOf(text)).toBe('otherFormat format');
  });

  it.each([
    ['6', 'laterVersion version', 6],
    ['5.5', 'laterVersion version', 5.5],
    ['1e400', 'laterVersion version', Number.POSITIVE_INFINITY],
  ])('refuses a later version: %s', (version, refusal, named) => {
    const parsed = parseBackup(exampleWithText('version', version));
    expect(refusalOf(exampleWithText('version', version))).toBe(refusal);
    expect(parsed).toMatchObject({ refusal: { version: named } });
  });

  it('refuses a later version before it checks anything else', () => {
    expect(refusalOf('{"format":"infernalops","version":6,"babies":[]}')).toBe('laterVersion version');
  });

  it.each(['0', '-1', 'null', '"1"', '"2"', 'true', '[1]', '{}', '0.5', '1.5', '2.5'])(
    'refuses an invalid version: %s',
    (version) => {
      expect(refusalOf(exampleWithText('version', version))).toBe('wrongValue version');
    },
  );

  it.each([
    ['format', 'otherFormat format'],
    ['version', 'wrongValue version'],
    ['exportedAt', 'missing exportedAt'],
    ['household', 'missing household'],
  ])('refuses a file without its %s', (field, refusal) => {
    expect(refusalOf(exampleWithout(field))).toBe(refusal);
  });

  it('refuses very many nested brackets', () => {
    const many = 100_000;
    const brackets = '['.repeat(many) + ']'.repeat(many);
    const braces = '{"id":'.repeat(many) + '}'.repeat(many);
    expect(refusalOf('['.repeat(many))).toBe('notJson');
    expect(refusalOf(braces)).toBe('notJson');
    expect(refusalOf(brackets)).toBe('otherFormat format');
    expect(refusalOf(exampleWithText('children', brackets))).toBe('wrongValue children[0].id');
    expect(refusalOf(exampleWithText('children[0].name', brackets))).toBe('wrongValue children[0].name');
    expect(refusalOf(exampleWithKey('children[0]', 'shoes', brackets))).toBe('unknownField children[0].shoes');
    expect(refusalOf(exampleWithText('children[0].name', braces.replace('}', '1}')))).toBe(
      'wrongValue children[0].name',
    );
  });

  it('refuses more rows in a table than allowed, before it parses any of them', () => {
    const rows = `[${'0,'.repeat(500_000)}0]`;
    const parsed = parseBackup(exampleWithText('naps', rows));
    expect(parsed).toEqual({ ok: false, refusal: { code: 'tooMany', path: 'naps', max: 500_000 } });
  });

  it('refuses more entries in a timeline, slots in a rotation or steps in a runbook than allowed', () => {
    const lines = Array.from({ length: 1000 }, (_, n) => ({ ...entry('note', '05:00'), id: `${n}` }));
    expect(refusalOf(exampleText({ incidents: [incident([entry('detected', '02:43'), ...lines])] }))).toBe(
      'wrongValue incidents[0].timeline',
    );
    const slot = { primary: 'mum', secondary: null, handoverAt: null };
    expect(refusalOf(exampleWith({ 'household.rotation.slots': Array(367).fill(slot) }))).toBe(
      'wrongValue household.rotation.slots',
    );
    const step = { id: 's', title: '', kind: 'wait', seconds: 1, level: null, remedy: null };
    expect(refusalOf(exampleWith({ 'runbooks[0].steps': Array(101).fill(step) }))).toBe('wrongValue runbooks[0].steps');
  });
});

describe('parseBackup, for an unknown field', () => {
  // All but the first are names that every JavaScript object inherits.
  const names = [
    'shoeSize',
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    'valueOf',
    '__defineGetter__',
  ];

  it.each(names)('refuses the unknown field “%s” at every level and names its path', (name) => {
    const wrong = OBJECTS.flatMap((path) => {
      const refusal = refusalOf(exampleWithKey(path, name));
      return refusal === `unknownField ${path === '' ? name : `${path}.${name}`}` ? [] : [`${path}: ${refusal}`];
    });
    expect(wrong).toEqual([]);
    expect(OBJECTS.length).toBeGreaterThan(25);
  });

  it('does not pollute the prototype', () => {
    const text = exampleWithKey('children[0]', '__proto__', '{"archived":true,"polluted":true}');
    expect(refusalOf(text)).toBe('unknownField children[0].__proto__');
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it.each(['__proto__', 'constructor'])('refuses “%s” even if it would provide the missing fields', (name) => {
    const { household, ...rest } = exampleJson();
    const text = JSON.stringify({ ...rest, key: { household: household ?? null } }).replace('"key"', `"${name}"`);
    expect(refusalOf(text)).toBe(`unknownField ${name}`);
    const { name: childName, ...child } = firstChild();
    const row = JSON.stringify({ ...child, key: { name: childName ?? null } }).replace('"key"', `"${name}"`);
    expect(refusalOf(exampleWithText('children[0]', row))).toBe('wrongValue children[0].name');
  });

  it('names a field with an empty name rather than its parent', () => {
    expect(refusalOf(exampleWithKey('household', ''))).toMatch(/^unknownField household\W+$/);
    expect(refusalOf(exampleWithKey('children[0]', ''))).toMatch(/^unknownField children\[0\]\W+$/);
    expect(refusalOf(exampleWithKey('', ''))).toMatch(/^unknownField \S+$/);
  });

  it('refuses an index field of the database tables', () => {
    expect(refusalOf(exampleWithKey('incidents[0]', 'detectedAt', '1'))).toBe('unknownField incidents[0].detectedAt');
    expect(refusalOf(exampleWithKey('incidents[0]', 'resolvedAt', '1'))).toBe('unknownField incidents[0].resolvedAt');
  });

  it('refuses a field of another kind of row, entry or table', () => {
    expect(refusalOf(exampleWithKey('caregivers[0]', 'birthDate'))).toBe('unknownField caregivers[0].birthDate');
    expect(refusalOf(exampleWithKey('observations[0]', 'amount', '"4 ml"'))).toBe(
      'unknownField observations[0].amount',
    );
    expect(refusalOf(exampleWithKey('incidents[0].timeline[9]', 'outcome', '"settled"'))).toBe(
      'unknownField incidents[0].timeline[9].outcome',
    );
    expect(refusalOf(exampleWithKey('', 'meta', '[]'))).toBe('unknownField meta');
    expect(refusalOf(exampleWithKey('', 'Children', '[]'))).toBe('unknownField Children');
  });
});

describe('parseBackup, for a missing field', () => {
  const HAS_DEFAULT =
    /\.(deletedAt|estimated|archived|quiet|forReport|postmortem|weaning|since|dueDate|formerZones|mergedInto)$|timeline\[[14]\]\.via$/;
  const NOTE_OF_ROW = /^(incidents|episodes)\[\d+\]\.note$/;
  const TOP = /^\w+$/;
  const fields = (places: readonly [path: string, value: Json][]) =>
    places.map(([path]) => path).filter((path) => !path.endsWith(']') && !TOP.test(path));

  it('refuses every missing field without a default and names its path', () => {
    const needed = fields(PLACES).filter((path) => !HAS_DEFAULT.test(path) && !NOTE_OF_ROW.test(path));
    const wrong = needed.flatMap((path) => {
      const refusal = refusalOf(exampleWithout(path));
      return refusal === `wrongValue ${path}` ? [] : [`${path}: ${refusal}`];
    });
    expect(wrong).toEqual([]);
    expect(needed.length).toBeGreaterThan(130);
  });

  it('gives every other missing field its default', () => {
    const free = fields(placesOf(exampleJson())).filter((path) => HAS_DEFAULT.test(path) || NOTE_OF_ROW.test(path));
    // A row without `deletedAt` counts again: its timeline is checked, and Léo has two open
    // incidents.
    const refused = Object.fromEntries(
      free.map((path) => [path, refusalOf(exampleWithout(path))]).filter(([, refusal]) => refusal !== null),
    );
    expect(refused).toEqual({
      'incidents[3].deletedAt': 'twoOpen incidents[5]',
      'incidents[4].deletedAt': 'brokenTimeline incidents[4].timeline',
    });
    expect(free.length).toBeGreaterThan(80);
  });
});

describe('parseBackup, for a value of another type', () => {
  const within = (path: string, refusal: string | null) =>
    refusal !== null && (refusal === `wrongValue ${path}` || refusal.startsWith(`wrongValue ${path}.`));
  const wrongTypes: [string, (value: Json) => boolean, Json[]][] = [
    ['a text', (value) => typeof value === 'string', [7, [], {}]],
    ['a number', (value) => typeof value === 'number', ['7', true, {}]],
    ['a boolean', (value) => typeof value === 'boolean', [0, 1, 'true', null]],
    ['null', (value) => value === null, [true, [], {}]],
    ['a list', (value) => Array.isArray(value), [7, 'list', null, { 0: 'first', length: 1 }]],
    ['a row or a part of one', isObject, [7, 'row', true, []]],
  ];

  it.each(wrongTypes)('refuses another type where %s is expected, and names the path', (_kind, is, others) => {
    const paths = PLACES.filter(([path, value]) => is(value) && path !== 'format').map(([path]) => path);
    const taken = placesWhere(paths, (path) =>
      others.some((other) => !within(path, refusalOf(exampleWith({ [path]: other })))),
    );
    expect(taken).toEqual([]);
    expect(paths.length).toBeGreaterThan(5);
  });

  it('refuses null, except where a field may be null', () => {
    const said = PLACES.filter(([path, value]) => value !== null && !path.endsWith('.deletedAt'));
    const paths = said.map(([path]) => path);
    expect(placesWhere(paths, (path) => refusalOf(exampleWith({ [path]: null })) === null)).toEqual([
      'household.objectives.weaning',
      'household.rotation',
      'household.rotation.slots[0].secondary',
      'household.rotation.slots[0].handoverAt',
      'household.since',
      'children[1].birthDate',
      'caregivers[1].fatigueLimit',
      'incidents[0].causeId',
      'incidents[0].runbookId',
      'incidents[0].timeline[0].by',
      'incidents[0].timeline[5].by',
      'incidents[0].timeline[8].by',
      'incidents[3].mergedInto',
      'incidents[5].timeline[3].runbookId',
      'nights[0].onCall',
      'nights[0].onCall.secondary',
      'nights[0].onCall.handoverAt',
      'nights[1].bedtimeAt',
      'nights[1].morningAt',
      'episodes[0].endDay',
      'observations[1].minHours',
      'chores[0].paidAt',
      'runbooks[0].steps[0].seconds',
      'runbooks[0].steps[1].level',
      'runbooks[0].steps[2].remedy',
    ]);
  });

  it.each(TABLE_NAMES)('refuses null for the table %s', (table) => {
    expect(refusalOf(exampleWith({ [table]: null }))).toBe(`wrongValue ${table}`);
  });

  it.each(TABLE_NAMES.filter((table) => table !== 'household'))(
    'refuses null, a number or a list for a row of %s',
    (table) => {
      for (const value of [null, 7, 'row']) {
        expect(refusalOf(exampleWith({ [`${table}[1]`]: value })), String(value)).toBe(`wrongValue ${table}[1]`);
      }
      expect(refusalOf(exampleWith({ [`${table}[1]`]: [] }))).toMatch(`wrongValue ${table}[1].`);
    },
  );

  it('refuses a list in place of the household row', () => {
    const { household } = exampleJson();
    expect(refusalOf(exampleWith({ household: [household ?? null] }))).toBe('wrongValue household.id');
  });
});

describe('parseBackup, for an impossible time', () => {
  const INSTANT = /(^|\.)(\w*At|at)$/;
  const paths = PLACES.filter(([path, value]) => INSTANT.test(path) && typeof value === 'number').map(([path]) => path);

  it.each([
    ['before 1970', '-1'],
    ['not a whole number of milliseconds', '0.5'],
    ['in the year 292 million', '9214646400000000000'],
    ['one millisecond past the last JavaScript date', '8640000000000001'],
    ['past the year 2200', '7258118400001'],
    ['infinite', '1e400'],
    ['a text', '"2026-11-17T02:43:00Z"'],
    ['a number in a text', '"1795415400000"'],
  ])('refuses a time that is %s', (_when, json) => {
    const taken = placesWhere(paths, (path) => refusalOf(exampleWithText(path, json)) !== `wrongValue ${path}`);
    expect(taken).toEqual([]);
    expect(paths.length).toBeGreaterThan(40);
  });

  it.each([
    ['children[1].birthDate', '2026-02-30'],
    ['children[1].birthDate', '17.02.2026'],
    ['children[1].birthDate', ''],
    ['nights[0].id', '2026-13-01'],
    ['nights[0].id', 'tonight'],
    ['episodes[0].startDay', '2026-11-14T00:00'],
    ['household.nightStart', '24:00'],
    ['household.nightEnd', '7:00'],
    ['household.rotation.anchor', '2026-11-31'],
    ['household.rotation.slots[0].handoverAt', '03:00:00'],
    ['household.timeZone', 'Europe Atlantis'],
    ['household.timeZone', ''],
    ['household.timeZone', `${'Europe/'.repeat(2000)}Paris`],
  ])('refuses for %s the value “%s”', (path, value) => {
    expect(refusalOf(exampleWith({ [path]: value }))).toBe(`wrongValue ${path}`);
  });
});

describe('parseBackup, for an impossible text or number', () => {
  const texts = PLACES.filter(([path, value]) => typeof value === 'string' && path !== 'format').map(([path]) => path);

  it('refuses half an emoji in a name, a note, an id or any other text', () => {
    const taken = placesWhere(
      texts,
      (path) => refusalOf(exampleWith({ [path]: 'Léo \ud83d' })) !== `wrongValue ${path}`,
    );
    expect(taken).toEqual([]);
    expect(texts.length).toBeGreaterThan(80);
  });

  it.each(['\ud83d', '\udc76', 'Léo \udc76', '\udc76\ud83d'])('refuses half an emoji in any position (%#)', (value) => {
    for (const path of ['children[0].name', 'incidents[0].note', 'children[0].id', 'incidents[0].timeline[7].text'])
      expect(refusalOf(exampleWith({ [path]: value })), path).toBe(`wrongValue ${path}`);
  });

  it.each([
    ['children[0].name', 'x'.repeat(61)],
    ['children[0].name', 'x'.repeat(10_000)],
    ['caregivers[0].name', 'x'.repeat(10_000)],
    ['runbooks[0].name', 'x'.repeat(10_000)],
    ['children[0].name', ''],
    ['children[0].name', '     '],
    ['caregivers[0].name', ' \t\n\u00a0\u2003 '],
    ['children[0].id', ''],
    ['children[0].id', 'x'.repeat(101)],
    ['incidents[0].childId', ''],
    ['incidents[0].note', 'x'.repeat(100_001)],
    ['incidents[0].timeline[7].text', 'x'.repeat(100_001)],
    ['chores[0].title', 'x'.repeat(201)],
    ['children[0].color', '#ff0000'],
    ['children[0].color', 'constructor'],
    ['incidents[0].causeId', 'boredom'],
    ['incidents[0].timeline[0].via', 'telepathy'],
    ['incidents[0].timeline[0].kind', 'exploded'],
    ['incidents[0].timeline[0].kind', 'toString'],
    ['incidents[0].timeline[4].remedy', '__proto__'],
    ['observations[0].kind', 'weight'],
    ['household.id', 'another'],
  ])('refuses an invalid %s (%#)', (path, value) => {
    expect(refusalOf(exampleWith({ [path]: value }))).toBe(`wrongValue ${path}`);
  });

  it('refuses a number out of its bounds', () => {
    const numbers: [string, number][] = [
      ['household.graceSeconds', -1],
      ['household.graceSeconds', 0.5],
      ['household.objectives.mttrMinutes', 1441],
      ['household.objectives.mttrMinutes', 20.5],
      ['household.objectives.availability', 1.01],
      ['household.objectives.weaning', -0.01],
      ['caregivers[1].fatigueLimit', 1e9],
      ['observations[0].celsius', 384],
      ['observations[1].minHours', -6],
      ['incidents[0].timeline[1].level', 3],
    ];
    for (const [path, value] of numbers) expect(refusalOf(exampleWith({ [path]: value }))).toBe(`wrongValue ${path}`);
  });
});

/** The file as the last version of the app wrote it that knew one phone only. */
const asVersion3 = (text: string): string => text.replace('"version":5', '"version":3');

describe('parseBackup, for rows that contradict each other', () => {
  it.each(TABLE_NAMES.filter((table) => table !== 'household'))(
    'refuses two rows of %s with the same id, whatever else differs',
    (table) => {
      const rows = exampleJson()[table];
      const [first, ...more] = Array.isArray(rows) ? rows : [];
      if (!isObject(first)) throw new Error(`no row of ${table}`);
      const again = { ...first, updatedAt: 1, deletedAt: 2 };
      expect(refusalOf(exampleWith({ [table]: [first, ...more, again] }))).toBe(
        `duplicateId ${table}[${more.length + 1}].id`,
      );
    },
  );

  it('accepts the same id in two tables, or in the timelines of two incidents', () => {
    const same = exampleWith({ 'chores[0].id': 'same', 'naps[0].id': 'same', 'children[0].id': 'same' });
    expect(refusalOf(same)).toBeNull();
    expect(refusalOf(exampleWith({ 'incidents[0].timeline[0].id': 'z' }))).toBeNull();
  });

  it('refuses two entries of an incident with the same id, also in a deleted incident', () => {
    expect(refusalOf(exampleWith({ 'incidents[0].timeline[3].id': 'detected 02:43' }))).toBe(
      'duplicateId incidents[0].timeline[3].id',
    );
    expect(refusalOf(exampleWith({ 'incidents[4].timeline[1].id': 'detected 04:00' }))).toBe(
      'duplicateId incidents[4].timeline[1].id',
    );
  });

  it('refuses entries that are not in the order of their times, also in a deleted incident', () => {
    expect(refusalOf(exampleWith({ 'incidents[0].timeline[3].at': at('2026-11-17 02:45') }))).toBe(
      'outOfOrder incidents[0].timeline[3].at',
    );
    expect(refusalOf(exampleWith({ 'incidents[4].timeline[1].at': at('2026-11-17 03:59') }))).toBe(
      'outOfOrder incidents[4].timeline[1].at',
    );
  });

  it.each([
    ['without a detection', [entry('acknowledged', '02:43'), entry('resolved', '03:03')], 'noDetected'],
    [
      'whose detection was deleted',
      [entry('detected', '02:43', { deletedAt: SAVED_AT }), entry('resolved', '03:03')],
      'noDetected',
    ],
    ['with two detections', [entry('detected', '02:43'), entry('detected', '02:44')], 'twoDetected'],
    ['with an entry before its detection', [entry('note', '02:42'), entry('detected', '02:43')], 'beforeDetected'],
    [
      'that is resolved before its detection',
      [entry('resolved', '02:42'), entry('detected', '02:43')],
      'endBeforeStart',
    ],
    [
      'that is resolved twice',
      [entry('detected', '02:43'), entry('resolved', '03:03'), entry('resolved', '03:04')],
      'resolvedWhileClosed',
    ],
    [
      'that is reopened while it is open',
      [entry('detected', '02:43'), entry('reopened', '03:03')],
      'reopenedWhileOpen',
    ],
  ])('refuses an incident %s, of one phone', (_what, timeline, why) => {
    const text = exampleText({ incidents: [wakeUp('01:00', '01:10'), incident(timeline)] });
    expect(parseBackup(asVersion3(text))).toMatchObject({
      ok: false,
      refusal: { code: 'brokenTimeline', path: 'incidents[1].timeline', refusal: { code: why } },
    });
    const takenBack = incident(timeline, { deletedAt: SAVED_AT });
    expect(refusalOf(asVersion3(exampleText({ incidents: [wakeUp('01:00', '01:10'), takenBack] })))).toBeNull();
    // Since version 4 two phones may have told of it. Without a beginning it is still no incident.
    expect(refusalOf(text)).toBe(why === 'noDetected' ? 'brokenTimeline incidents[1].timeline' : null);
  });

  it('refuses two open incidents of one child, but accepts one for each child and deleted ones', () => {
    const one = incident([entry('detected', '09:00')], { id: 'one' });
    const two = incident([entry('detected', '09:30')], { id: 'two' });
    const refusal = (...incidents: ReturnType<typeof incident>[]) => refusalOf(exampleText({ incidents }));
    expect(refusal(one, two)).toBe('twoOpen incidents[1]');
    expect(refusal(one, wakeUp('01:00', '01:10', { id: 'another' }), two)).toBe('twoOpen incidents[2]');
    expect(refusal(one, { ...two, childId: 'zoe' })).toBeNull();
    expect(refusal(one, { ...two, deletedAt: SAVED_AT })).toBeNull();
    expect(refusal({ ...one, deletedAt: SAVED_AT }, { ...two, deletedAt: SAVED_AT })).toBeNull();
  });

  it('refuses two open incidents of a child whose id is a name that JavaScript objects inherit', () => {
    const one = incident([entry('detected', '09:00')], { id: '__proto__', childId: 'constructor' });
    const two = incident([entry('detected', '09:30')], { id: 'constructor', childId: 'constructor' });
    expect(refusalOf(exampleText({ incidents: [one] }))).toBeNull();
    expect(refusalOf(exampleText({ incidents: [one, two] }))).toBe('twoOpen incidents[1]');
  });
});

describe('readBackupText', () => {
  const textOf = async (content: string | Uint8Array) => {
    const result = await readBackupText(fileOf(content));
    return result.ok ? result.text : result.refusal.code;
  };

  it('reads a file as UTF-8', async () => {
    expect(await textOf('Léo 👶🏽')).toBe('Léo 👶🏽');
    expect(await textOf('')).toBe('');
  });

  it('drops the byte order mark that some editors write', async () => {
    const text = exampleText();
    expect(await textOf(joined(bytes(0xef, 0xbb, 0xbf), utf8(text)))).toBe(text);
  });

  it.each([
    ['a picture', bytes(0xff, 0xd8, 0xff, 0xe0)],
    ['UTF-16', bytes(0xff, 0xfe, 0x7b, 0x00)],
    ['Latin-1', bytes(0x4c, 0xe9, 0x6f)],
    ['cut off within a character', utf8('Lé').slice(0, 2)],
    ['an encoded lone surrogate', bytes(0xed, 0xa0, 0xbd)],
    ['a slash encoded in two bytes', bytes(0xc0, 0xaf)],
    ['a code point beyond the last one', bytes(0xf5, 0x80, 0x80, 0x80)],
  ])('refuses bytes that are not UTF-8: %s', async (_what, content) => {
    expect(await textOf(content)).toBe('notText');
    expect(await textOf(joined(utf8(exampleText()), content))).toBe('notText');
  });

  it('refuses a file that is too big without reading it', async () => {
    const arrayBuffer = vi.fn(() => Promise.reject(new Error('read')));
    const large = { size: 500_000_000, arrayBuffer } as unknown as Blob;
    expect(await readBackupText(large)).toEqual({ ok: false, refusal: { code: 'tooBig', megabytes: 200 } });
    expect(arrayBuffer).not.toHaveBeenCalled();
  });

  it('reads a file of the largest allowed size', async () => {
    const arrayBuffer = vi.fn(async () => utf8('{}').buffer);
    const largest = { size: BACKUP_BYTES_MAX, arrayBuffer } as unknown as Blob;
    expect(await readBackupText(largest)).toEqual({ ok: true, text: '{}' });
    const larger = { size: BACKUP_BYTES_MAX + 1, arrayBuffer } as unknown as Blob;
    expect(await readBackupText(larger)).toMatchObject({ refusal: { code: 'tooBig' } });
    expect(arrayBuffer).toHaveBeenCalledOnce();
  });

  it('refuses a file that cannot be read, for example one that was removed', async () => {
    const gone = { size: 7, arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) };
    expect(await readBackupText(gone as unknown as Blob)).toEqual({ ok: false, refusal: { code: 'unreadable' } });
  });
});

describe('serializeBackup', () => {
  it('sorts rows by their ids, whatever their order was', () => {
    const log = exampleLog();
    const turned = Object.fromEntries(
      TABLE_NAMES.map((table) => [table, 'id' in log[table] ? log[table] : [...log[table]].reverse()]),
    );
    expect(exampleText(turned)).toBe(exampleText());
    const { incidents } = JSON.parse(exampleText(turned)) as { incidents: { id: string }[] };
    expect(incidents.map(({ id }) => id)).toEqual([
      'a busy night',
      'b alone',
      'c up for the day',
      'd taken back',
      'e emptied',
      'f open',
      'g ties',
    ]);
  });

  it('writes the format first, then every table once', () => {
    expect(Object.keys(exampleJson())).toEqual(['format', 'version', 'exportedAt', ...TABLE_NAMES]);
    expect(exampleJson()).toMatchObject({ format: 'infernalops', version: 5, exportedAt: SAVED_AT });
  });

  it('does not change the log', () => {
    const log = exampleLog();
    log.incidents.toReversed();
    const backup = { exportedAt: SAVED_AT, log: { ...log, incidents: log.incidents.toReversed() } };
    const before = JSON.stringify(backup);
    serializeBackup(backup);
    expect(JSON.stringify(backup)).toBe(before);
  });

  it('writes a text that is read as the same log, for any log', () => {
    const logs = randomCases({ timeZone: PARIS, middleNight: '2026-10-24' as Day });
    fc.assert(
      fc.property(logs, ({ log }) => {
        const text = serializeBackup({ exportedAt: SAVED_AT, log });
        const parsed = parseBackup(text);
        expect(parsed.ok ? null : parsed.refusal).toBeNull();
        expect(parsed.ok && serializeBackup(parsed.backup)).toBe(text);
      }),
      draws(40),
    );
  });
});

describe('refusalValues', () => {
  const every: BackupRefusal[] = [
    { code: 'tooBig', megabytes: 200 },
    { code: 'notText' },
    { code: 'notJson' },
    { code: 'otherFormat', path: 'format' },
    { code: 'laterVersion', path: 'version', version: 3 },
    { code: 'unknownField', path: 'children[0].shoeSize' },
    { code: 'missing', path: 'household' },
    { code: 'wrongValue', path: 'incidents[3].timeline[2].at' },
    { code: 'tooMany', path: 'naps', max: 500_000 },
    { code: 'duplicateId', path: 'chores[7].id' },
    { code: 'outOfOrder', path: 'incidents[3].timeline[2].at' },
    { code: 'brokenTimeline', path: 'incidents[3].timeline', refusal: { code: 'noDetected' } },
    { code: 'twoOpen', path: 'incidents[3]' },
  ];

  it.each(['en', 'fr'] as const)(
    'gives each refusal its own sentence on one line that names the values: %s',
    async (language) => {
      const words = await loadTranslation(language, []);
      await words.loadDayMessages();
      const sentences = every.map((refusal) => words.t(`backup.refused.${refusal.code}`, refusalValues(refusal)));
      expect(new Set(sentences).size).toBe(every.length);
      for (const [n, refusal] of every.entries()) {
        expect(sentences[n]).toMatch(/^\p{Lu}.*\.$/u);
        expect(sentences[n]).not.toMatch(/[{}]|backup\.refused/);
        if ('path' in refusal) expect(sentences[n]).toContain(refusal.path);
      }
      expect(sentences[0]).toContain('200');
      expect(sentences[4]).toContain('3');
      expect(sentences[8]).toContain('500000');
    },
  );

  it('cuts a long name to what fits on a line, never within a character', () => {
    expect(refusalValues({ code: 'unknownField', path: 'x'.repeat(10_000) })).toEqual({ path: `${'x'.repeat(80)}…` });
    const { path } = refusalValues({ code: 'unknownField', path: `${'x'.repeat(79)}👶👶` });
    expect(String(path).isWellFormed()).toBe(true);
  });

  it.each([
    ['a line break', 'a\nb'],
    ['a line break of Windows', 'a\r\nb'],
    ['a line separator', 'a\u2028b'],
    ['a paragraph separator', 'a\u2029b'],
    ['an escaped line break', 'a\\u000ab'],
    ['an escaped line break in another notation', 'a\\x0ab'],
    ['a control character that a terminal obeys', 'a\u001b[2J'],
    ['a control character of the C1 block', 'a\u009b2J'],
    ['half an emoji', '\ud83d'],
    ['half an emoji as a programmer writes it', '\\ud83d'],
    ['what a message takes for a value', '{path}'],
    ['what a message takes for a plural', "{n, plural, other {'#'}}"],
  ])('puts any field name on one line: %s', async (_what, name) => {
    const parsed = parseBackup(exampleWithKey('children[0]', name));
    if (parsed.ok) throw new Error('taken');
    const values = refusalValues(parsed.refusal);
    for (const language of ['en', 'fr'] as const) {
      const words = await loadTranslation(language, []);
      await words.loadDayMessages();
      const sentence = words.t(`backup.refused.${parsed.refusal.code}`, values);
      expect(sentence).toContain('children[0].');
      expect(sentence).toContain(String(values.path));
      // The sentence has no control character, no line break and no lone surrogate.
      expect(sentence).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u);
    }
  });
});

function firstChild() {
  const { children } = exampleJson();
  const child = Array.isArray(children) ? children[1] : undefined;
  if (!isObject(child) || child.id !== LEO) throw new Error('no child');
  return child;
}
