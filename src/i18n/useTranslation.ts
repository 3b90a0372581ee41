import { createContext, useContext } from 'react';
import { chooseLocales, type HoursChoice, type Locales } from './chooseLocales';
import type { DayMessages, MessageKey, NightMessages } from './messages';
import { createTranslator, LANGUAGES, type Language, type MessageValues } from './translator';

/** Returns a message in the chosen language. A key that does not exist does not compile. */
type Translate = (key: MessageKey, values?: MessageValues) => string;

export interface Translation extends Locales {
  language: Language;
  /** The choice that the locales follow. */
  hours: HoursChoice;
  t: Translate;
  /** Loads the messages of the day screens, once. Until then `t` does not know them. */
  loadDayMessages: () => Promise<void>;
}

/**
 * Returns the first of the device's languages that the app has; English if it has none of them.
 *
 * @param locales the device's locales in order of preference, as from `deviceLocales`
 */
export function deviceLanguage(locales: readonly string[]): Language {
  const languages = locales.map((tag) => tag.slice(0, 2) as Language);
  return languages.find((language) => LANGUAGES.includes(language)) ?? 'en';
}

/**
 * Loads the messages of one language that are needed before the first tap, and no other language.
 *
 * @param locales the device's locales in order of preference, all usable, as from `deviceLocales`
 */
export async function loadTranslation(
  language: Language,
  locales: readonly string[],
  hours: HoursChoice = null,
): Promise<Translation> {
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
    hours,
    ...chooseLocales(language, locales, hours),
    t: translate,
    loadDayMessages: () => {
      loadingDay ??= loadDay();
      return loadingDay;
    },
  };
}

export const TranslationContext = createContext<Translation | null>(null);

export function useTranslation(): Translation {
  const translation = useContext(TranslationContext);
  if (!translation) throw new Error('no translation: TranslationContext is missing above');
  return translation;
}
