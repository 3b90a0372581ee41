import type { DayMessages } from '@/i18n/messages';
import { household } from './household';
import { nights } from './nights';

const words: DayMessages = { nights, household };

export default words;
