/** A law that fails has this part of its time to find its runs and the smallest one that fails. */
const SHARE_OF_TIME = 0.8;

/**
 * Returns the options for fast-check. The seed is printed, and `DRAW_SEED=<seed>` repeats the runs.
 *
 * @param timeoutMs the time that the test has
 */
export function lawRuns(title: string, count: number, timeoutMs: number) {
  const seed = Number(process.env.DRAW_SEED ?? Date.now() % 1_000_000);
  process.stderr.write(`${title}: ${count} runs, DRAW_SEED=${seed}\n`);
  // Vitest would end a search that takes too long, and nobody would see what it has found.
  return {
    numRuns: count,
    seed,
    interruptAfterTimeLimit: timeoutMs * SHARE_OF_TIME,
    markInterruptAsFailure: true,
  };
}
