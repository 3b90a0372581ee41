import type { NightMessages } from '@/i18n/messages';
import { common } from './common';
import { tonight } from './tonight';

const words: NightMessages = { common, tonight };

export default words;
