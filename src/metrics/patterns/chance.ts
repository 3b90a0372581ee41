/**
 * The chance that at least `hits` of some independent things happen, each as likely as it is said to be: the tail of the
 * Poisson binomial distribution.
 *
 * @param probabilities 0 to 1 each
 * @example chanceOfAtLeast([0.5, 0.5], 1) → 0.75
 */
export function chanceOfAtLeast(probabilities: readonly number[], hits: number): number {
  // By how many have happened so far; the last place is "enough", and is not left again.
  const soFar = new Float64Array(hits + 1);
  soFar[0] = 1;
  for (const chance of probabilities) {
    for (let count = hits; count > 0; count -= 1) {
      const stays = count === hits ? 1 : 1 - chance;
      soFar[count] = (soFar[count] ?? 0) * stays + (soFar[count - 1] ?? 0) * chance;
    }
    if (hits > 0) soFar[0] = (soFar[0] ?? 0) * (1 - chance);
  }
  return soFar[hits] ?? 0;
}
