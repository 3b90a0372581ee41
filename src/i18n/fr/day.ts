import type { DayMessages } from '@/i18n/messages';
import { backup } from './backup';
import { gameday } from './gameday';
import { household } from './household';
import { nights } from './nights';

const words: DayMessages = { nights, household, backup, gameday };

export default words;
