import { MINUTE_MS } from '@/lib/time';
import { totalMs, whereTwo } from './intervals';
import type { Reading } from './reading';

/** Stretches in which at least two children were awake at once: how many, and how many minutes. */
export interface Double {
  count: number;
  minutes: number;
}

/**
 * The double incident, within the windows of observed nights; each maximal stretch is one. Two children awake one after the other are none.
 * Source: metrics.md, `double`.
 *
 * @example Léo 2:43 to 3:03, Zoé 2:50 to 3:10 → count 1, minutes 13
 */
export function double({ observed }: Reading): Double {
  const stretches = observed.flatMap(({ downByChild }) => whereTwo([...downByChild.values()]));
  return { count: stretches.length, minutes: totalMs(stretches) / MINUTE_MS };
}
