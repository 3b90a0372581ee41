/* The kept commands of sheets that are loaded when they are opened: named here, so that a start that finds one waiting knows it,
 * and with them what an older version of the app kept waiting. */
import './chores';
import './health';
import './people';

export { pendingToVersion2 } from './migrations/pending';
