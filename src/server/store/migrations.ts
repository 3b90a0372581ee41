import type { Store } from './store';

const FILES = import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true });

/** The statements of each generation of the tables, in order. A shipped file is never edited. */
const MIGRATIONS = Object.keys(FILES)
  .sort()
  .map((name) => FILES[name] ?? '');

/** Any number; it must be the same in all processes. */
const ADVISORY_LOCK = 7_446_300_116;

/**
 * Brings the tables up to date, in one transaction. Of several processes that start at once, one
 * does it and the others wait. Rejects if a later release has written here.
 */
export async function migrate(store: Store): Promise<void> {
  await store.transaction(async (query) => {
    await query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_LOCK]);
    await query('CREATE TABLE IF NOT EXISTS setting (name text PRIMARY KEY, value text NOT NULL)');
    const [setting] = await query<{ value: string }>("SELECT value FROM setting WHERE name = 'generation'");
    const generation = Number(setting?.value ?? 0);
    if (generation > MIGRATIONS.length) {
      throw new Error(
        `The store has tables of generation ${generation}, and this release knows ${MIGRATIONS.length}: a newer release has used it.`,
      );
    }
    for (const statements of MIGRATIONS.slice(generation)) await query(statements);
    await query(
      `INSERT INTO setting VALUES ('generation', $1) ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
      [String(MIGRATIONS.length)],
    );
  });
}
