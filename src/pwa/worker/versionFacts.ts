/*
 * What the worker knows about the versions on this device. It is kept as names of entries in a
 * cache, one fact an entry. A fact is added or removed, never changed, so a browser that is killed
 * at any moment loses at most the last fact and none of the others.
 */

export interface VersionFacts {
  /** How many times another version has taken over. */
  takeovers: number;
  /** The version that took over last; null if none has. */
  current: string | null;
  /** The version that worked before it; null if there was none. */
  before: string | null;
  /** Whether a page of the current version has come up. */
  isUp: boolean;
  /** How many loads of the current version have begun, until one came up. */
  starts: number;
  /** Whether the version before is answered in place of the current one. */
  isHandedBack: boolean;
}

/** A version that has begun this often and never came up hands back to the one before. */
const STARTS_ALLOWED = 2;

/** Stands for "no version before" in the name of a fact. */
const NONE = '-';

export const takeoverFact = (takeovers: number, current: string, before: string | null): string =>
  `takeover/${takeovers}/${current}/${before ?? NONE}`;
export const startFact = (version: string, start: number): string => `start/${version}/${start}`;
export const upFact = (version: string): string => `up/${version}`;
export const handedBackFact = (version: string): string => `handed-back/${version}`;

/** Combines facts, in any order. Of several takeovers the latest counts. */
export function combineFacts(facts: readonly string[]): VersionFacts {
  const takeovers = facts
    .map((fact) => /^takeover\/(\d+)\/([^/]+)\/([^/]+)$/.exec(fact))
    .filter((match) => match !== null)
    .map(([, number, current = '', before = NONE]) => ({ number: Number(number), current, before }))
    .sort((a, b) => b.number - a.number);
  const latest = takeovers[0];
  const current = latest?.current ?? null;
  return {
    takeovers: latest?.number ?? 0,
    current,
    before: latest && latest.before !== NONE ? latest.before : null,
    isUp: current !== null && facts.includes(upFact(current)),
    starts: facts.filter((fact) => fact.startsWith(`start/${current}/`)).length,
    isHandedBack: current !== null && facts.includes(handedBackFact(current)),
  };
}

/** The version that the next load of the page gets; null if no version has taken over yet. */
export const nextVersion = ({ isHandedBack, before, current }: VersionFacts): string | null =>
  isHandedBack && before !== null ? before : current;

/** Whether the version before must be answered from now on, because this one never came up. */
export const mustHandBack = ({ isUp, isHandedBack, before, starts }: VersionFacts): boolean =>
  !isUp && !isHandedBack && before !== null && starts >= STARTS_ALLOWED;
