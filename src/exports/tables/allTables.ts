import { caregiversTable, childrenTable, formerZonesTable, householdTable, rotationTable } from './household';
import { entriesTable, incidentsTable } from './incidents';
import {
  choresTable,
  episodesTable,
  napsTable,
  nightsTable,
  observationsTable,
  runbookStepsTable,
  runbooksTable,
} from './others';
import type { LogTable } from './table';
import { wakeUpsTable } from './wakeUps';

/** All tables of a log. docs/exports.md says what each column means. */
export const ALL_TABLES: readonly LogTable[] = [
  wakeUpsTable,
  householdTable,
  formerZonesTable,
  rotationTable,
  childrenTable,
  caregiversTable,
  incidentsTable,
  entriesTable,
  nightsTable,
  episodesTable,
  observationsTable,
  choresTable,
  napsTable,
  runbooksTable,
  runbookStepsTable,
];
