/*
 * Every command whose writes are kept when the storage fails. Some are loaded with the sheet that
 * uses them. A start that finds pending writes imports this file, so that all of them are
 * registered, and with them the migration of pending writes of an older app.
 */
import './chores';
import './correctIncident';
import './editIncident';
import './firstHousehold';
import './health';
import './incidents';
import './medicine';
import './nights';
import './paging';
import './people';
import './undo';

export { pendingToVersion2 } from './migrations/pending';
