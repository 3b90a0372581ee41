import { serializeBackup } from '@/domain/backup';
import { type HouseholdLog, TABLE_NAMES } from '@/domain/rows/tables';
import type { Instant } from '@/lib/time';
import { MAX_DOCS } from '@/protocol/limits';
import type { HouseholdKeys } from '@/sync/crypto/householdKeys';
import { openDocuments } from '@/sync/openDocuments';
import type { TestServer } from '../sharedPhone';

/**
 * What the server holds, opened with the household's keys, as the text of a backup.
 *
 * @throws if there is a document that is no row of the log
 */
export async function serverText(server: TestServer, keys: HouseholdKeys): Promise<string> {
  const log: Record<string, unknown> = Object.fromEntries(TABLE_NAMES.map((table) => [table, []]));
  const client = server.client();
  let since = 0;
  for (;;) {
    const page = await client.pull(since, MAX_DOCS);
    if (!page.ok) throw new Error(`The server answers ${page.failure.kind}.`);
    const { documents } = await openDocuments(keys, page.value.docs);
    for (const { content } of documents) {
      if (content.kind !== 'row') throw new Error(`The server has a document that is ${content.kind}.`);
      if (content.table === 'household') log.household = content.row;
      else (log[content.table] as unknown[]).push(content.row);
    }
    if (!page.value.more) return serializeBackup({ exportedAt: 0 as Instant, log: log as unknown as HouseholdLog });
    since = page.value.docs.at(-1)?.seq ?? since;
  }
}
