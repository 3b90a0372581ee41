import type { MessageShape } from '@/i18n/messages';
import type { report } from './en';

/** The shape of the report's messages in every language: the English messages define the keys. */
export type ReportMessages = MessageShape<typeof report>;
