import type { InferOutput } from 'valibot';
import { caregiverSchema, childSchema, householdSchema } from './household';
import { incidentSchema } from './incident';
import { choreSchema, episodeSchema, napSchema, nightSchema, observationSchema, runbookSchema } from './others';

/** The version of the rows below, as a backup file has it. An older one has its migration in `domain/migrations`. */
export const ROWS_VERSION = 2;

/** Every table and the schema of its rows: the database, the backup file and the importers all go through this. */
export const ROW_SCHEMAS = {
  household: householdSchema,
  children: childSchema,
  caregivers: caregiverSchema,
  incidents: incidentSchema,
  nights: nightSchema,
  episodes: episodeSchema,
  observations: observationSchema,
  chores: choreSchema,
  naps: napSchema,
  runbooks: runbookSchema,
} as const;

export type TableName = keyof typeof ROW_SCHEMAS;
export type RowOf<T extends TableName> = InferOutput<(typeof ROW_SCHEMAS)[T]>;

export const TABLE_NAMES = Object.keys(ROW_SCHEMAS) as TableName[];

/** What a household sets up, once; all other tables are what it logs. */
const SET_UP: readonly TableName[] = ['household', 'children', 'caregivers', 'runbooks'];
export const LOGGED_TABLES: readonly TableName[] = TABLE_NAMES.filter((table) => !SET_UP.includes(table));

/** Everything a household logged: the one settings row, and all rows of every other table. */
export type HouseholdLog = { household: RowOf<'household'> } & {
  [T in Exclude<TableName, 'household'>]: readonly RowOf<T>[];
};
