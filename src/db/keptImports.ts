import { IMPORT_PREFIX, type InfernalDatabase, type KeptImport } from './database';

/** Returns the imports that can be taken back, the latest first. */
export async function readImports(db: InfernalDatabase): Promise<KeptImport[]> {
  const found = await db.meta.where('id').startsWith(IMPORT_PREFIX).toArray();
  return found.filter(isKeptImport).sort((a, b) => b.importedAt - a.importedAt);
}

/** Forgets all imports, because another log takes the place of the one into which they went. */
export const forgetImports = (db: InfernalDatabase): Promise<number> =>
  db.meta.where('id').startsWith(IMPORT_PREFIX).delete();

export const isKeptImport = (row: { id: string }): row is KeptImport => row.id.startsWith(IMPORT_PREFIX);
