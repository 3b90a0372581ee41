import { type Dose, medicineKey } from './observation';

/** What one gives: a medicine as the parents have written it. */
export type Medicine = Pick<Dose, 'name' | 'amount' | 'minHours'>;

/**
 * The medicines among doses, each once, as it was given last and in the order of the doses. Another amount or another interval is
 * another one: syrup and suppository go by one name.
 */
export function medicinesOf(doses: readonly Dose[], count: number): Medicine[] {
  const found = new Map<string, Medicine>();
  for (const { name, amount, minHours } of doses) {
    const key = JSON.stringify([medicineKey(name), medicineKey(amount), minHours]);
    if (!found.has(key)) found.set(key, { name, amount, minHours });
  }
  return [...found.values()].slice(0, count);
}
