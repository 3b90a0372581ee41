import type { Instant } from '@/lib/time';
import type { FirstPeople } from './firstHousehold';
import type { SideContent, SideFact } from './sideDatabase';

/*
 * The witness remembers outside of the log that there was one, so that a log that is gone is not
 * taken for a first start. It is in the side database, in localStorage and in a cache: a browser
 * that clears one of them may leave another. If it clears everything, nothing can be known
 * (docs/data.md).
 */

/** The first log and the second one have a witness each. */
export type WitnessId = 'witness' | 'secondWitness';

/** The key of a witness in localStorage. */
export const witnessKey = (id: WitnessId): string => `infernalops.${id}`;

/** What the device remembers of the log. */
export interface Witness extends SideFact {
  id: WitnessId;
  logId: string;
  seenAt: Instant;
  /** The number of incidents, with those marked deleted: only a restore or an erasure lowers it. */
  incidentCount: number;
  /** The incident that was changed last, and when. */
  latest: { id: string; changedAt: Instant } | null;
  /** A log in place of a lost one begins with the same people: kept taps find their child. */
  people: FirstPeople;
}

/** Returns a witness, from the side database or else from localStorage; null if there is none. */
export function findWitness({ facts }: SideContent, wanted: WitnessId = 'witness'): Witness | null {
  return (facts.find(({ id }) => id === wanted) as Witness | undefined) ?? readSaved(wanted);
}

function readSaved(wanted: WitnessId): Witness | null {
  try {
    const saved: Witness | null = JSON.parse(localStorage.getItem(witnessKey(wanted)) ?? 'null');
    return saved?.id === wanted ? saved : null;
  } catch {
    return null;
  }
}
