import type { Messages } from '@/i18n/messages';
import { common } from './common';
import { household } from './household';
import { nights } from './nights';
import { tonight } from './tonight';

const words: Messages = { common, tonight, nights, household };

export default words;
