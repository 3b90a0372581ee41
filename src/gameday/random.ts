/*
 * Random numbers from a seed. The code uses only +, ×, shifts and comparisons, never Math.log or
 * Math.pow, whose last digits may differ between engines. The same seed must give the same bytes
 * everywhere.
 */

/** Each purpose has its own generator, so that a change to the naps does not change the nights. */
const STREAMS = ['ids', 'people', 'calendar', 'night', 'illness', 'chores', 'naps', 'phones'] as const;
type Stream = (typeof STREAMS)[number];

export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  chance(probability: number): boolean;
  /** A whole number from `min` to `max`, both included. */
  integer(min: number, max: number): number;
  /** Undefined only for an empty list. */
  pick<T>(items: readonly [T, ...T[]]): T;
  pick<T>(items: readonly T[]): T | undefined;
  /**
   * Returns one of the items, with probabilities in proportion to the weights. Weights are not
   * negative and not all 0.
   */
  weighted<T>(items: readonly (readonly [item: T, weight: number])[]): T;
  /**
   * Returns a random count with this mean, between 0 and twice the mean, rounded up, or 1 if that
   * is 0. It is the number of heads when that many coins are tossed.
   */
  count(mean: number): number;
  /**
   * Returns 122 random bits in the form of a UUID of version 4. The app makes ids of version 7, so
   * the two can never be equal.
   */
  uuid(): string;
}

const WORD = 2 ** 32;
/** The number of values that PractRand discards before it trusts the state. */
const WARM_UP = 15;

/**
 * Creates the generator of a seed, a stream and an index in the stream (a night, or a block of
 * weeks).
 * Algorithm: sfc32 by Chris Doty-Humphrey, from PractRand (public domain),
 * https://pracrand.sourceforge.net/
 */
export function createRandom(seed: number, stream: Stream, index = 0): Random {
  let a = seed >>> 0;
  let b = (Math.floor(seed / WORD) ^ (STREAMS.indexOf(stream) << 24)) >>> 0;
  let c = index >>> 0;
  let counter = 1;
  const word = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let turn = 0; turn < WARM_UP; turn += 1) word();
  return randomFromWords(word);
}

function randomFromWords(word: () => number): Random {
  const next = () => word() / WORD;
  const integer = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  const chance = (probability: number) => next() < probability;

  function pick<T>(items: readonly [T, ...T[]]): T;
  function pick<T>(items: readonly T[]): T | undefined;
  function pick<T>(items: readonly T[]): T | undefined {
    return items[integer(0, items.length - 1)];
  }

  function weighted<T>(items: readonly (readonly [item: T, weight: number])[]): T {
    let left = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [item, weight] of items) {
      left -= weight;
      if (left < 0) return item;
    }
    // Rounding errors may leave a small rest after the last item.
    const last = items.findLast(([, weight]) => weight > 0);
    if (!last) throw new Error('nothing to choose from');
    return last[0];
  }

  function count(mean: number): number {
    const coins = Math.max(1, Math.ceil(mean * 2));
    let heads = 0;
    for (let coin = 0; coin < coins; coin += 1) if (chance(mean / coins)) heads += 1;
    return heads;
  }

  const hex = () => word().toString(16).padStart(8, '0');
  function uuid(): string {
    const [first, second, third, fourth] = [hex(), hex(), hex(), hex()];
    const variant = (8 + (Number.parseInt(third.slice(0, 1), 16) % 4)).toString(16);
    // The parts are joined and not put into a template, which would keep every part in memory for
    // hundreds of thousands of ids.
    return [
      first,
      second.slice(0, 4),
      `4${second.slice(5)}`,
      `${variant}${third.slice(1, 4)}`,
      `${third.slice(4)}${fourth}`,
    ].join('-');
  }

  return { next, chance, integer, pick, weighted, count, uuid };
}
