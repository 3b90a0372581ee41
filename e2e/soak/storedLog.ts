import type { Page } from '@playwright/test';

/** The tables of the household's log, which every phone has alike. */
export const LOG_TABLES = [
  'household',
  'children',
  'caregivers',
  'incidents',
  'nights',
  'episodes',
  'observations',
  'chores',
  'naps',
  'runbooks',
  'phones',
] as const;
type LogTable = (typeof LOG_TABLES)[number];
export type StoredRow = { id: string; deletedAt: number | null } & Record<string, unknown>;
export type StoredLog = Record<LogTable, StoredRow[]>;

/** Reads the log on disk without the code of the app. */
export const readLog = (page: Page): Promise<StoredLog> =>
  page.evaluate(
    (tables) =>
      new Promise<StoredLog>((resolve, reject) => {
        const opening = indexedDB.open('infernalops');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction([...tables]);
          const log = {} as StoredLog;
          for (const table of tables) {
            const all = transaction.objectStore(table).getAll();
            all.onsuccess = () => {
              log[table] = all.result;
            };
          }
          transaction.onabort = () => reject(transaction.error);
          transaction.oncomplete = () => {
            opening.result.close();
            resolve(log);
          };
        };
      }),
    LOG_TABLES,
  );

/** How far a phone has heard the household, and how much it has not sent. */
export interface SyncState {
  unsent: number;
  /** The number of the last document, and the sum of all; null before the phone shares. */
  heard: string | null;
  documents: number;
}

export const readSyncState = (page: Page): Promise<SyncState> =>
  page.evaluate(
    () =>
      new Promise<SyncState>((resolve, reject) => {
        const opening = indexedDB.open('infernalops');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction(['outbox', 'meta', 'documents']);
          const unsent = transaction.objectStore('outbox').count();
          const cursor = transaction.objectStore('meta').get('syncCursor');
          const documents = transaction.objectStore('documents').count();
          transaction.onabort = () => reject(transaction.error);
          transaction.oncomplete = () => {
            opening.result.close();
            const row = cursor.result as { cursor: number; sum: Uint8Array } | undefined;
            const heard = row ? `${row.cursor} ${row.sum.join()}` : null;
            resolve({ unsent: unsent.result, heard, documents: documents.result });
          };
        };
      }),
  );
