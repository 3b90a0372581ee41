import { createInstance, type TFunction } from 'i18next';
import { createContext, useContext } from 'react';
import { createFormat, type Format } from './format';

export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A language's words and formats. `t` takes typed keys: one that does not exist does not compile. */
export interface Words {
  language: Language;
  /** The device's own locale of that language, which knows about 12 and 24 hours. */
  locale: string;
  t: TFunction;
}

/** The language the device asks for first among ours; English if it asks for neither. */
export function deviceLanguage(asked: readonly string[]): Language {
  const known = asked.map((tag) => tag.slice(0, 2).toLowerCase());
  return LANGUAGES.find((language) => language === known.find((tag) => LANGUAGES.some((ours) => ours === tag))) ?? 'en';
}

/** Loads one language, and no other. */
export async function loadWords(language: Language, asked: readonly string[]): Promise<Words> {
  const words = await (language === 'fr' ? import('./fr') : import('./en'));
  const i18n = createInstance();
  const t = await i18n.init({
    lng: language,
    ns: ['words'],
    defaultNS: 'words',
    resources: { [language]: { words: words.default } },
    // React escapes what it shows.
    interpolation: { escapeValue: false },
  });
  return { language, locale: asked.find((tag) => tag.toLowerCase().startsWith(language)) ?? language, t };
}

export const WordsContext = createContext<Words | null>(null);

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('no words: WordsContext is missing above');
  return words;
}

/** Formats for the household's zone in the words' locale. */
export const useFormat = (timeZone: string): Format => {
  const { locale } = useWords();
  return createFormat(locale, timeZone);
};
