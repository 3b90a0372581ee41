import { createContext, useContext } from 'react';
import type { DayMessages, MessageKey, NightMessages } from './messages';
import { createTranslator, LANGUAGES, type Language, type MessageValues } from './translator';

/** Says a message in the chosen language. A key that does not exist does not compile. */
type Translate = (key: MessageKey, values?: MessageValues) => string;

export interface Translation {
  language: Language;
  /** The device's own locale of that language, which knows about 12 and 24 hours. */
  locale: string;
  t: Translate;
  /** Loads the words of the screens by day, once; until then `t` does not know them. */
  loadDayMessages: () => Promise<void>;
}

/** The language the device asks for first among ours; English if it asks for neither. */
export function deviceLanguage(asked: readonly string[]): Language {
  const tags = asked.map((tag) => tag.slice(0, 2).toLowerCase());
  return tags.map((tag) => LANGUAGES.find((language) => language === tag)).find((known) => known !== undefined) ?? 'en';
}

/** Loads one language, and no other, as far as it is needed before the first tap. */
export async function loadTranslation(language: Language, asked: readonly string[]): Promise<Translation> {
  const nightMessages: { default: NightMessages } = await (language === 'fr'
    ? import('./fr/night')
    : import('./en/night'));
  const { addMessages, translate } = createTranslator(language);
  addMessages(nightMessages.default);
  let loadingDay: Promise<void> | null = null;
  const loadDay = async () => {
    const day: { default: DayMessages } = await (language === 'fr' ? import('./fr/day') : import('./en/day'));
    addMessages(day.default);
  };
  return {
    language,
    locale: asked.find((tag) => tag.toLowerCase().startsWith(language)) ?? language,
    t: translate,
    loadDayMessages: () => {
      loadingDay ??= loadDay();
      return loadingDay;
    },
  };
}

export const TranslationContext = createContext<Translation | null>(null);

export function useTranslation(): Translation {
  const words = useContext(TranslationContext);
  if (!words) throw new Error('no words: WordsContext is missing above');
  return words;
}
