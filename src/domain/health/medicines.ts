import { type Dose, medicineKey } from './observation';

/** A medicine as the parents wrote it. */
export type Medicine = Pick<Dose, 'name' | 'amount' | 'minHours'>;

/**
 * Returns up to `count` different medicines from a list of doses, in the order of the list. A
 * medicine is written as in its first dose of the list. Another amount or interval makes another
 * medicine, because a syrup and a suppository may have the same name.
 *
 * @param doses the latest first, so that each medicine is returned as it was given last
 */
export function medicinesOf(doses: readonly Dose[], count: number): Medicine[] {
  const medicines = new Map<string, Medicine>();
  for (const { name, amount, minHours } of doses) {
    const key = JSON.stringify([medicineKey(name), medicineKey(amount), minHours]);
    if (!medicines.has(key)) medicines.set(key, { name, amount, minHours });
  }
  return [...medicines.values()].slice(0, count);
}
