import { type Messages, setupI18n } from '@lingui/core';
import { type CompiledWords, compileWords } from './compileWords';

export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** `woke`, `said.woke`: every message of a tree, and nothing else. */
export type Path<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Path<T[K]>}` }[keyof T & string];

export type Values = Record<string, string | number>;

/** Says messages of one language, plurals and all. More can be added while it is in use. */
export function createTranslator(language: Language) {
  const i18n = setupI18n({ locale: language, messages: { [language]: {} } });
  return {
    add: (words: object) => i18n.load(language, flatten(compileWords(words, language))),
    say: (key: string, values: Values = {}): string =>
      i18n
        ._(
          key,
          mapValues(values, (text) => text.replaceAll('\\', STAND_IN)),
        )
        .replaceAll(STAND_IN, '\\'),
  };
}

/** Lingui reads `\\u0041` and `\\x41` in what it is told, too: a name with a backslash must come out as it went in. */
const STAND_IN = '\uE000';

const mapValues = (values: Values, map: (text: string) => string): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? map(value) : value]),
  );

/** `{ tonight: { woke: '…' } }` as `{ 'tonight.woke': … }`. */
function flatten(words: CompiledWords, path = ''): Messages {
  return Object.entries(words).reduce<Messages>((flat, [name, value]) => {
    const key = path + name;
    // A bare text would be taken for one that is still to be parsed.
    if (typeof value === 'string') flat[key] = [value];
    else if (Array.isArray(value)) flat[key] = value;
    else Object.assign(flat, flatten(value as CompiledWords, `${key}.`));
    return flat;
  }, {});
}
