import type { Evaluator } from './evaluator';

interface StoredIncident {
  id: string;
  childId: string;
  deletedAt: number | null;
  resolvedAt: number;
  detectedAt: number;
  timeline: { kind: string; at: number; deletedAt: number | null }[];
}

/** Reads the rows on disk without the code of the app, so that a test can compare both. */
export function readStored<T = { id: string }>(page: Evaluator, table: string, database = 'infernalops'): Promise<T[]> {
  return page.evaluate(
    ([name, databaseName]) =>
      new Promise<T[]>((resolve, reject) => {
        const opening = indexedDB.open(databaseName);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction(name).objectStore(name).getAll();
          all.onerror = () => reject(all.error);
          all.onsuccess = () => {
            opening.result.close();
            resolve(all.result);
          };
        };
      }),
    [table, database] as const,
  );
}

/** Counts the rows on disk without reading them: ten years of them take seconds to hand over. */
export function countStored(page: Evaluator, table: string): Promise<number> {
  return page.evaluate(
    (name) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('infernalops');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const count = opening.result.transaction(name).objectStore(name).count();
          count.onerror = () => reject(count.error);
          count.onsuccess = () => {
            opening.result.close();
            resolve(count.result);
          };
        };
      }),
    table,
  );
}

export const readIncidents = async (page: Evaluator): Promise<StoredIncident[]> =>
  (await readStored<StoredIncident>(page, 'incidents')).filter(({ deletedAt }) => deletedAt === null);

/** Writes a row without the code of the app, as another version or a fault could have done. */
export function putStored(page: Evaluator, table: string, row: object): Promise<void> {
  return page.evaluate(
    ([name, value]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('infernalops');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction(name, 'readwrite');
          transaction.objectStore(name).put(value);
          transaction.onabort = () => reject(transaction.error);
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    [table, row] as const,
  );
}
