/*
 * Commands of sheets that are loaded only when they are opened. A start that finds pending writes
 * imports this file, so that these commands are registered, and with them the migration of pending
 * writes of an older app.
 */
import './chores';
import './health';
import './people';

export { pendingToVersion2 } from './migrations/pending';
