import type { DayMessages } from '@/i18n/messages';
import { backup } from './backup';
import { dashboard } from './dashboard';
import { exporting } from './export';
import { gameday } from './gameday';
import { household } from './household';
import { nights } from './nights';

const words: DayMessages = { nights, dashboard, household, backup, gameday, exporting };

export default words;
