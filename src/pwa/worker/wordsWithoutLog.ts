import type { PagerWords } from '@/domain/paging/pagerWords';

/**
 * What a phone says that has no words yet, or whose log cannot be read: in both languages, because
 * the worker does not know which one is spoken.
 */
export const WORDS_WITHOUT_LOG: PagerWords = {
  locale: 'en-GB',
  pageTitle: 'Page · Bip',
  pageBody: 'You are paged. · On vous bipe.',
  up: 'I’m up · J’y vais',
  cannot: 'I can’t · Je ne peux pas',
  overTitle: 'InfernalOps',
  somebodyUp: '✓',
  asleepAgain: '✓',
  answered: '✓',
  unreadableTitle: 'Page · Bip',
  unreadableBody: 'Open the app. · Ouvrez l’app.',
  handover: 'You are on call. · À vous la garde.',
  testTitle: 'Test',
  testBody: '✓',
  notWritten: 'Open the app. · Ouvrez l’app.',
};
