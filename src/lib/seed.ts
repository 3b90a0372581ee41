/** A seed nobody chose, for a household that has not been seen before. */
export const newSeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
