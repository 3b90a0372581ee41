/** Returns a random seed, a 32-bit whole number, so that each GameDay gets another household. */
export const newSeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
