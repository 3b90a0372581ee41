import { type Fact, factFields } from '@/importers/facts';
import type { Source } from '@/importers/files/source';
import type { Importer } from '@/importers/importer';
import { parseInstant } from '@/importers/values/sourceTime';
import { isObject, type JsonObject, jsonRows, type Row, type RowResult, readRows } from './rows';

/*
 * DreamTime: the sessions that its API answers, as the whole answer or its list. Each cycle of a
 * session is a wake-up that was said.
 */

function sessionsIn(source: Source): readonly unknown[] | null {
  if (source.kind !== 'json') return null;
  const { value } = source;
  const list = isObject(value) ? value.data : value;
  return Array.isArray(list) && list.every((each) => isObject(each) && 'sessionType' in each) && list.length > 0
    ? list
    : null;
}

export const dreamTime: Importer = {
  tracker: 'dreamtime',
  recognise: (source) => sessionsIn(source) !== null,
  read: (source) =>
    readRows(source.kind === 'json' ? jsonRows(source, sessionsIn(source) ?? []) : [], (row) =>
      readSession(row, row.object),
    ),
};

function readSession(row: Row, session: JsonObject): RowResult {
  const sourceId = row.get('id');
  if (sourceId === '') return 'noId';
  // Whoever touched it last has logged how the night went on.
  const by = row.get('lastUpdatedByName') || row.get('createdByName');
  const fields = factFields(row.place, { by, sourceId, note: row.get('notes') });
  const start = parseInstant(row.get('asleepAt') || row.get('putDownAt'));
  if (!start.ok) return start.reason;
  const cycles = (Array.isArray(session.sleepCycles) ? session.sleepCycles : []).filter(isObject);
  const isCompleted = row.get('state') === 'COMPLETED';
  const openCycle = cycles.findLast(({ fellBackAsleepAt }) => !fellBackAsleepAt);
  const endText = row.get('wokeUpAt') || textOf(openCycle?.wokeUpAt) || row.get('outOfCribAt');
  const end = isCompleted && endText !== '' ? parseInstant(endText) : null;
  if (end && !end.ok) return end.reason;
  const mark = row.get('sessionType') === 'NAP' ? 'nap' : 'night';
  const sleep: Fact = { ...fields, kind: 'sleep', start: start.value, end: end?.value ?? null, durationMs: null, mark };
  const wakes: Fact[] = [];
  for (const cycle of cycles) {
    // The last one of a night that is over is its morning.
    if (cycle === openCycle && isCompleted) continue;
    const woke = parseInstant(textOf(cycle.wokeUpAt));
    const asleep = cycle.fellBackAsleepAt ? parseInstant(textOf(cycle.fellBackAsleepAt)) : null;
    if (!woke.ok || (asleep && !asleep.ok)) return 'badDate';
    const cycleFields = factFields(row.place, { by, sourceId: textOf(cycle.id) });
    wakes.push({
      ...cycleFields,
      kind: 'wake',
      start: woke.value,
      end: asleep?.value ?? null,
      durationMs: null,
      isPart: true,
    });
  }
  return [sleep, ...wakes];
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
