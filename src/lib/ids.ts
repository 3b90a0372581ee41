import { v7 } from 'uuid';

/**
 * Returns a new id for a row or an entry. A UUID of version 7 begins with the time, so ids sort in
 * the order in which they were made.
 */
export const newId = (): string => v7();
