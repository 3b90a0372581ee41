import type { Theme } from '@/app/useTheme';
import { LANGUAGES, type Language } from '@/i18n/translator';

export { LANGUAGES };
export const THEMES = ['night', 'dark', 'light'] as const satisfies readonly Theme[];

/** What the address of the gallery asks for: `?language=fr&theme=light`, or `?view=all`. */
export interface GalleryChoice {
  language: Language;
  theme: Theme;
  /** Whether all languages and themes are shown side by side, each in an iframe. */
  all: boolean;
}

/**
 * Parses the query of an address. A language or theme that is missing or unknown becomes English or
 * the night theme.
 */
export function readChoice(query: string): GalleryChoice {
  const params = new URLSearchParams(query);
  return {
    language: LANGUAGES.find((language) => language === params.get('language')) ?? 'en',
    theme: THEMES.find((theme) => theme === params.get('theme')) ?? 'night',
    all: params.get('view') === 'all',
  };
}

/** Returns the query that asks for a language and a theme. */
export const queryOf = (language: Language, theme: Theme): string => `?language=${language}&theme=${theme}`;
