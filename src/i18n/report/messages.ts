import type { MessageShape } from '@/i18n/messages';
import type { report } from './en';

/**
 * The shape of the messages of `npm run report` in every language: the English ones define the
 * keys.
 */
export type ReportMessages = MessageShape<typeof report>;
