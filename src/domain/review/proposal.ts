import type { WrongDate } from '@/domain/clock/wrongDates';
import type { Cause, Incident } from '@/domain/rows/incident';
import type { HouseholdLog } from '@/domain/rows/tables';
import type { Day, Instant } from '@/lib/time';

/*
 * The morning review as data: each proposal is a doubt about the log, with the repairs that would
 * settle it. A proposal writes nothing. `db/review` applies a repair, under the same rules as a
 * tap.
 */

/**
 * The part of a log that the review reads: the last weeks, and all incidents that are still open.
 */
export interface ReviewLog
  extends Pick<HouseholdLog, 'household' | 'children' | 'caregivers' | 'incidents' | 'nights'> {
  /** The first night of the whole log; nothing before it is asked for. Null for an empty log. */
  firstNight: Day | null;
  /**
   * What this phone's clock has dated wrongly, as far as the app noticed and nobody changed since.
   */
  clockSlips?: readonly ClockSlip[];
  /** What is dated in the future, in all tables. */
  futureDates?: readonly WrongDate[];
}

/** What one slip of the clock has dated, and by how much it has to move. */
export interface ClockSlip {
  noticedAt: Instant;
  /** Milliseconds to add; negative if the clock was ahead. */
  byMs: number;
  /** False if the app did not run when the clock was set, so that `byMs` is a lower bound. */
  isExact: boolean;
  dates: readonly WrongDate[];
}

/** Adds the end of a wake-up, with an estimated time. */
export interface EndRepair {
  kind: 'end';
  incidentId: string;
  at: Instant;
  by: string | null;
  outcome: 'settled' | 'upForDay';
}

/** Merges the second incident into the first one and deletes the second. */
export interface MergeRepair {
  kind: 'merge';
  firstId: string;
  secondId: string;
}

/** Adds who got up, with the time of the cry as an estimate. */
export interface UpRepair {
  kind: 'up';
  incidentId: string;
  at: Instant;
  by: string;
}

interface CauseRepair {
  kind: 'cause';
  incidentId: string;
  causeId: Cause;
}

interface QuietRepair {
  kind: 'quiet';
  night: Day;
}

/** Moves what a wrong clock has dated; see `ClockSlip`. */
export interface MoveDatesRepair {
  kind: 'moveDates';
  dates: readonly WrongDate[];
  byMs: number;
  isExact: boolean;
}

export type Repair = MoveDatesRepair | EndRepair | MergeRepair | UpRepair | CauseRepair | QuietRepair;

interface ProposalBase {
  /**
   * Made of the kind and the ids of the rows. The same doubt has the same id on the next morning,
   * so that it is not asked again once it was skipped.
   */
  id: string;
  night: Day;
}

/** An incident that is over but that nobody ended. */
export interface ForgottenEnd extends ProposalBase {
  kind: 'forgotten';
  incident: Incident;
  asleepRepair: EndRepair;
  /**
   * What the time was guessed from: the usual recovery time or the next wake-up. Null if another
   * limit decided, such as the night's end or the last entry.
   */
  guessedFrom: 'usual' | 'next' | null;
  /** Null if that is impossible, because another wake-up follows. */
  upForDayRepair: EndRepair | null;
}

/** Two incidents of a child that look like one wake-up. */
export interface DoubtfulPair extends ProposalBase {
  kind: 'pair';
  first: Incident;
  second: Incident;
  mergeRepair: MergeRepair;
}

/** A wake-up for which the log does not say who got up. */
export interface MissingResponder extends ProposalBase {
  kind: 'missingResponder';
  incident: Incident;
  repairs: readonly UpRepair[];
}

/** A wake-up without a cause. */
export interface MissingCause extends ProposalBase {
  kind: 'missingCause';
  incident: Incident;
  repairs: readonly CauseRepair[];
}

/** A night of which nothing was logged. */
export interface UnloggedNight extends ProposalBase {
  kind: 'unlogged';
  quietRepair: QuietRepair;
}

/** What a wrong clock has dated. */
export interface WrongClock extends ProposalBase {
  kind: 'wrongClock';
  /** The wake-ups with wrong dates, oldest first; empty if only other rows have some. */
  incidents: readonly Incident[];
  /** The move by the difference that was noticed or estimated. */
  repair: MoveDatesRepair;
  /** Whether the rules would refuse that move; then only another difference can be chosen. */
  isRefused: boolean;
}

export type Proposal = WrongClock | ForgottenEnd | DoubtfulPair | MissingResponder | MissingCause | UnloggedNight;

/** Returns the incidents that a proposal is about; an unlogged night has none. */
export function incidentsOf(proposal: Proposal): readonly Incident[] {
  switch (proposal.kind) {
    case 'pair':
      return [proposal.first, proposal.second];
    case 'wrongClock':
      return proposal.incidents;
    case 'unlogged':
      return [];
    default:
      return [proposal.incident];
  }
}
