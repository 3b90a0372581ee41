import type { MessageKey } from '@/i18n/messages';
import { createTranslator, type Language, type MessagePath, type MessageValues } from '@/i18n/translator';
import { loadTranslation } from '@/i18n/useTranslation';
import { report as en } from './en';
import { report as fr } from './fr';
import type { ReportMessages } from './messages';

export interface ReportTranslation {
  locale: string;
  /** Translates a message of the report. */
  tReport: (key: MessagePath<ReportMessages>, values?: MessageValues) => string;
  /** Translates a message of the app, where the report has the same text. */
  t: (key: MessageKey, values?: MessageValues) => string;
}

/**
 * Loads the messages of the command line: those of the report, which no screen loads, and those of
 * the app.
 */
export async function loadReportTranslation(language: Language): Promise<ReportTranslation> {
  const translation = await loadTranslation(language, []);
  await translation.loadDayMessages();
  const { addMessages, translate } = createTranslator(language);
  addMessages(language === 'fr' ? fr : en);
  return { locale: language === 'fr' ? 'fr-FR' : 'en-GB', tReport: translate, t: translation.t };
}
