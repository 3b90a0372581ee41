/*
 * Random numbers from a seed. Only +, ×, shifts and comparisons are used, never Math.log or Math.pow, whose last digits may
 * differ between engines: the same seed has to make the same bytes everywhere.
 */

/** One generator a purpose, so that a change to the naps leaves every night as it was. */
const STREAMS = ['ids', 'people', 'calendar', 'night', 'illness', 'chores', 'naps'] as const;
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
  /** One of the items, each as often as its weight says. Weights are not negative and not all 0. */
  weighted<T>(items: readonly (readonly [item: T, weight: number])[]): T;
  /** A count with this mean, 0 to about twice of it: so many coins, so often heads. */
  count(mean: number): number;
  /** 122 random bits in the shape of a UUID of version 4. Ids the app makes are of version 7, so they cannot be the same. */
  uuid(): string;
}

const WORD = 2 ** 32;
/** As many as PractRand turns before it trusts the state. */
const WARM_UP = 15;

/**
 * A generator of its own for a seed, a stream and a place in it (a night, a block of weeks).
 * Algorithm: sfc32 by Chris Doty-Humphrey, from PractRand (public domain), https://pracrand.sourceforge.net/
 */
export function createRandom(seed: number, stream: Stream, place = 0): Random {
  let a = seed >>> 0;
  let b = (Math.floor(seed / WORD) ^ (STREAMS.indexOf(stream) << 24)) >>> 0;
  let c = place >>> 0;
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
  const whole = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  const chance = (probability: number) => next() < probability;

  function pick<T>(items: readonly [T, ...T[]]): T;
  function pick<T>(items: readonly T[]): T | undefined;
  function pick<T>(items: readonly T[]): T | undefined {
    return items[whole(0, items.length - 1)];
  }

  function weighted<T>(items: readonly (readonly [item: T, weight: number])[]): T {
    let left = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [item, weight] of items) {
      left -= weight;
      if (left < 0) return item;
    }
    // Rounding may leave a crumb after the last one.
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
    // Joined rather than put together in a template: that would keep every part in memory, for hundreds of thousands of ids.
    return [
      first,
      second.slice(0, 4),
      `4${second.slice(5)}`,
      `${variant}${third.slice(1, 4)}`,
      `${third.slice(4)}${fourth}`,
    ].join('-');
  }

  return { next, chance, integer: whole, pick, weighted, count, uuid };
}
