import type { Theme } from '@/app/useTheme';
import { LANGUAGES, type Language } from '@/i18n/translator';

export { LANGUAGES };
export const THEMES = ['night', 'dark', 'light'] as const satisfies readonly Theme[];

/** What the address of the gallery asks for: `?language=fr&theme=light`, or `?view=all`. */
export interface GalleryChoice {
  language: Language;
  theme: Theme;
  /** Whether all languages and themes are shown beside each other, each in a frame. */
  all: boolean;
}

/** Reads the query of an address; what it does not name, or names wrongly, is English and the night theme. */
export function readChoice(query: string): GalleryChoice {
  const asked = new URLSearchParams(query);
  return {
    language: LANGUAGES.find((language) => language === asked.get('language')) ?? 'en',
    theme: THEMES.find((theme) => theme === asked.get('theme')) ?? 'night',
    all: asked.get('view') === 'all',
  };
}

/** The query of a language in a theme. */
export const queryOf = (language: Language, theme: Theme): string => `?language=${language}&theme=${theme}`;
