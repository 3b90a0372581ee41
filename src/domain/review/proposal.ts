import type { Cause, Incident } from '@/domain/rows/incident';
import type { HouseholdLog } from '@/domain/rows/tables';
import type { Day, Instant } from '@/lib/time';

/*
 * The morning review as data: what is doubtful in a log, and for each doubt the changes that would settle it. A proposal writes nothing;
 * its repairs are handed to `db/review`, which holds them to the rules every tap is held to.
 */

/** The part of a log that is looked through: the last weeks, and everything that is still open. */
export interface ReviewLog
  extends Pick<HouseholdLog, 'household' | 'children' | 'caregivers' | 'incidents' | 'nights'> {
  /** The first night of the whole log: before it nobody can have forgotten anything. Null while it is empty. */
  firstNight: Day | null;
}

/** The end of a wake-up, as a guess. */
export interface EndRepair {
  kind: 'end';
  incidentId: string;
  at: Instant;
  by: string | null;
  outcome: 'settled' | 'upForDay';
}

/** The second row is told within the first, and goes. */
export interface MergeRepair {
  kind: 'merge';
  firstId: string;
  secondId: string;
}

/** Who got up, as a guess at the cry. */
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

export type Repair = EndRepair | MergeRepair | UpRepair | CauseRepair | QuietRepair;

interface ProposalBase {
  /** The kind and the rows it is about: the same doubt has the same id on the next morning, so that it stays answered. */
  id: string;
  night: Day;
}

/** An incident nobody ended, although nobody is in it any more. */
export interface ForgottenEnd extends ProposalBase {
  kind: 'forgotten';
  incident: Incident;
  asleepRepair: EndRepair;
  /** What the time was guessed from; null where something else came first (the night's end, the last line). */
  guessedFrom: 'usual' | 'next' | null;
  /** Null where it cannot be: another wake-up follows. */
  upForDayRepair: EndRepair | null;
}

/** Two incidents of a child that look like one wake-up. */
export interface DoubtfulPair extends ProposalBase {
  kind: 'pair';
  first: Incident;
  second: Incident;
  mergeRepair: MergeRepair;
}

/** A wake-up nobody got up for, as far as the log knows. */
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

export type Proposal = ForgottenEnd | DoubtfulPair | MissingResponder | MissingCause | UnloggedNight;

/** What a question is about: none of a night nobody logged. */
export function incidentsOf(proposal: Proposal): readonly Incident[] {
  switch (proposal.kind) {
    case 'pair':
      return [proposal.first, proposal.second];
    case 'unlogged':
      return [];
    default:
      return [proposal.incident];
  }
}
