import { v7 } from 'uuid';

/** A new id for a row or an entry. Version 7 begins with the time, so rows made one after the other sort that way. */
export const newId = (): string => v7();
