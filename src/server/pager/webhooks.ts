import type { Store } from '@/server/store/store';

/** Stores the one webhook of a household in the place of an earlier one. */
export async function putWebhook(store: Store, household: string, url: string): Promise<void> {
  await store.query(
    // A household that is gone meanwhile has none.
    `INSERT INTO webhook (household, url) SELECT id, $2 FROM household WHERE id = $1
     ON CONFLICT (household) DO UPDATE SET url = excluded.url`,
    [household, url],
  );
}

export async function getWebhook(store: Store, household: string): Promise<string | null> {
  const [row] = await store.query<{ url: string }>('SELECT url FROM webhook WHERE household = $1', [household]);
  return row?.url ?? null;
}

export async function deleteWebhook(store: Store, household: string): Promise<void> {
  await store.query('DELETE FROM webhook WHERE household = $1', [household]);
}
