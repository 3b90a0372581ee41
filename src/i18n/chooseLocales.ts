import type { Language } from './translator';

/** The clock that a person chose for this device: 12 or 24 hours. Null means that of the device. */
export type HoursChoice = 12 | 24 | null;

export interface Locales {
  /** Formats dates and times: the language's words, the device's order and hours. */
  locale: string;
  /** Formats numbers: the device's separators, whatever the language. */
  numberLocale: string;
}

/**
 * Returns the locales for one language on one device. The words are the language's; the hours, the
 * order of a date and the separators are those of the device's region. A German phone with English
 * words shows `14:30` and `1.234,5`. Digits are always 0 to 9, as in a duration.
 *
 * @param locales the device's locales, all of which `Intl` accepts, the preferred one first
 */
export function chooseLocales(language: Language, locales: readonly string[], hours: HoursChoice): Locales {
  // English without a region is spoken everywhere, so it names no region.
  const preferred = new Intl.Locale(locales.find((tag) => tag !== 'en') ?? language);
  const { region = 'US' } = preferred.maximize();
  const knowsRegion = (tag: string | Intl.Locale) => Intl.NumberFormat(tag).resolvedOptions().locale.includes(region);
  // Intl ignores a region that it does not know in this language, such as Brazil in English. The
  // language of that region then shows its habits.
  const regional = knowsRegion(preferred) ? preferred : new Intl.Locale(`und-${region}`).maximize();
  const hour12 = hours ? hours < 24 : new Intl.DateTimeFormat(regional, { hour: 'numeric' }).resolvedOptions().hour12;
  const words = `${language}-${region}`;
  // English of a region that Intl does not know would be American. French with 12 hours would be
  // `2 h 43 a.m.` in Canada, which is too long for an axis.
  const isUsable = language === 'fr' ? !hour12 : knowsRegion(words);
  return {
    locale: `${isUsable ? words : `${language}-001`}-u-hc-h${hour12 ? 12 : 23}`,
    numberLocale: `${new Intl.Locale(regional, { numberingSystem: 'latn' })}`,
  };
}
