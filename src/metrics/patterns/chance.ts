/**
 * Returns the probability that at least `hits` of some independent events happen, each with its own
 * probability: the tail of the Poisson binomial distribution.
 *
 * @param probabilities 0 to 1 each
 * @example chanceOfAtLeast([0.5, 0.5], 1) → 0.75
 */
export function chanceOfAtLeast(probabilities: readonly number[], hits: number): number {
  // `distribution[k]` is the probability that k events have happened so far. The last element
  // stands for `hits` or more events.
  const distribution = new Float64Array(hits + 1);
  distribution[0] = 1;
  for (const probability of probabilities) {
    for (let count = hits; count > 0; count -= 1) {
      const stays = count === hits ? 1 : 1 - probability;
      distribution[count] = (distribution[count] ?? 0) * stays + (distribution[count - 1] ?? 0) * probability;
    }
    if (hits > 0) distribution[0] = (distribution[0] ?? 0) * (1 - probability);
  }
  return distribution[hits] ?? 0;
}
