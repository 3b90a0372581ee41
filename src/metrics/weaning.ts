import type { Figure } from './figure';
import { share } from './percentiles';

/** Recoveries without a feed. */
export interface Weaning {
  /** Of the recoveries, those in which no feed was logged, 0 to 1; null without any. */
  withoutFeed: number | null;
  /** Recoveries: counted incidents that settled, alone or not. */
  n: number;
}

/**
 * How often sleep comes back without a feed, over counted incidents that settled. What was not logged is not known: a feed
 * nobody tapped counts as none.
 *
 * @example three recoveries, a feed in one of them → withoutFeed 0.667, n 3
 */
export function weaning(): Figure<Weaning> {
  let [n, without] = [0, 0];
  return {
    add({ counted }) {
      for (const { resolution, remedies } of counted) {
        if (!resolution || resolution.outcome === 'upForDay') continue;
        n += 1;
        if (remedies.every(({ remedy }) => remedy !== 'feed')) without += 1;
      }
    },
    value: () => ({ withoutFeed: share(without, n), n }),
  };
}
