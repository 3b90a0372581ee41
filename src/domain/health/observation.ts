import type { RowOf } from '@/domain/rows/tables';

/** What was measured or given, and when. */
export type Observation = RowOf<'observations'>;
export type Temperature = Extract<Observation, { kind: 'temperature' }>;
/** A medicine given once. Its name, amount and interval are the parents' own words: nothing here knows any medicine. */
export type Dose = Extract<Observation, { kind: 'medicine' }>;

export const isDose = (observation: Observation): observation is Dose => observation.kind === 'medicine';

/** Two doses are of the same medicine if it was written alike, but for spaces round it and capitals. */
export const medicineKey = (name: string): string => name.trim().normalize('NFC').toLowerCase();
