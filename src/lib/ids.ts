import { v5, v7 } from 'uuid';

/**
 * Returns a new id for a row or an entry. A UUID of version 7 begins with the time, so ids sort in
 * the order in which they were made.
 */
export const newId = (): string => v7();

/** The namespace of all ids that are made of a content; it never changes. */
const NAMESPACE = '5a5e8f0e-6d0b-4b0c-9a53-1f6d1c9c2b7e';

/**
 * Returns the id of what these parts name, which is the same on every device and at any time: a
 * UUID of version 5 of the parts as JSON.
 */
export const idOfContent = (...parts: readonly (string | number | null)[]): string =>
  v5(JSON.stringify(parts), NAMESPACE);
