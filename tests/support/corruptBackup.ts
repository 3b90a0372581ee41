import { isObject, type Json, type JsonObject } from './backup';

/*
 * Corrupts a backup in a way that its seed decides, so that a failure can be repeated. Most seeds
 * change one place of the JSON, and some of these files are still backups; the other seeds change
 * the text or the bytes.
 */

export interface CorruptedBackup {
  /** What was changed, such as `swap a type at incidents[0].note`. */
  changes: string;
  bytes: Uint8Array;
}

/** Returns a pseudo-random whole number from 0 to `count` − 1. */
type Dice = (count: number) => number;

/** Returns the dice of a seed: mulberry32, by Tommy Ettinger (public domain). */
function diceOf(seed: number): Dice {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  return (count) => {
    state = (state + 0x6d2b79f5) | 0;
    let word = Math.imul(state ^ (state >>> 15), state | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return ((word ^ (word >>> 14)) >>> 0) % Math.max(1, count);
  };
}

const oneOf = <T>(dice: Dice, list: readonly T[]): T => {
  const item = list[dice(list.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};

/** A value, and the object or list that holds it. */
interface Place {
  parent: Json[] | JsonObject;
  key: string;
  value: Json;
  path: string;
}

function placesIn(parent: Json[] | JsonObject, path = ''): Place[] {
  return Object.entries(parent).flatMap(([key, value]) => {
    const valuePath = Array.isArray(parent) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    const innerPlaces = Array.isArray(value) || isObject(value) ? placesIn(value, valuePath) : [];
    return [{ parent, key, value, path: valuePath }, ...innerPlaces];
  });
}

/** Object.defineProperty also works for the key `__proto__`. */
function put({ parent, key }: Pick<Place, 'parent' | 'key'>, value: Json): void {
  Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });
}

function remove({ parent, key }: Place): void {
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
}

const copyOf = (value: Json): Json => JSON.parse(JSON.stringify(value)) as Json;

const KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'id',
  'at',
  'kind',
  'deletedAt',
  'note',
  'x',
  '日記',
];
const TEXTS = [
  '',
  ' ',
  '\ud83d',
  'a\udc76',
  'x'.repeat(10_000),
  '__proto__',
  '{path}',
  '{0, plural, other {#}}',
  "'",
  '<img src=x>',
  '2026-02-30',
  '25:00',
  'Mars/Olympus',
  'infernalops',
  'incidents[0]',
];
const NUMBERS = [
  -1,
  -0,
  0.5,
  1e-320,
  1e21,
  1e308,
  2 ** 31,
  2 ** 53,
  8_640_000_000_000_001,
  7_258_118_400_001,
  9_214_646_400_000_000_000,
];
const VALID_TEXTS = ['Ana', 'a tooth', '👶🏽', 'Jean-Noël O’Neil', 'x'.repeat(60), '\u202eoéL', '\u200bZ'];
const FIELDS_WITH_DEFAULT = [
  'deletedAt',
  'estimated',
  'archived',
  'quiet',
  'forReport',
  'note',
  'postmortem',
  'weaning',
  'since',
  'formerZones',
  'mergedInto',
];
const FREE_TEXTS = ['name', 'note', 'label', 'amount', 'title', 'postmortem', 'text'];
const TABLES_OF_ROWS = /^(children|caregivers|incidents|nights|episodes|observations|chores|naps|runbooks)$/;

function garbage(dice: Dice, depth = 0): Json {
  switch (dice(depth > 3 ? 4 : 6)) {
    case 0:
      return oneOf(dice, NUMBERS);
    case 1:
      return oneOf(dice, TEXTS);
    case 2:
      return dice(2) === 0;
    case 3:
      return null;
    case 4:
      return Array.from({ length: dice(4) }, () => garbage(dice, depth + 1));
    default: {
      const object: JsonObject = {};
      for (let n = dice(4); n > 0; n -= 1) put({ parent: object, key: oneOf(dice, KEYS) }, garbage(dice, depth + 1));
      return object;
    }
  }
}

function valueOfOtherType(dice: Dice, value: Json): Json {
  const others: Json[] = [null, true, false, 0, 1, 'a text', [], {}, [copyOf(value)], { value: copyOf(value) }];
  if (typeof value === 'number') others.push(String(value), value > 0);
  if (typeof value === 'string') others.push(value.length, [...value]);
  if (Array.isArray(value)) others.push({ ...value, length: value.length });
  if (isObject(value)) others.push(Object.entries(value).flat());
  return oneOf(dice, others);
}

type Change = (dice: Dice, places: readonly Place[], file: JsonObject) => string | null;

/**
 * Returns a change of one of the places that fit. The change returns its description and the path
 * of the place; null when no place fits.
 */
const changeOnePlace =
  (description: string, fits: (place: Place) => boolean, change: (dice: Dice, place: Place) => void): Change =>
  (dice, places) => {
    const fittingPlaces = places.filter(fits);
    if (fittingPlaces.length === 0) return null;
    const place = oneOf(dice, fittingPlaces);
    change(dice, place);
    return `${description} at ${place.path}`;
  };

const isInObject = ({ parent }: Place) => !Array.isArray(parent);
const isInList = ({ parent }: Place) => Array.isArray(parent);
const isRow = ({ value, path }: Place) => isObject(value) && /^\w+\[\d+\]$/.test(path);
const anywhere = () => true;
const listAt = ({ value }: Place): Json[] => (Array.isArray(value) ? value : []);

/** Changes after which the file is often still a backup. */
const MILD_CHANGES: Change[] = [
  changeOnePlace(
    'move a time a little',
    ({ key, value }) => /(At|^at)$/.test(key) && typeof value === 'number',
    (dice, place) => put(place, Number(place.value) + (dice(7_200_000) - 3_600_000)),
  ),
  changeOnePlace(
    'write another updatedAt',
    ({ key }) => key === 'updatedAt',
    (dice, place) => put(place, dice(2) === 0 ? dice(100) : 1_794_900_000_000 + dice(1_000_000_000)),
  ),
  changeOnePlace(
    'write another text',
    ({ key, value }) => FREE_TEXTS.includes(key) && typeof value === 'string',
    (dice, place) => put(place, oneOf(dice, VALID_TEXTS)),
  ),
  changeOnePlace(
    'write another id',
    ({ key }) => key === 'id' || key === 'childId',
    (dice, place) => put(place, `id ${dice(20)}`),
  ),
  changeOnePlace(
    'leave out a default',
    ({ key }) => FIELDS_WITH_DEFAULT.includes(key),
    (_dice, place) => remove(place),
  ),
  changeOnePlace('remove a row', isRow, (_dice, place) => remove(place)),
  changeOnePlace(
    'remove an entry',
    ({ path }) => /timeline\[\d+\]$/.test(path),
    (_dice, place) => remove(place),
  ),
  changeOnePlace(
    'delete or restore a row or an entry',
    ({ key }) => key === 'deletedAt',
    (dice, place) => put(place, dice(2) === 0 ? null : 1),
  ),
  changeOnePlace(
    'negate a boolean',
    ({ value }) => typeof value === 'boolean',
    (_dice, place) => put(place, !place.value),
  ),
  changeOnePlace(
    'empty a table',
    ({ path }) => TABLES_OF_ROWS.test(path),
    (_dice, place) => put(place, []),
  ),
  changeOnePlace(
    'leave out a table',
    ({ path }) => TABLES_OF_ROWS.test(path),
    (_dice, place) => remove(place),
  ),
  changeOnePlace(
    'reverse a table',
    ({ path }) => TABLES_OF_ROWS.test(path),
    (_dice, place) => listAt(place).reverse(),
  ),
  changeOnePlace('copy a row under another id', isRow, (dice, { parent, value }) => {
    const copy = copyOf(value);
    if (isObject(copy)) copy.id = copy.childId === undefined || dice(2) === 0 ? `copy ${dice(5)}` : '2026-11-14';
    if (Array.isArray(parent)) parent.push(copy);
  }),
  changeOnePlace(
    'change a small number',
    ({ value }) => typeof value === 'number' && value < 1000,
    (dice, place) => put(place, dice(60)),
  ),
];

/** Changes after which the file is rarely a backup. */
const HARSH_CHANGES: Change[] = [
  changeOnePlace('delete a key', isInObject, (_dice, place) => remove(place)),
  changeOnePlace('rename a key', isInObject, (dice, place) => {
    remove(place);
    put({ parent: place.parent, key: dice(3) === 0 ? `${place.key}s` : oneOf(dice, KEYS) }, place.value);
  }),
  changeOnePlace(
    'add a key',
    ({ value }) => isObject(value),
    (dice, { value }) => {
      if (isObject(value)) put({ parent: value, key: oneOf(dice, KEYS) }, garbage(dice));
    },
  ),
  (dice, _places, file) => {
    const key = oneOf(dice, [...KEYS, 'version', 'format', 'household']);
    put({ parent: file, key }, garbage(dice));
    return `add ${key} at the top`;
  },
  changeOnePlace('swap a type', anywhere, (dice, place) => put(place, valueOfOtherType(dice, place.value))),
  changeOnePlace(
    'write an invalid number',
    ({ value }) => typeof value === 'number',
    (dice, place) => put(place, oneOf(dice, NUMBERS)),
  ),
  changeOnePlace(
    'write an invalid text',
    ({ value }) => typeof value === 'string',
    (dice, place) => put(place, oneOf(dice, TEXTS)),
  ),
  changeOnePlace('put garbage', anywhere, (dice, place) => put(place, garbage(dice))),
  changeOnePlace(
    'cut a piece out of a list',
    ({ value }) => Array.isArray(value),
    (dice, place) => {
      const list = listAt(place);
      list.splice(dice(list.length + 1), 1 + dice(3), ...(dice(2) === 0 ? [garbage(dice)] : []));
    },
  ),
  changeOnePlace('double an element', isInList, (_dice, { parent, key, value }) => {
    if (Array.isArray(parent)) parent.splice(Number(key), 0, copyOf(value));
  }),
  changeOnePlace(
    'reverse a list',
    ({ value }) => listAt({ value } as Place).length > 1,
    (_dice, place) => {
      listAt(place).reverse();
    },
  ),
  (dice, places) => {
    const [firstPlace, secondPlace] = [oneOf(dice, places), oneOf(dice, places)];
    // A place cannot be swapped with a part of itself.
    if (firstPlace.path.startsWith(secondPlace.path) || secondPlace.path.startsWith(firstPlace.path)) return null;
    put(firstPlace, secondPlace.value);
    put(secondPlace, firstPlace.value);
    return `swap ${firstPlace.path} and ${secondPlace.path}`;
  },
  (dice, places) => {
    const target = oneOf(dice, places);
    const similarPlaces = places.filter(({ key, value }) => key === target.key && typeof value === typeof target.value);
    const source = oneOf(dice, similarPlaces);
    put(target, copyOf(source.value));
    return `copy ${source.path} to ${target.path}`;
  },
  changeOnePlace('copy a part elsewhere', anywhere, (dice, place) => {
    const copy = copyOf(place.value);
    put(place, dice(2) === 0 ? [copy, copy] : { [place.key]: copy });
  }),
];

type TextChange = (dice: Dice, text: string) => string;

const INSERTED_CHARACTERS = [
  '"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '0',
  '9',
  '-',
  'e',
  '.',
  '\\',
  '\\u0000',
  '\\ud83d',
  ' ',
  'é',
  '\0',
];

const TEXT_CHANGES: Record<string, TextChange> = {
  'cut off the end': (dice, text) => text.slice(0, dice(text.length)),
  'cut off the beginning': (dice, text) => text.slice(dice(text.length)),
  'insert a character': (dice, text) => spliceText(text, dice(text.length), 0, oneOf(dice, INSERTED_CHARACTERS)),
  'overwrite a character': (dice, text) => spliceText(text, dice(text.length), 1, oneOf(dice, INSERTED_CHARACTERS)),
  'remove a slice': (dice, text) => spliceText(text, dice(text.length), dice(40), ''),
  'double a slice': (dice, text) => {
    const from = dice(text.length);
    return spliceText(text, from, 0, text.slice(from, from + 1 + dice(200)));
  },
  'change a digit': (dice, text) => {
    const digits = [...text.matchAll(/\d/g)];
    return spliceText(text, oneOf(dice, digits).index, 1, String(dice(10)));
  },
  'double a key': (dice, text) => {
    const keys = [...text.matchAll(/"\w+":/g)];
    const { index, 0: key } = oneOf(dice, keys);
    return spliceText(text, index, 0, `${key}${JSON.stringify(garbage(dice))},`);
  },
  'write the text twice': (_dice, text) => text + text,
};

const spliceText = (text: string, from: number, length: number, insert: string): string =>
  text.slice(0, from) + insert + text.slice(from + length);

function flipBits(dice: Dice, bytes: Uint8Array): Uint8Array {
  for (let remaining = 1 + dice(3); remaining > 0; remaining -= 1) {
    const index = dice(bytes.length);
    bytes[index] = (bytes[index] ?? 0) ^ (1 << dice(8));
  }
  return bytes;
}

/** Returns the backup `text` with the corruption that the seed decides. */
export function corruptBackup(text: string, seed: number): CorruptedBackup {
  const dice = diceOf(seed);
  const encoder = new TextEncoder();
  const draw = dice(20);
  if (draw === 0) return { changes: 'flip bits', bytes: flipBits(dice, encoder.encode(text)) };
  if (draw < 6) {
    const [description, change] = oneOf(dice, Object.entries(TEXT_CHANGES));
    return { changes: description, bytes: encoder.encode(change(dice, text)) };
  }
  const file = JSON.parse(text) as JsonObject;
  const descriptions: string[] = [];
  for (let remaining = draw < 15 ? 1 : 1 + dice(4); remaining > 0; remaining -= 1) {
    const places = placesIn(file);
    if (places.length === 0) break;
    const description = oneOf(dice, dice(5) === 0 ? MILD_CHANGES : HARSH_CHANGES)(dice, places, file);
    if (description) descriptions.push(description);
  }
  return { changes: descriptions.join(', ') || 'nothing', bytes: encoder.encode(JSON.stringify(file)) };
}
