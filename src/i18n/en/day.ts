import { backup } from './backup';
import { dashboard } from './dashboard';
import { exporting } from './export';
import { gameday } from './gameday';
import { household } from './household';
import { nights } from './nights';
import { originals } from './originals';
import { rota } from './rota';
import { runbooks } from './runbooks';

/** What is said by day: loaded with the first screen that needs it. */
export default { nights, dashboard, household, backup, gameday, exporting, rota, runbooks, originals };
