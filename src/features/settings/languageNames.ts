import type { Language } from '@/i18n/translator';

/** Each language is named in itself, whatever the language of the screen. */
const LANGUAGE_NAMES = { en: 'English', fr: 'Français' } as const;

export const languageName = (language: Language): string => LANGUAGE_NAMES[language];
