import type { MessageShape } from '@/i18n/messages';
import type { report } from './en';

/** The shape of the report's words in every language: the English ones give the keys. */
export type ReportMessages = MessageShape<typeof report>;
