import { type DatabaseTrouble, InfernalDatabase } from './database';
import { type SideContent, sideFactory } from './sideDatabase';

/*
 * The second log is begun when the first one cannot be opened. It is another database, in Chromium
 * in a storage bucket of its own, so that it shares no file with the damaged one. The side database
 * remembers that it is in use.
 */

const SECOND_DATABASE_NAME = 'infernalops-second';
/** The fact of the side database that says that the second log is in use. */
export const SECOND_LOG_FACT = 'secondLog';

/** Whether the app goes on in the second log. */
export const isSecondLogInUse = ({ facts }: SideContent): boolean => facts.some(({ id }) => id === SECOND_LOG_FACT);

/** Returns the second log, not yet opened. */
export async function createSecondLog(onTrouble?: (trouble: DatabaseTrouble) => void): Promise<InfernalDatabase> {
  return new InfernalDatabase(SECOND_DATABASE_NAME, onTrouble, undefined, await sideFactory());
}
