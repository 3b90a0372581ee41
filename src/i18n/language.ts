import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { createContext, useContext } from 'react';
import type { DayMessages, Key, NightMessages } from './messages';

export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Says a message in the chosen language. A key that does not exist does not compile. */
type Translate = (key: Key, values?: Record<string, string | number>) => string;

export interface Words {
  language: Language;
  /** The device's own locale of that language, which knows about 12 and 24 hours. */
  locale: string;
  t: Translate;
  /** Loads the words of the screens by day, once; until then `t` does not know them. */
  day: () => Promise<void>;
}

/** The language the device asks for first among ours; English if it asks for neither. */
export function deviceLanguage(asked: readonly string[]): Language {
  const tags = asked.map((tag) => tag.slice(0, 2).toLowerCase());
  return tags.map((tag) => LANGUAGES.find((language) => language === tag)).find((known) => known !== undefined) ?? 'en';
}

/** Loads one language, and no other, as far as it is needed before the first tap. */
export async function loadWords(language: Language, asked: readonly string[]): Promise<Words> {
  const night: { default: NightMessages } = await (language === 'fr' ? import('./fr') : import('./en'));
  const i18n = setupI18n({ locale: language, messages: { [language]: flatten(night.default, typeset[language]) } });
  i18n.setMessagesCompiler(compileMessage);
  let loadingDay: Promise<void> | null = null;
  const loadDay = async () => {
    const day: { default: DayMessages } = await (language === 'fr' ? import('./fr/day') : import('./en/day'));
    i18n.load(language, flatten(day.default, typeset[language]));
  };
  return {
    language,
    locale: asked.find((tag) => tag.toLowerCase().startsWith(language)) ?? language,
    t: (key, values) => i18n._(key, values),
    day: () => {
      loadingDay ??= loadDay();
      return loadingDay;
    },
  };
}

/** French puts a space before its high punctuation that must not break; written by hand it would be invisible in the source. */
const typeset: Record<Language, (text: string) => string> = {
  en: (text) => text,
  fr: (text) => text.replace(/ ([:;?!»])/g, '\u00a0$1').replace(/« /g, '«\u00a0'),
};

/** `{ tonight: { woke: '…' } }` as `{ 'tonight.woke': '…' }`. */
function flatten(words: object, set: (text: string) => string, path = ''): Record<string, string> {
  return Object.entries(words).reduce<Record<string, string>>((flat, [name, value]: [string, string | object]) => {
    const key = path + name;
    return Object.assign(flat, typeof value === 'string' ? { [key]: set(value) } : flatten(value, set, `${key}.`));
  }, {});
}

export const WordsContext = createContext<Words | null>(null);

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('no words: WordsContext is missing above');
  return words;
}
