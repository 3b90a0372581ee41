import type { Translation } from './useTranslation';

/** Returns the words that an entry about a runbook needs, in the reader's language. */
export const runbookEntryWords = (t: Translation['t']) => ({
  formerStep: t('originals.ourBed'),
  goneStep: t('nights.entry.goneStep'),
  noRunbook: t('sheets.noRunbook'),
  goneRunbook: t('dashboard.runbooks.gone'),
});
