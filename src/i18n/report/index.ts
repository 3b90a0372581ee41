import { loadWords } from '@/i18n/language';
import type { Key } from '@/i18n/messages';
import { createTranslator, type Language, type Path, type Values } from '@/i18n/translator';
import { report as en } from './en';
import { report as fr } from './fr';
import type { ReportMessages } from './messages';

export interface ReportWords {
  locale: string;
  /** A message of the report. */
  r: (key: Path<ReportMessages>, values?: Values) => string;
  /** A message of the app, where the report says the same. */
  t: (key: Key, values?: Values) => string;
}

/** The words of the command line: its own, which no screen loads, and the app's. */
export async function reportWords(language: Language): Promise<ReportWords> {
  const words = await loadWords(language, []);
  await words.day();
  const { add, say } = createTranslator(language);
  add(language === 'fr' ? fr : en);
  return { locale: language === 'fr' ? 'fr-FR' : 'en-GB', r: say, t: words.t };
}
