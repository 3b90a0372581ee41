import { isDay } from '@/domain/rows/fields';
import { factFields, type Reading, type SourceChild } from '@/importers/facts';
import type { JsonSource } from '@/importers/files/source';
import type { Importer } from '@/importers/importer';
import { instantOfEpoch } from '@/importers/values/sourceTime';
import { isObject, type JsonObject, jsonRows, type RowResult, readRows } from './rows';

/* Tombstone: a backup with a list a type, and times since the epoch. */

const LISTS = { sleepSessions: 'sleep', feedingSessions: 'feed', diaperChanges: 'diaper' } as const;
type List = keyof typeof LISTS;

export const tombstone: Importer = {
  tracker: 'tombstone',
  recognise: ({ kind, ...source }) =>
    kind === 'json' &&
    'value' in source &&
    isObject(source.value) &&
    Array.isArray(source.value.children) &&
    Array.isArray(source.value.sleepSessions),
  read: (source) => (source.kind === 'json' && isObject(source.value) ? readBackup(source, source.value) : NOTHING),
};

const NOTHING: Reading = { facts: [], notUnderstood: [], children: [] };
const listOf = (backup: JsonObject, name: string): readonly unknown[] => {
  const list = backup[name];
  return Array.isArray(list) ? list : [];
};
const isDeleted = (object: JsonObject): boolean => object._deleted === true;

function readBackup(source: JsonSource, backup: JsonObject): Reading {
  const children = listOf(backup, 'children')
    .filter(isObject)
    .filter((child) => !isDeleted(child))
    .flatMap(({ id, name, birthDate }): SourceChild[] =>
      typeof id === 'string' && typeof name === 'string'
        ? [{ key: id, name, birthDate: typeof birthDate === 'string' && isDay(birthDate) ? birthDate : null }]
        : [],
    );
  const known = new Set(children.map(({ key }) => key));
  const readings = (Object.keys(LISTS) as List[]).map((list) =>
    readRows(
      jsonRows(source, listOf(backup, list)).filter(({ object }) => !isDeleted(object)),
      (row) => readRow(row, list, known),
    ),
  );
  return {
    facts: readings.flatMap(({ facts }) => facts),
    notUnderstood: readings.flatMap(({ notUnderstood }) => notUnderstood),
    children,
  };
}

function readRow(row: ReturnType<typeof jsonRows>[number], list: List, children: ReadonlySet<string>): RowResult {
  const { object } = row;
  const sourceId = row.get('id');
  if (sourceId === '') return 'noId';
  const child = row.get('childId');
  if (!children.has(child)) return 'noChild';
  const fields = factFields(row.place, { child, sourceId, note: row.get('notes') });
  const at = instantOfEpoch(object[list === 'diaperChanges' ? 'time' : 'startTime']);
  if (!at.ok) return at.reason;
  const kind = LISTS[list];
  if (kind !== 'sleep') return { ...fields, kind, at: at.value };
  const hasEnd = object.endTime !== undefined && object.endTime !== null;
  const end = hasEnd ? instantOfEpoch(object.endTime) : null;
  if (end && !end.ok) return end.reason;
  const mark = object.type === 'night' || object.type === 'nap' ? object.type : null;
  return { ...fields, kind, start: at.value, end: end?.value ?? null, durationMs: null, mark };
}
