import type { MessageKey } from '@/i18n/messages';
import { createTranslator, type Language, type MessagePath, type MessageValues } from '@/i18n/translator';
import { loadTranslation } from '@/i18n/useTranslation';
import { report as en } from './en';
import { report as fr } from './fr';
import type { ReportMessages } from './messages';

export interface ReportTranslation {
  locale: string;
  /** A message of the report. */
  tReport: (key: MessagePath<ReportMessages>, values?: MessageValues) => string;
  /** A message of the app, where the report says the same. */
  t: (key: MessageKey, values?: MessageValues) => string;
}

/** The words of the command line: its own, which no screen loads, and the app's. */
export async function loadReportTranslation(language: Language): Promise<ReportTranslation> {
  const words = await loadTranslation(language, []);
  await words.loadDayMessages();
  const { addMessages, translate } = createTranslator(language);
  addMessages(language === 'fr' ? fr : en);
  return { locale: language === 'fr' ? 'fr-FR' : 'en-GB', tReport: translate, t: words.t };
}
