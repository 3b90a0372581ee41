import type { Incident } from '@/domain/rows/incident';
import type { NightRow } from '@/domain/rows/others';
import type { HouseholdLog, RowOf } from '@/domain/rows/tables';
import type { Day } from '@/lib/time';

export type ObservationRow = RowOf<'observations'>;

/** What an import does with rows of one table: each is in one of the lists. */
export interface Sorted<Row> {
  /** They are new. */
  added: Row[];
  /** They were imported before, were deleted here, and come back as they were. */
  broughtBack: Row[];
  /** They are in the log, whatever has become of them there. */
  alreadyHere: Row[];
  /** They were imported before, and stay deleted. */
  deletedHere: Row[];
}

/** What an import would write, and what it leaves as it is. */
export interface ImportPlan {
  /** Whether what was imported before, and deleted since, comes back. */
  bringsBack: boolean;
  incidents: Sorted<Incident> & {
    /** They would lie over an incident of the log. */
    overlapping: Incident[];
  };
  observations: Sorted<ObservationRow>;
  /** The rows of the nights of which nothing was said. */
  nightsSet: NightRow[];
  /** The rows of the nights that come back as an import had made them. */
  nightsBroughtBack: NightRow[];
  /** The nights of which something was said already. */
  nightsLeft: Day[];
  /** The nights whose row an import has made, and that stay deleted. */
  nightsDeleted: Day[];
}

/** The part of a log that an import is compared with. */
export type ComparedLog = Pick<HouseholdLog, 'incidents' | 'observations' | 'nights'>;
