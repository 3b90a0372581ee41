/**
 * How many runs the laws have, from which seed. It is printed, so that `DRAW_SEED=<seed>` repeats
 * the runs.
 */
export function lawRuns(title: string, count: number): { numRuns: number; seed: number } {
  const seed = Number(process.env.DRAW_SEED ?? Date.now() % 1_000_000);
  process.stderr.write(`${title}: ${count} runs, DRAW_SEED=${seed}\n`);
  return { numRuns: count, seed };
}
