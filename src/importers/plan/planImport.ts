import type { NightHours } from '@/domain/night';
import type { Told } from '@/importers/told';
import type { Instant } from '@/lib/time';
import type { ComparedLog, ImportPlan } from './importPlan';
import { planIncidents } from './planIncidents';
import { planNights } from './planNights';
import { planObservations } from './planObservations';
import { incidentRow, type Names, observationRow } from './toRows';

export interface PlanOptions {
  log: ComparedLog;
  hours: NightHours;
  names: Names;
  now: Instant;
  /** Whether what was imported before, and deleted since, comes back. */
  bringsBack?: boolean;
}

/** Compares what files tell with the log. A row that is there is never written again. */
export function planImport(told: Told, { log, hours, names, now, bringsBack = false }: PlanOptions): ImportPlan {
  const incidents = told.incidents.map((each) => incidentRow(each, names));
  const observations = told.observations.map((each) => observationRow(each, names));
  return {
    bringsBack,
    incidents: planIncidents(incidents, { known: log.incidents, now, bringsBack }),
    observations: planObservations(observations, { known: log.observations, now, bringsBack }),
    ...planNights(told.nights, { log, hours, now, bringsBack }),
  };
}
