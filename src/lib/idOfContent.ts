import { v5 } from 'uuid';

/** The namespace of all ids that are made of a content; it never changes. */
const NAMESPACE = '5a5e8f0e-6d0b-4b0c-9a53-1f6d1c9c2b7e';

/**
 * Returns the id of what these parts name, which is the same on every device and at any time: a
 * UUID of version 5 of the parts as JSON.
 */
export const idOfContent = (...parts: readonly (string | number | null)[]): string =>
  v5(JSON.stringify(parts), NAMESPACE);
