import { describe, expect, it } from 'vitest';
import type { SentDoc } from '@/protocol/api';
import { MAX_BODY_CHARS } from '@/protocol/limits';
import { onEachStore } from './support/onEachStore';
import { newBody, newDoc, newId, newToken, Phone, sumOf } from './support/phone';

onEachStore('documents', (server) => {
  const create = () => new Phone(server.home.url).create();

  describe('push', () => {
    it('stores new documents as n = 1, in the order of the request', async () => {
      const phone = await create();
      const [first, second] = [newDoc(), newDoc()];
      const sum = sumOf([first.body, second.body]);

      expect(await phone.push([first, second])).toEqual({ head: 2, sum, conflicts: [] });

      expect(await phone.pull()).toEqual({
        docs: [
          { ...first, n: 1, seq: 1 },
          { ...second, n: 1, seq: 2 },
        ],
        head: 2,
        sum,
        more: false,
      });
    });

    it('replaces a document whose n is the stored one, in the sum as well', async () => {
      const phone = await create();
      const doc = newDoc();
      await phone.push([doc, newDoc({ body: doc.body })]);
      const edited = { ...doc, n: 1, body: newBody(200) };

      expect(await phone.push([edited])).toEqual({ head: 3, sum: sumOf([doc.body, edited.body]), conflicts: [] });

      expect((await phone.pull()).docs.map(({ id, n, seq }) => ({ id, n, seq }))).toEqual([
        { id: expect.any(String), n: 1, seq: 2 },
        { id: doc.id, n: 2, seq: 3 },
      ]);
    });

    it('gives a conflict back with its present body, and writes the others', async () => {
      const phone = await create();
      const doc = newDoc();
      await phone.push([doc]);
      const other = newDoc();

      const answer = await phone.push([{ ...doc, body: newBody() }, other]);

      expect(answer).toEqual({
        head: 2,
        sum: sumOf([doc.body, other.body]),
        conflicts: [{ ...doc, n: 1, seq: 1 }],
      });
    });

    it('gives a document that the server has lost back as n = 0 without a body', async () => {
      const phone = await create();
      const doc = newDoc({ n: 7 });
      const { head, conflicts } = await phone.push([doc]);
      expect({ head, conflicts }).toEqual({ head: 0, conflicts: [{ id: doc.id, n: 0, seq: 0, body: '' }] });
    });

    it('that is repeated because its answer was lost conflicts with itself', async () => {
      const phone = await create();
      const doc = newDoc();
      const { head, sum } = await phone.push([doc]);
      expect(await phone.push([doc])).toEqual({ head, sum, conflicts: [{ ...doc, n: 1, seq: 1 }] });
    });

    it('takes 200 documents and the longest body, and refuses one more', async () => {
      const phone = await create();
      const docs = Array.from({ length: 200 }, () => newDoc());
      expect((await phone.push(docs)).head).toBe(200);
      expect((await phone.call('POST', '/docs', { docs: [...docs, newDoc()] })).status).toBe(400);

      const longest = 'A'.repeat(MAX_BODY_CHARS);
      expect((await phone.push([newDoc({ body: longest })])).head).toBe(201);
      expect((await phone.call('POST', '/docs', { docs: [newDoc({ body: `${longest}A` })] })).status).toBe(400);
    });

    it('lets one of many win that write the same document at once', async () => {
      const phone = await create();
      const doc = newDoc();
      const rivals = Array.from({ length: 10 }, () => ({ ...doc, body: newBody() }));

      const answers = await Promise.all(rivals.map((rival) => phone.push([rival])));

      const winners = rivals.filter((_, index) => answers[index]?.conflicts.length === 0);
      expect(winners).toHaveLength(1);
      const bodies = answers.flatMap(({ conflicts }) => conflicts.map(({ body }) => body));
      expect(new Set(bodies)).toEqual(new Set(winners.map(({ body }) => body)));
      expect(await phone.pull()).toMatchObject({ docs: [{ ...winners[0], n: 1, seq: 1 }], head: 1 });
    });

    it.each<[string, (doc: SentDoc) => unknown]>([
      ['a document twice', (doc) => ({ docs: [doc, { ...doc, body: newBody() }] })],
      ['no document', () => ({ docs: [] })],
      ['a list', (doc) => [doc]],
      ['null', () => null],
      ['an id of another length', (doc) => ({ docs: [{ ...doc, id: 'short' }] })],
      ['an id of another alphabet', (doc) => ({ docs: [{ ...doc, id: '+'.repeat(22) }] })],
      ['a body of another alphabet', (doc) => ({ docs: [{ ...doc, body: `${'A'.repeat(50)}=` }] })],
      ['a body too short for a tag', (doc) => ({ docs: [{ ...doc, body: 'A'.repeat(38) }] })],
      ['a body of no whole number of bytes', (doc) => ({ docs: [{ ...doc, body: 'A'.repeat(41) }] })],
      ['a body whose last bits belong to no byte', (doc) => ({ docs: [{ ...doc, body: `${'A'.repeat(41)}B` }] })],
      ['a fraction as n', (doc) => ({ docs: [{ ...doc, n: 0.5 }] })],
      ['a negative n', (doc) => ({ docs: [{ ...doc, n: -1 }] })],
      ['a text as n', (doc) => ({ docs: [{ ...doc, n: '0' }] })],
      ['a number beyond 2^53', (doc) => ({ docs: [{ ...doc, n: 2 ** 53 }] })],
      ['another field', (doc) => ({ docs: [{ ...doc, seq: 1 }] })],
      ['__proto__', (doc) => `{"docs":[${JSON.stringify(doc)}],"__proto__":{"admin":true}}`],
      ['__proto__ in a document', (doc) => `{"docs":[{"__proto__":{},${JSON.stringify(doc).slice(1)}]}`],
      ['no JSON', () => '{"docs":['],
      ['half a megabyte of brackets', () => '['.repeat(500_000)],
      ['nothing', () => ''],
    ])('refuses %s with 400 and writes nothing', async (_, bodyOf) => {
      const phone = await create();
      const response = await phone.call('POST', '/docs', bodyOf(newDoc()));
      expect({ status: response.status, body: await response.json() }).toEqual({
        status: 400,
        body: { error: 'badRequest' },
      });
      expect((await phone.pull()).head).toBe(0);
    });
  });

  describe('pull', () => {
    it('is empty for a new household', async () => {
      expect(await (await create()).pull()).toEqual({ docs: [], head: 0, sum: sumOf([]), more: false });
    });

    it('comes in pages, and each document once with its latest body', async () => {
      const phone = await create();
      const docs = Array.from({ length: 7 }, () => newDoc());
      await phone.push(docs);
      await phone.push([{ ...newDoc(docs[2]), n: 1 }]);

      const first = await phone.pull(0, 3);
      expect(first.docs.map(({ seq }) => seq)).toEqual([1, 2, 4]);
      expect(first).toMatchObject({ head: 8, more: true });
      const second = await phone.pull(4, 3);
      expect(second.docs.map(({ seq }) => seq)).toEqual([5, 6, 7]);
      expect(second.more).toBe(true);
      const third = await phone.pull(7, 3);
      expect(third.docs.map(({ seq, n }) => [seq, n])).toEqual([[8, 2]]);
      expect(third.more).toBe(false);
      expect((await phone.pull(8, 3)).docs).toEqual([]);
    });

    it('keeps a page of large documents below one mebibyte, but gives at least one', async () => {
      const phone = await create();
      for (let index = 0; index < 5; index += 1) await phone.push([newDoc({ body: newBody(300_000) })]);
      const page = await phone.call('GET', '/docs');
      expect((await page.clone().text()).length).toBeLessThan(1024 * 1024);
      // 880,000 characters are room for two bodies of 400,000.
      expect(await page.json()).toMatchObject({ docs: [{ seq: 1 }, { seq: 2 }], more: true });

      await phone.push([newDoc({ body: 'A'.repeat(MAX_BODY_CHARS) })]);
      expect((await phone.pull(5)).docs).toHaveLength(1);
    });

    it.each(['since=-1', 'since=x', 'since=1.5', 'since=99999999999999999', 'limit=0', 'limit=201', 'limit='])(
      'refuses ?%s',
      async (query) => {
        const phone = await create();
        expect((await phone.call('GET', `/docs?${query}`)).status).toBe(400);
      },
    );
  });

  it('versions has id, n and tag of each document', async () => {
    const phone = await create();
    const doc = newDoc();
    await phone.push([doc, newDoc()]);
    const edited = { ...doc, n: 1, body: newBody() };
    await phone.push([edited]);

    const { versions, head, sum } = await phone.versions();

    expect(head).toBe(3);
    expect(versions).toHaveLength(2);
    expect(versions).toContainEqual([doc.id, 2, sumOf([edited.body])]);
    expect(sum).toBe((await phone.pull()).sum);
  });

  it('another household sees and changes nothing of it', async () => {
    const [ours, theirs] = [await create(), await create()];
    const doc = newDoc();
    await ours.push([doc]);
    const same = { ...doc, body: newBody() };
    await theirs.push([same]);
    expect((await ours.pull()).docs).toEqual([{ ...doc, n: 1, seq: 1 }]);
    expect((await theirs.pull()).docs).toEqual([{ ...same, n: 1, seq: 1 }]);
  });

  it.each([
    ['POST', '/docs'],
    ['GET', '/docs'],
    ['GET', '/versions'],
    ['GET', '/events'],
    ['DELETE', ''],
  ])('%s %s needs the token of the household', async (method, path) => {
    const phone = await create();
    const strangers = [
      new Phone(phone.url, phone.household, newToken()),
      new Phone(phone.url, newId(), phone.token),
      new Phone(phone.url, phone.household, 'no token'),
    ];
    for (const stranger of strangers) {
      const response = await stranger.call(method, path, method === 'POST' ? { docs: [newDoc()] } : undefined);
      expect({ status: response.status, body: await response.json() }).toEqual({
        status: 401,
        body: { error: 'unauthorized' },
      });
    }
    expect((await phone.pull()).head).toBe(0);
  });
});
