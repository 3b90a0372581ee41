import { type Messages, setupI18n } from '@lingui/core';
import { type CompiledMessages, compileMessages } from './compileMessages';

export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The path of any message in a tree, such as `woke` or `toast.woke`. */
export type MessagePath<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${MessagePath<T[K]>}`;
}[keyof T & string];

export type MessageValues = Record<string, string | number>;

/**
 * Creates a translator for one language, with plurals. More messages can be added while it is in
 * use.
 */
export function createTranslator(language: Language) {
  const i18n = setupI18n({ locale: language, messages: { [language]: {} } });
  return {
    addMessages: (words: object) => i18n.load(language, flatten(compileMessages(words, language))),
    translate: (key: string, values: MessageValues = {}): string =>
      i18n
        ._(
          key,
          mapValues(values, (text) => text.replaceAll('\\', BACKSLASH_PLACEHOLDER)),
        )
        .replaceAll(BACKSLASH_PLACEHOLDER, '\\'),
  };
}

/**
 * Lingui interprets `\\u0041` and `\\x41` in values, too. A placeholder protects the backslashes,
 * so that a name comes out as it went in.
 */
const BACKSLASH_PLACEHOLDER = '\uE000';

const mapValues = (values: MessageValues, map: (text: string) => string): MessageValues =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? map(value) : value]),
  );

/** Turns `{ tonight: { woke: '…' } }` into `{ 'tonight.woke': … }`. */
function flatten(words: CompiledMessages, path = ''): Messages {
  return Object.entries(words).reduce<Messages>((flat, [name, value]) => {
    const key = path + name;
    // Lingui would parse a plain string again; an array counts as compiled. Everything else is a
    // nested tree.
    if (typeof value === 'string') flat[key] = [value];
    else if (Array.isArray(value)) flat[key] = value;
    else Object.assign(flat, flatten(value as CompiledMessages, `${key}.`));
    return flat;
  }, {});
}
