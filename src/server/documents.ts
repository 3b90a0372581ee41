import type { PullResponse, PushResponse, SentDoc, StoredDoc, VersionsResponse } from '@/protocol/api';
import { tagOf, toggleInSum } from '@/protocol/sum';
import type { Household } from './households';
import type { Query, Store } from './store/store';

/** Characters of the bodies of one page of a pull, so that a page stays below 1 MiB of JSON. */
const PAGE_CHARS = 880_000;

/** Characters of the bodies that one push may get back. More than that is asked for in parts. */
const CONFLICT_CHARS = 8 * 1024 * 1024;

interface Quota {
  docs: number;
  bytes: number;
}

/** Why nothing of a push was written. */
type PushRefusal = 'unauthorized' | 'tooLarge' | 'full';

/**
 * Returns the tag of a body in base64url; null if the body is no base64url of whole bytes. Only
 * the end of the body is decoded.
 */
export function tagOfBody(body: string): string | null {
  const end = body.slice(Math.floor((body.length - 24) / 4) * 4);
  const bytes = Buffer.from(end, 'base64url');
  return bytes.toString('base64url') === end ? encode(tagOf(bytes)) : null;
}

const encode = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const decode = (text: string): Uint8Array => Buffer.from(text, 'base64url');

/**
 * Writes the documents whose `n` is the stored one, and gives back the others as they are stored.
 * The household's row is locked first, so writes of a household become visible in the order of
 * their `seq`: a reader who has seen up to `head` will find nothing new below it.
 *
 * A push that is repeated because its answer was lost conflicts with what it wrote itself; the
 * phone recognizes its own tag.
 *
 * @param docs each document at most once, with bodies that have a tag
 */
export async function push(
  store: Store,
  { id: household, tokenHash }: Household,
  docs: readonly SentDoc[],
  quota: Quota,
): Promise<PushResponse | PushRefusal> {
  if (!(await store.hasRoom())) return 'full';
  return store.transaction(async (query) => {
    const [before] = await query<{ head: number; sum: string; docs: number; bytes: number }>(
      'SELECT head, sum, docs, bytes FROM household WHERE id = $1 AND token_hash = $2 FOR UPDATE',
      [household, tokenHash],
    );
    if (!before) return 'unauthorized';
    const present = await findDocs(query, household, docs);

    const accepted = docs.filter((doc) => doc.n === (present.get(doc.id)?.n ?? 0));
    const refused = docs.filter((doc) => doc.n !== (present.get(doc.id)?.n ?? 0));
    const refusedChars = refused.reduce((chars, { id }) => chars + (present.get(id)?.bytes ?? 0), 0);
    if (docs.length > 1 && refusedChars > CONFLICT_CHARS) return 'tooLarge';

    const after = { ...before };
    let sum = decode(before.sum);
    const rows = accepted.map(({ id, n, body }) => {
      const old = present.get(id);
      const tag = tagOfBody(body) ?? '';
      sum = toggleInSum(old ? toggleInSum(sum, decode(old.tag)) : sum, decode(tag));
      after.head += 1;
      after.docs += old ? 0 : 1;
      after.bytes += body.length - (old?.bytes ?? 0);
      return { id, n: n + 1, seq: after.head, tag, body };
    });
    after.sum = encode(sum);
    if (after.docs > Math.max(quota.docs, before.docs) || after.bytes > Math.max(quota.bytes, before.bytes))
      return 'full';

    if (rows.length > 0) await writeDocs(query, household, rows, after);
    return { head: after.head, sum: after.sum, conflicts: await readConflicts(query, household, refused) };
  });
}

/**
 * Whether a push has written something, or repeats one that has: the answer to that one may have
 * been lost with everything else that its process was about to do.
 */
export function hasNews(docs: readonly SentDoc[], { conflicts }: PushResponse): boolean {
  const stored = new Map(conflicts.map(({ id, body }) => [id, body]));
  return docs.some(({ id, body }) => !stored.has(id) || stored.get(id) === body);
}

interface PresentDoc {
  id: string;
  n: number;
  tag: string;
  bytes: number;
}

async function findDocs(query: Query, household: string, docs: readonly SentDoc[]): Promise<Map<string, PresentDoc>> {
  const rows = await query<PresentDoc>(
    'SELECT id, n, tag, octet_length(body) AS bytes FROM doc WHERE household = $1 AND id = ANY($2)',
    [household, docs.map(({ id }) => id)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Documents and counts in one statement, because each costs a round trip. */
async function writeDocs(
  query: Query,
  household: string,
  docs: readonly (StoredDoc & { tag: string })[],
  after: { head: number; sum: string; docs: number; bytes: number },
): Promise<void> {
  await query(
    `WITH written AS (
       INSERT INTO doc (household, id, n, seq, tag, body)
       SELECT $1, sent.* FROM unnest($2::text[], $3::bigint[], $4::bigint[], $5::text[], $6::text[]) AS sent
       ON CONFLICT (household, id)
       DO UPDATE SET n = excluded.n, seq = excluded.seq, tag = excluded.tag, body = excluded.body
     )
     UPDATE household SET head = $7, sum = $8, docs = $9, bytes = $10, seen_on = current_date WHERE id = $1`,
    [
      household,
      docs.map(({ id }) => id),
      docs.map(({ n }) => n),
      docs.map(({ seq }) => seq),
      docs.map(({ tag }) => tag),
      docs.map(({ body }) => body),
      after.head,
      after.sum,
      after.docs,
      after.bytes,
    ],
  );
}

async function readConflicts(query: Query, household: string, refused: readonly SentDoc[]): Promise<StoredDoc[]> {
  if (refused.length === 0) return [];
  const rows = await query<StoredDoc>('SELECT id, n, seq, body FROM doc WHERE household = $1 AND id = ANY($2)', [
    household,
    refused.map(({ id }) => id),
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return refused.map(({ id }) => byId.get(id) ?? { id, n: 0, seq: 0, body: '' });
}

/**
 * Resolves to the documents after `since` in the order of `seq`, at most `limit`, and no more than
 * fit in a page; at least one if there is one. It is null if the household is gone.
 */
export async function pull(
  store: Store,
  { id }: Household,
  since: number,
  limit: number,
): Promise<PullResponse | null> {
  // One statement sees one state: no document is newer than `head`. The length of a large body is
  // known without reading it.
  const rows = await store.query<
    { head: number; sum: string; id: string | null; presses: boolean } & Omit<StoredDoc, 'id'>
  >(
    `SELECT household.head, household.sum, page.id, page.n, page.seq, page.body,
       EXISTS (SELECT 1 FROM press WHERE press.household = $1 AND NOT is_logged) AS presses
     FROM household LEFT JOIN (
       SELECT *, sum(octet_length(body)) OVER (ORDER BY seq) AS chars, row_number() OVER (ORDER BY seq) AS place
       FROM (SELECT * FROM doc WHERE household = $1 AND seq > $2 ORDER BY seq LIMIT $3) AS next
     ) AS page ON page.chars <= $4 OR page.place = 1
     WHERE household.id = $1 ORDER BY page.seq`,
    [id, since, limit, PAGE_CHARS],
  );
  const [first] = rows;
  if (!first) return null;
  const docs = rows.flatMap((row) => (row.id === null ? [] : [{ id: row.id, n: row.n, seq: row.seq, body: row.body }]));
  const last = docs.at(-1);
  const { head, sum } = first;
  return { docs, head, sum, more: last !== undefined && last.seq < head, ...(first.presses && { presses: true }) };
}

/** Resolves to what a phone compares with its own; null if the household is gone. */
export async function versions(store: Store, { id }: Household): Promise<VersionsResponse | null> {
  const rows = await store.query<{ head: number; sum: string; id: string | null; n: number; tag: string }>(
    `SELECT household.head, household.sum, doc.id, doc.n, doc.tag
     FROM household LEFT JOIN doc ON doc.household = household.id WHERE household.id = $1`,
    [id],
  );
  const [first] = rows;
  if (!first) return null;
  const all = rows.flatMap(({ id, n, tag }): [string, number, string][] => (id === null ? [] : [[id, n, tag]]));
  return { versions: all, head: first.head, sum: first.sum };
}
