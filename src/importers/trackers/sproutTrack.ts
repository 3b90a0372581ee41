import { factFields, type OtherKind } from '@/importers/facts';
import type { Importer } from '@/importers/importer';
import { parseCelsius, parseWordedDuration } from '@/importers/values/quantities';
import { parseClock, wallTimeOf } from '@/importers/values/sourceTime';
import { headingsOf, type Row, type RowResult, readRows, tableRows } from './rows';
import { HEADINGS, SUB_TYPES, TYPES } from './sproutTrackWords';

/*
 * Sprout Track: one table of everything, with headings and words in the language of its user. Dates
 * are American in all of them.
 */

type Heading = keyof typeof HEADINGS;
type Type = keyof typeof TYPES;

const NEEDED: readonly Heading[] = ['date', 'time', 'type', 'subType', 'start', 'end', 'caretaker'];

/** The same word whatever its accents: they may be composed or not. */
const plain = (text: string): string => text.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
const isOneOf = (words: readonly string[], text: string): boolean => words.map(plain).includes(plain(text));

const wordsOfTypes = new Map<string, Type>(
  (Object.keys(TYPES) as Type[]).flatMap((type) => TYPES[type].map((word) => [plain(word), type] as const)),
);

const OTHERS: Partial<Record<Type, OtherKind>> = {
  pump: 'pump',
  bath: 'activity',
  activity: 'activity',
  measurement: 'growth',
};

/** Returns the heading of a column as the file has it. */
const findHeading = (headings: readonly string[], heading: Heading): string | undefined =>
  headings.find((text) => isOneOf(HEADINGS[heading], text));

export const sproutTrack: Importer = {
  tracker: 'sprout-track',
  recognise: (source) => {
    const headings = headingsOf(source);
    return NEEDED.every((heading) => findHeading(headings, heading) !== undefined);
  },
  read: (source) => {
    if (source.kind !== 'table') return { facts: [], notUnderstood: [], children: [] };
    const headings = headingsOf(source);
    const names = new Map(
      (Object.keys(HEADINGS) as Heading[]).map((heading) => [heading, findHeading(headings, heading)]),
    );
    return readRows(tableRows(source), (row) => readRow(row, (heading) => row.get(names.get(heading) ?? '')));
  },
};

function readRow({ place }: Row, get: (heading: Heading) => string): RowResult {
  const type = wordsOfTypes.get(plain(get('type')));
  const fields = factFields(place, { by: get('caretaker'), note: get('notes') });
  const isTemperature = type === 'measurement' && isOneOf(SUB_TYPES.temperature, get('subType'));
  if (!type || (OTHERS[type] && !isTemperature)) return { ...fields, kind: (type && OTHERS[type]) ?? 'other' };
  const at = wallTimeOf(get('date'), get('start') || get('time'), 'mdy');
  switch (type) {
    case 'milkAdjust':
    case 'milestone':
    case 'vaccine':
      return { ...fields, kind: 'other' };
    case 'sleep': {
      if (!at.ok) return at.reason;
      const endText = get('end');
      const msOfDay = endText === '' ? null : parseClock(endText);
      if (endText !== '' && msOfDay === null) return 'badTime';
      return {
        ...fields,
        kind: 'sleep',
        start: at.value,
        end: msOfDay === null ? null : { kind: 'clock', msOfDay },
        durationMs: parseWordedDuration(get('duration')),
        mark: isOneOf(SUB_TYPES.nap, get('subType'))
          ? 'nap'
          : isOneOf(SUB_TYPES.nightSleep, get('subType'))
            ? 'night'
            : null,
      };
    }
    case 'medicine': {
      if (!at.ok) return at.reason;
      const name = get('details');
      const amount = [get('amount'), get('unit')].filter(Boolean).join(' ');
      return name === '' ? 'noName' : { ...fields, kind: 'medicine', at: at.value, name, amount, minHours: null };
    }
    case 'measurement': {
      if (!at.ok) return at.reason;
      const celsius = parseCelsius(get('amount'), get('unit'));
      return celsius === null ? 'badNumber' : { ...fields, kind: 'temperature', at: at.value, celsius };
    }
    case 'diaper':
    case 'note':
      return at.ok ? { ...fields, kind: type, at: at.value } : at.reason;
    default:
      return at.ok ? { ...fields, kind: 'feed', at: at.value } : at.reason;
  }
}
