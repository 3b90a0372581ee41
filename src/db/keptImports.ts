import type { ImportRecord } from '@/domain/imports/importRecord';
import { newId } from '@/lib/ids';
import { IMPORT_PREFIX, type InfernalDatabase, type KeptImport, type KeptRecord, RECORD_PREFIX } from './database';

/** Returns the imports that can be taken back, the latest first. */
export async function readImports(db: InfernalDatabase): Promise<KeptImport[]> {
  const found = await db.meta.where('id').startsWith(IMPORT_PREFIX).toArray();
  return found.filter(isKeptImport).sort((a, b) => b.importedAt - a.importedAt);
}

/** Keeps an import. The caller has opened a transaction over `meta`, here and below. */
export async function keepImport(
  db: InfernalDatabase,
  { importedAt, files }: Pick<KeptImport, 'importedAt' | 'files'>,
  record: ImportRecord,
): Promise<KeptImport> {
  const id = newId();
  const kept: KeptImport = {
    id: `${IMPORT_PREFIX}${id}`,
    importedAt,
    files,
    wakeUps: record.incidents.length,
    observations: record.observations.length,
    nights: record.nights.length,
  };
  await db.meta.bulkPut([kept, { id: `${RECORD_PREFIX}${id}`, ...record }]);
  return kept;
}

/** Forgets an import, and returns what it wrote; null if it is not known. */
export async function takeRecord(db: InfernalDatabase, importId: string): Promise<ImportRecord | null> {
  const recordId = importId.replace(IMPORT_PREFIX, RECORD_PREFIX);
  const found = await db.meta.get(recordId);
  await db.meta.bulkDelete([importId, recordId]);
  return found && isKeptRecord(found) ? found : null;
}

/** Forgets all imports, because another log takes the place of the one into which they went. */
export const forgetImports = (db: InfernalDatabase): Promise<number> =>
  db.meta.where('id').startsWithAnyOf(IMPORT_PREFIX, RECORD_PREFIX).delete();

const isKeptImport = (row: { id: string }): row is KeptImport => row.id.startsWith(IMPORT_PREFIX);
const isKeptRecord = (row: { id: string }): row is KeptRecord => row.id.startsWith(RECORD_PREFIX);
