/*
 * How many random draws a property has, and from which seed. A failing property prints its seed;
 * `DRAW_SEED=<seed> npx vitest run <file>` draws the same again. `npm run soak` sets DRAWS.
 */

/**
 * A draw varies the log but not the zone of the machine, which is the same for all draws of a run.
 * All draws run in UTC, and a share of them runs in each of the three other zones.
 */
const SHARE_IN_OTHER_ZONES = 0.2;

const { DRAWS = '1', DRAW_SEED, TZ } = process.env;

/** Returns the options for fast-check: `count` draws in a usual run, from `seed` if it is given. */
export function draws(count: number, seed?: number): { numRuns: number; seed?: number } {
  const share = TZ === 'UTC' ? 1 : SHARE_IN_OTHER_ZONES;
  const chosenSeed = DRAW_SEED === undefined ? seed : Number(DRAW_SEED);
  return {
    numRuns: Math.ceil(count * share * Number(DRAWS)),
    ...(chosenSeed !== undefined && { seed: chosenSeed }),
  };
}

/** The number of draws of a property that sets none: fast-check's own default. */
const USUAL_DRAWS = 100;

/** Applies DRAWS and DRAW_SEED to the properties that set no number of draws. */
export async function setUsualDraws(): Promise<void> {
  if (DRAWS === '1' && DRAW_SEED === undefined) return;
  const { default: fc } = await import('fast-check');
  fc.configureGlobal(draws(USUAL_DRAWS));
}
