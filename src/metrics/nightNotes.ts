import type { ForgottenIncident } from '@/domain/forgotten';
import { type Day, earlierOf, type Instant } from '@/lib/time';
import type { NightFacts } from './nightFacts';

/** What must be said beside a night's figures, so that they are not read wrongly. */
export interface NightNote {
  night: Day;
  /**
   * Since when a child was awake who did not sleep when the window began; the earliest of several
   * children, null if all slept.
   */
  awakeSince: Instant | null;
  /** Incidents that nobody ended and that count in this night, or are downtime in it. */
  forgotten: readonly ForgottenIncident[];
  /** Whether somebody was called, or did not wake, in any incident of this night. */
  wasEscalated: boolean;
}

export function nightNote({ night, awakeSince, forgotten, wasEscalated }: NightFacts): NightNote {
  const instants = [...awakeSince.values()];
  return { night, awakeSince: instants.length === 0 ? null : instants.reduce(earlierOf), forgotten, wasEscalated };
}

/** Returns the forgotten incidents of several nights, each once, the longest forgotten first. */
export function forgottenIn(notes: readonly Pick<NightNote, 'forgotten'>[]): ForgottenIncident[] {
  const byId = new Map(notes.flatMap(({ forgotten }) => forgotten).map((each) => [each.incidentId, each]));
  return [...byId.values()].sort((a, b) => a.since - b.since);
}
