import type { DayMessages } from '@/i18n/messages';
import { backup } from './backup';
import { dashboard } from './dashboard';
import { exporting } from './export';
import { gameday } from './gameday';
import { household } from './household';
import { nights } from './nights';
import { originals } from './originals';
import { rota } from './rota';
import { runbooks } from './runbooks';

const words: DayMessages = { nights, dashboard, household, backup, gameday, exporting, rota, runbooks, originals };

export default words;
