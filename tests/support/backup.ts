import { Blob as NodeBlob } from 'node:buffer';
import type { InfernalDatabase } from '@/db/database';
import { toStoredIncident, withoutIndexFields } from '@/db/storedIncident';
import { type Backup, parseBackup, serializeBackup } from '@/domain/backup';
import { newCaregiver, newChild } from '@/domain/defaults';
import type { Incident } from '@/domain/rows/incident';
import { type HouseholdLog, TABLE_NAMES } from '@/domain/rows/tables';
import {
  at,
  DAD,
  dad,
  day,
  entry,
  household,
  incident,
  LEO,
  leo,
  MUM,
  mum,
  nightRow,
  toWallTime,
  ZOE,
  zoe,
} from './factories';

/*
 * An example backup that contains every kind of row, and functions that change one place of it.
 * Rows are sorted by id, as in a backup, so that `incidents[2]` is the same row here and in the
 * file.
 */

/** When the example was saved: later than everything in it. */
export const SAVED_AT = at('2026-11-17 10:00');

const SET_UP = at('2026-11-01 10:00');
const row = (id: string) => ({ id, updatedAt: SET_UP, deletedAt: null });

/**
 * An incident with every kind of entry: an estimated one, a deleted one, and a sleep that did not
 * hold.
 */
const busyIncident = incident(
  [
    entry('detected', '02:43', { by: MUM, via: 'tap' }),
    entry('escalated', '02:44', { to: DAD, level: 1 }),
    entry('noResponse', '02:46', { by: DAD }),
    entry('acknowledged', '02:47', { by: MUM }),
    entry('remedy', '02:50', { by: null, remedy: 'feed', estimated: true }),
    entry('remedy', '02:51', { by: DAD, remedy: 'song', deletedAt: at('2026-11-17 02:52') }),
    entry('stoodDown', '02:55', { by: MUM }),
    entry('note', '03:00', { text: 'a tooth?\nOr the moon 🌝 “again”' }),
    entry('resolved', '03:03', { by: DAD, outcome: 'settled' }),
    entry('reopened', '03:07'),
    entry('resolved', '03:30', { by: null, outcome: 'selfSettled' }),
  ],
  { id: 'a busy night', causeId: 'teething', runbookId: 'degraded', note: 'left molar', forReport: true },
);

/** Logged in the morning; all times are estimated. */
const loneIncident = incident(
  [
    entry('detected', '22:10', { by: null, via: 'backfill', estimated: true }),
    entry('resolved', '22:15', { by: null, outcome: 'selfSettled', estimated: true }),
  ],
  { id: 'b alone', childId: ZOE, causeId: 'unknown-to-us' },
);

const upForDay = incident(
  [
    entry('detected', '06:10', { by: DAD, via: 'shortcut' }),
    entry('resolved', '06:20', { by: DAD, outcome: 'upForDay' }),
  ],
  { id: 'c up for the day', childId: ZOE, causeId: 'hunger' },
);

/** Deleted while it was open, so that another incident of Léo may be open as well. */
const takenBack = incident([entry('detected', '09:00')], {
  id: 'd taken back',
  deletedAt: at('2026-11-17 09:01'),
  mergedInto: 'f open',
});

/** Deleted entry by entry. The remaining entries could not be true, and need not be. */
const emptiedIncident = incident(
  [entry('detected', '04:00', { deletedAt: at('2026-11-17 04:01') }), entry('note', '04:02')],
  {
    id: 'e emptied',
    childId: ZOE,
    deletedAt: at('2026-11-17 04:03'),
  },
);

/** Still open, with an escalation by page and with entries of the runbook. */
const openIncidentRow = incident(
  [
    entry('detected', '09:50'),
    entry('acknowledged', '09:51', { by: MUM }),
    entry('step', '09:51', { stepId: 'wait', outcome: 'skipped' }),
    entry('runbookChosen', '09:51', { runbookId: 'degraded' }),
    entry('escalated', '09:51', { to: DAD, level: 2, via: 'page' }),
  ],
  { id: 'f open', runbookId: 'degraded' },
);

/** Resolved, reopened and resolved within one instant. */
const tiedIncident = incident(
  [
    entry('detected', '05:00', { via: 'import' }),
    entry('resolved', '05:10', { id: 'z' }),
    entry('reopened', '05:10', { id: 'a' }),
    entry('resolved', '05:10', { id: 'b' }),
  ],
  { id: 'g ties' },
);

export const exampleLog = (): HouseholdLog => ({
  household: household({
    objectives: { mttrMinutes: 25, availability: 0.9, fatigueLimit: 5, weaning: 0.25 },
    rotation: {
      anchor: day('2026-11-02'),
      slots: [
        { primary: MUM, secondary: DAD, handoverAt: toWallTime('03:00') },
        { primary: DAD, secondary: null, handoverAt: null },
      ],
    },
    since: SET_UP,
    formerZones: [{ until: day('2026-11-05'), timeZone: 'Europe/London' }],
  }),
  children: [
    { ...newChild('ghost', 'Ghost', 'grey', SET_UP), archived: true, deletedAt: at('2026-11-02 10:00') },
    { ...leo, birthDate: day('2026-02-17') },
    { ...zoe, archived: true },
  ],
  caregivers: [dad, { ...newCaregiver(MUM, mum.name, 'purple', SET_UP), fatigueLimit: 3 }],
  incidents: [busyIncident, loneIncident, upForDay, takenBack, emptiedIncident, openIncidentRow, tiedIncident],
  nights: [
    nightRow({
      id: day('2026-11-15'),
      quiet: true,
      onCall: { primary: DAD, secondary: MUM, handoverAt: toWallTime('02:30') },
    }),
    nightRow({
      bedtimeAt: at('2026-11-16 20:30'),
      morningAt: at('2026-11-17 06:45'),
      postmortem: 'What went well: coffee.',
    }),
  ],
  episodes: [
    {
      ...row('cold'),
      childId: LEO,
      label: 'a cold',
      kind: 'cold',
      startDay: day('2026-11-14'),
      endDay: day('2026-11-16'),
      note: '',
    },
    {
      ...row('teeth'),
      childId: ZOE,
      label: '',
      kind: 'teething',
      startDay: day('2026-11-16'),
      endDay: null,
      note: 'top left',
    },
  ],
  observations: [
    {
      ...row('fever'),
      childId: LEO,
      at: at('2026-11-15 21:00'),
      kind: 'temperature',
      celsius: 38.4,
    },
    {
      ...row('syrup'),
      childId: LEO,
      at: at('2026-11-15 21:10'),
      kind: 'medicine',
      name: 'Syrup',
      amount: '4 ml',
      minHours: 6,
    },
  ],
  chores: [
    {
      ...row('bottles'),
      title: 'the bottles',
      effortMinutes: 15,
      deferredAt: at('2026-11-15 22:00'),
      paidAt: at('2026-11-16 08:00'),
    },
    { ...row('laundry'), title: 'the laundry', effortMinutes: 45, deferredAt: at('2026-11-16 22:00'), paidAt: null },
  ],
  naps: [
    { ...row('nap'), caregiverId: MUM, startedAt: at('2026-11-16 13:00'), endedAt: at('2026-11-16 13:40') },
    {
      ...row('no nap'),
      caregiverId: DAD,
      startedAt: at('2026-11-16 14:00'),
      endedAt: at('2026-11-16 14:01'),
      deletedAt: at('2026-11-16 14:02'),
    },
  ],
  runbooks: [
    {
      ...row('degraded'),
      name: 'Degraded',
      trigger: 'degraded',
      steps: [
        { id: 'wait', title: 'wait', kind: 'wait', seconds: 30, level: null, remedy: null },
        { id: 'wake', title: 'wake the other', kind: 'escalate', seconds: null, level: 2, remedy: null },
        { id: 'feed', title: '', kind: 'remedy', seconds: null, level: null, remedy: 'feed' },
      ],
    },
    { ...row('empty'), name: 'To be written', trigger: 'custom', steps: [] },
  ],
});

export const exampleBackup = (log: Partial<HouseholdLog> = {}): Backup => ({
  exportedAt: SAVED_AT,
  log: { ...exampleLog(), ...log },
});
export const exampleText = (log: Partial<HouseholdLog> = {}): string => serializeBackup(exampleBackup(log));

/**
 * The same log as another phone may have it: one row changed, one row added, and one row missing.
 */
export function otherPhoneLog(): HouseholdLog {
  const log = exampleLog();
  const changedAt = at('2026-11-17 09:30');
  return {
    ...log,
    children: log.children.map((child) =>
      child.id === LEO ? { ...child, name: 'Léon', updatedAt: changedAt } : child,
    ),
    incidents: [
      ...log.incidents.filter(({ id }) => id !== 'b alone').map((row) => (row.id === 'g ties' ? withNote(row) : row)),
      incident([entry('detected', '23:00'), entry('resolved', '23:20')], { id: 'h only here', childId: ZOE }),
    ],
    chores: [],
  };
}

const withNote = (original: Incident): Incident => ({
  ...original,
  timeline: [...original.timeline, entry('note', '05:20', { text: 'slept at last' })],
});

/** An empty log of another household, for a restore that replaces a log. */
export const emptyLog = (): HouseholdLog => ({
  household: household(),
  children: [leo],
  caregivers: [mum],
  incidents: [],
  nights: [],
  episodes: [],
  observations: [],
  chores: [],
  naps: [],
  runbooks: [],
});

export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

/** Returns the example file as a new JSON object, which a test may change. */
export const exampleJson = (log: Partial<HouseholdLog> = {}): JsonObject => JSON.parse(exampleText(log)) as JsonObject;

/** Splits a path: `incidents[0].timeline` becomes `incidents`, `0`, `timeline`. */
const keysOf = (path: string): string[] => [...path.matchAll(/[^.[\]]+/g)].map(([key]) => key);

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Returns the value at a path of a file; throws if there is none. */
const valueAt = (file: Json, path: string): Json => valueAlong(file, keysOf(path), path);

function valueAlong(file: Json, keys: readonly string[], path: string): Json {
  let value = file;
  for (const key of keys) {
    let child: Json | undefined;
    if (Array.isArray(value)) child = value[Number(key)];
    else if (isObject(value)) child = value[key];
    if (child === undefined) throw new Error(`nothing at ${path}`);
    value = child;
  }
  return value;
}

/** Returns the example with other values at these paths. */
export function exampleWith(changes: JsonObject): string {
  const file = exampleJson();
  for (const [path, value] of Object.entries(changes)) {
    const { holder, key } = parentOf(file, path);
    if (Array.isArray(holder)) holder[Number(key)] = value;
    else holder[key] = value;
  }
  return JSON.stringify(file);
}

/** Returns the example without one field or list element. */
export function exampleWithout(path: string): string {
  const file = exampleJson();
  const { holder, key } = parentOf(file, path);
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
  return JSON.stringify(file);
}

/**
 * Returns the example with one more key in the object at a path. The key is inserted as text,
 * because in JavaScript `__proto__` would not become a key.
 */
export function exampleWithKey(path: string, key: string, json = 'null'): string {
  const file = exampleJson();
  const object = valueAt(file, path);
  if (!isObject(object)) throw new Error(`no object at ${path}`);
  object['the new key'] = null;
  return JSON.stringify(file).replace('"the new key":null', `${JSON.stringify(key)}:${json}`);
}

/**
 * Returns the example with the JSON text of one value replaced, for values that JavaScript would
 * write differently.
 */
export function exampleWithText(path: string, json: string): string {
  return exampleWith({ [path]: 'the new value' }).replace('"the new value"', json);
}

function parentOf(file: JsonObject, path: string): { holder: Json[] | JsonObject; key: string } {
  const keys = keysOf(path);
  const holder = valueAlong(file, keys.slice(0, -1), path);
  if (!Array.isArray(holder) && !isObject(holder)) throw new Error(`nothing holds ${path}`);
  return { holder, key: keys.at(-1) ?? '' };
}

/** Returns every path of a file with its value, from the top down. */
export function placesOf(value: Json, path = ''): [path: string, value: Json][] {
  if (Array.isArray(value))
    return [[path, value], ...value.flatMap((element, index) => placesOf(element, `${path}[${index}]`))];
  if (!isObject(value)) return [[path, value]];
  const innerPlaces = Object.entries(value).flatMap(([key, child]) =>
    placesOf(child, path === '' ? key : `${path}.${key}`),
  );
  return [[path, value], ...innerPlaces];
}

/**
 * Returns one path of each kind, because a field of the fifth incident behaves as the same field of
 * the first one.
 */
export function onePlaceOfEachKind(file: Json): [path: string, value: Json][] {
  const placesByKind = new Map<string, [string, Json]>();
  for (const [path, value] of placesOf(file)) {
    // The path without its last key or index.
    const holder = valueAt(file, path.replace(/\.?[^.[\]]*\]?$/, '').replace(/\[$/, ''));
    const kind = isObject(value) ? value.kind : isObject(holder) ? holder.kind : '';
    const typeName = value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;
    const key = `${path.replace(/\d+/g, '')} ${kind} ${typeName}`;
    if (!placesByKind.has(key)) placesByKind.set(key, [path, value]);
  }
  return [...placesByKind.values()];
}

/** Returns why a file is refused, such as `wrongValue children[0].name`; null if it is accepted. */
export function refusalOf(text: string): string | null {
  const parsed = parseBackup(text);
  if (parsed.ok) return null;
  const { refusal } = parsed;
  return 'path' in refusal ? `${refusal.code} ${refusal.path}` : refusal.code;
}

/** Returns a file of these bytes. It is Node's Blob, because jsdom's cannot be read at once. */
export const fileOf = (content: string | Uint8Array): Blob => new NodeBlob([content]) as unknown as Blob;

/** Writes a log into a database directly, without any command. */
export async function fillDatabase(db: InfernalDatabase, log: HouseholdLog): Promise<InfernalDatabase> {
  await db.transaction('rw', db.tables, async () => {
    for (const table of TABLE_NAMES) {
      await db.table(table).clear();
      const rows = log[table];
      // The household is a single row, and every other table is a list.
      const tableRows = 'id' in rows ? [rows] : rows;
      await db.table(table).bulkPut(table === 'incidents' ? log.incidents.map(toStoredIncident) : [...tableRows]);
    }
    await db.meta.bulkDelete(['previous', 'previousAge']);
  });
  return db;
}

/** Returns everything in a database as JSON, including what was kept of an earlier log. */
export async function dumpDatabase(db: InfernalDatabase, tables: string[] = db.tables.map(({ name }) => name)) {
  const rows = await db.transaction('r', tables, () =>
    Promise.all(tables.map((table) => db.table<unknown>(table).toArray())),
  );
  return JSON.stringify(Object.fromEntries(tables.map((table, index) => [table, rows[index]])), replaceInfinity);
}

/** A replacer for numbers that JSON does not have, such as the one that marks an open incident. */
export const replaceInfinity = (_key: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isFinite(value) ? `number ${value}` : value;

/** Returns the rows as JSON, without what was kept of an earlier log. */
export const dumpRows = (db: InfernalDatabase): Promise<string> => dumpDatabase(db, [...TABLE_NAMES]);

/** Returns the ids of the incidents whose index fields do not match their timelines. */
export async function wronglyIndexed(db: InfernalDatabase): Promise<string[]> {
  const stored = await db.incidents.toArray();
  return stored
    .filter((row) => {
      const { detectedAt, resolvedAt } = toStoredIncident(withoutIndexFields(row) as Incident);
      return row.detectedAt !== detectedAt || row.resolvedAt !== resolvedAt;
    })
    .map(({ id }) => id);
}
