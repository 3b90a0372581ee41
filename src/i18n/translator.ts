import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';

export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Nested messages of one language; {@link Path} names them. */
interface Tree {
  readonly [name: string]: string | Tree;
}

/** `woke`, `said.woke`: every message of a tree, and nothing else. */
export type Path<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Path<T[K]>}` }[keyof T & string];

export type Values = Record<string, string | number>;

/** Says messages of one language, plurals and all. More can be added while it is in use. */
export function createTranslator(language: Language) {
  const i18n = setupI18n({ locale: language, messages: { [language]: {} } });
  i18n.setMessagesCompiler(compileMessage);
  return {
    add: (words: object) => i18n.load(language, flatten(words as Tree, typeset[language])),
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

/** French puts a space before its high punctuation that must not break; written by hand it would be invisible in the source. */
const typeset: Record<Language, (text: string) => string> = {
  en: (text) => text,
  fr: (text) => text.replace(/ ([:;?!»])/g, '\u00a0$1').replace(/« /g, '«\u00a0'),
};

/** `{ tonight: { woke: '…' } }` as `{ 'tonight.woke': '…' }`. */
function flatten(words: Tree, set: (text: string) => string, path = ''): Record<string, string> {
  return Object.entries(words).reduce<Record<string, string>>((flat, [name, value]) => {
    const key = path + name;
    return Object.assign(flat, typeof value === 'string' ? { [key]: set(value) } : flatten(value, set, `${key}.`));
  }, {});
}
