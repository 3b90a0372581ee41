import type { InferOutput } from 'valibot';
import { caregiverSchema, childSchema, householdSchema } from './household';
import { incidentSchema } from './incident';
import { choreSchema, episodeSchema, napSchema, nightSchema, observationSchema, runbookSchema } from './others';

/**
 * The version of the rows below, which a backup file states. Rows of an older version are migrated
 * by `domain/migrations`.
 */
export const ROWS_VERSION = 5;

/** The schema of the rows of each table. The database, the backup file and all imports use it. */
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

/** The names of all tables, in the order in which a backup file has them. */
export const TABLE_NAMES = Object.keys(ROW_SCHEMAS) as TableName[];

/** The tables that a household sets up once. All other tables are what it logs. */
const SET_UP_TABLES: readonly TableName[] = ['household', 'children', 'caregivers', 'runbooks'];
export const LOGGED_TABLES: readonly TableName[] = TABLE_NAMES.filter((table) => !SET_UP_TABLES.includes(table));

/** The log of a household: the single household row, and all rows of every other table. */
export type HouseholdLog = { household: RowOf<'household'> } & {
  [T in Exclude<TableName, 'household'>]: readonly RowOf<T>[];
};
