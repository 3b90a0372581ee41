/*
 * How many random draws a property has, and from which seed. A failing property prints its seed;
 * `DRAW_SEED=<seed> npx vitest run <file>` draws the same again. `npm run soak` sets DRAWS.
 */

/**
 * A draw varies the log and not the zone of the machine, which is the same for all draws of a run:
 * the whole number of them is tried in UTC, and in each of the three other zones a part.
 */
const SHARE_IN_OTHER_ZONES = 0.2;

const { DRAWS = '1', DRAW_SEED, TZ } = process.env;

/** What fast-check is told: `count` draws in a usual run, from `seed` where it is given. */
export function draws(count: number, seed?: number): { numRuns: number; seed?: number } {
  const share = TZ === 'UTC' ? 1 : SHARE_IN_OTHER_ZONES;
  const chosen = DRAW_SEED === undefined ? seed : Number(DRAW_SEED);
  return {
    numRuns: Math.ceil(count * share * Number(DRAWS)),
    ...(chosen !== undefined && { seed: chosen }),
  };
}

/** How many draws a property has that says nothing of it: as many as fast-check has by itself. */
const USUAL_DRAWS = 100;

/** Gives them to the properties that say nothing of it, where they are not as usual. */
export async function setUsualDraws(): Promise<void> {
  if (DRAWS === '1' && DRAW_SEED === undefined) return;
  const { default: fc } = await import('fast-check');
  fc.configureGlobal(draws(USUAL_DRAWS));
}
