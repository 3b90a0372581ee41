import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { runSql } from './support/cluster';
import { storeKinds } from './support/home';
import { onEachStore } from './support/onEachStore';
import { newDoc, Phone } from './support/phone';

const WRITERS = 8;
const PUSHES = 25;

onEachStore('a reader with a cursor', (server) => {
  it('sees every document of eight writers once, in order and without a hole', async () => {
    const phone = await new Phone(server.home.url).create();
    const written: string[] = [];
    let isWriting = true;

    const write = async () => {
      for (let index = 0; index < PUSHES; index += 1) {
        const docs = [newDoc(), newDoc()];
        await phone.push(docs);
        written.push(...docs.map(({ id }) => id));
      }
    };
    const read = async () => {
      const seen: { id: string; seq: number }[] = [];
      for (;;) {
        const wasWriting = isWriting;
        const page = await phone.pull(seen.at(-1)?.seq ?? 0, 7);
        seen.push(...page.docs);
        if (!wasWriting && !page.more) return seen;
      }
    };
    const reading = read();
    await Promise.all(Array.from({ length: WRITERS }, write));
    isWriting = false;
    const seen = await reading;

    expect(seen.map(({ seq }) => seq)).toEqual(written.map((_, index) => index + 1));
    expect(seen.map(({ id }) => id).sort()).toEqual(written.sort());
  });
});

/*
 * Why the household's row is locked first. With a sequence, a transaction that took its number
 * first may become visible last, and the cursor has passed it by then.
 */
describe('with numbers from a plain sequence', () => {
  const postgres = storeKinds()[1];

  it.runIf(postgres)('a reader with a cursor never sees a row', async () => {
    const place = await postgres?.createPlace();
    const url = place?.env.DATABASE_URL ?? '';
    await runSql(url, 'CREATE TABLE doc (seq bigserial PRIMARY KEY, id text)');
    const [slow, fast, reader] = [1, 2, 3].map(() => new pg.Client({ connectionString: url }));
    if (!slow || !fast || !reader) throw new Error('There are three.');
    for (const client of [slow, fast, reader]) await client.connect();
    const readAfter = async (cursor: number) =>
      (await reader.query('SELECT seq::integer, id FROM doc WHERE seq > $1 ORDER BY seq', [cursor])).rows;

    await slow.query('BEGIN');
    await slow.query("INSERT INTO doc (id) VALUES ('first')");
    await fast.query("INSERT INTO doc (id) VALUES ('second')");
    const seen = await readAfter(0);
    await slow.query('COMMIT');

    expect(seen).toEqual([{ seq: 2, id: 'second' }]);
    expect(await readAfter(2)).toEqual([]);
    expect(await readAfter(0)).toHaveLength(2);

    for (const client of [slow, fast, reader]) await client.end();
    await place?.remove();
  });
});
