import type { RowOf } from '@/domain/rows/tables';

/** A temperature that was taken or a dose that was given, with its instant. */
export type Observation = RowOf<'observations'>;
export type Temperature = Extract<Observation, { kind: 'temperature' }>;
/**
 * A medicine that was given once. The parents write its name, amount and interval themselves: the
 * app knows no medicine.
 */
export type Dose = Extract<Observation, { kind: 'medicine' }>;

/** Returns whether an observation is a dose of a medicine. */
export const isDose = (observation: Observation): observation is Dose => observation.kind === 'medicine';

/**
 * Returns a key that is equal for two spellings of a medicine that differ only in capitals, in
 * spaces at the ends or in their Unicode form.
 */
export const medicineKey = (name: string): string => name.trim().normalize('NFC').toLowerCase();
