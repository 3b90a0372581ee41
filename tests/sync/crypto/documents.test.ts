import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { tagOf } from '@/protocol/sum';
import { type DocumentContent, documentId, openDocument, sealDocument, tagOfBody } from '@/sync/crypto/documents';
import { deriveKeys, type HouseholdKeys, newHouseholdSecret } from '@/sync/crypto/householdKeys';
import {
  countingSecret,
  nodeContext,
  nodeDocumentId,
  nodeKeysOf,
  nodeOpen,
  nodeSeal,
} from '../../support/sync/nodeCrypto';

const content = { generation: 3, table: 'incidents', row: { id: 'i1', note: 'Fièvre 38,4 — 2:43' } };
const place = { id: nodeDocumentId(countingSecret(), 'incidents/i1'), n: 7 };

let keys: HouseholdKeys;
let otherKeys: HouseholdKeys;
beforeAll(async () => {
  keys = await deriveKeys(countingSecret());
  otherKeys = await deriveKeys(newHouseholdSecret());
});

const secretKey = () => nodeKeysOf(countingSecret()).encryptionKey;
const sealedText = (text: string, { id, n } = place, version?: number) =>
  nodeSeal(secretKey(), nodeContext(countingSecret(), id, n), text, version);

const REFUSED = { ok: false, reason: 'refused' };
const TOO_NEW = { ok: false, reason: 'tooNew' };

describe('the id of a document', () => {
  it('is the first 16 bytes of the HMAC of table and row, as Node computes it', async () => {
    expect(await documentId(keys, 'incidents', 'i1')).toBe(place.id);
    expect(await documentId(keys, 'incidents', 'é/ü')).toBe(nodeDocumentId(countingSecret(), 'incidents/é/ü'));
  });

  it('is another one for another table, row or household', async () => {
    const ids = await Promise.all([
      documentId(keys, 'incidents', 'i1'),
      documentId(keys, 'incidents', 'i2'),
      documentId(keys, 'nights', 'i1'),
      documentId(otherKeys, 'incidents', 'i1'),
    ]);
    expect(new Set(ids).size).toBe(4);
  });
});

describe('a sealed document', () => {
  it('opens with Node: a version byte, an IV, and AES-GCM over padded JSON', async () => {
    const body = await sealDocument(keys, place, content);
    expect(Buffer.from(body, 'base64url')[0]).toBe(1);
    const plaintext = nodeOpen(secretKey(), nodeContext(countingSecret(), place.id, 7), body);
    expect(JSON.parse(plaintext.toString())).toEqual(content);
  });

  it('of Node opens here', async () => {
    expect(await openDocument(keys, { ...place, body: sealedText(JSON.stringify(content)) })).toEqual({
      ok: true,
      content,
    });
  });

  it('has a multiple of 256 bytes inside, whatever it says', async () => {
    const lengthOf = async (note: string) => {
      const row = { id: 'i1', note };
      const body = await sealDocument(keys, place, { ...content, row });
      return Buffer.from(body, 'base64url').length - 1 - 12 - 16;
    };
    // {"generation":3,"table":"incidents","row":{"id":"i1","note":""}} has 64 characters.
    expect(await lengthOf('')).toBe(256);
    expect(await lengthOf('x'.repeat(192))).toBe(256);
    expect(await lengthOf('x'.repeat(193))).toBe(512);
    expect(await lengthOf('é'.repeat(97))).toBe(512);
  });

  it('is another one each time, although it says the same', async () => {
    expect(await sealDocument(keys, place, content)).not.toBe(await sealDocument(keys, place, content));
  });

  it('of the first version still opens', async () => {
    const body = [
      'AcwIQnh5Y4Xw2iKzbZ_tFWd7F1crk9d7t8Kn6-SQaOdztPwP-wy49OIj5B-iM3zdkZ9vnuf7iZdEui-',
      'zOClaqV6t0IMTd1nyo0-VtzYXjpLS09GIHMSnCK8h2yASYIQxjgDB6MNusqDY7MxwjPEm4tiJY9mf8d5bgTYxxC-SQ',
      '9EGi4KPFAcV6h7erzkvEmuffdZKzT_0PNBc6lhJ6qPl-',
      '7RWcvh2PqWpmrSXGTKN3ChXCG7TEsKT9kYKokwxuRk4x5O42h8z6hRT9nBoAxgcoJqWm5CICORVbfwVZkqCyI42M56',
      'j8lsS-T-f-ru0g2VmqtUTfWbPl_KzhiqN8yxw_vOCqL5_CgMFanIw_7fu35siobysFOm9ay-ze1h4',
    ].join('');
    expect(await openDocument(keys, { ...place, body })).toEqual({ ok: true, content });
  });

  it('keeps any JSON that a row can be', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.nat(),
        fc.string({ unit: 'binary' }),
        async (fields, n, rowId) => {
          const row = JSON.parse(JSON.stringify({ ...fields, id: rowId }));
          const id = await documentId(keys, 'nights', rowId);
          const body = await sealDocument(keys, { id, n }, { generation: 3, table: 'nights', row });
          const opened = await openDocument(keys, { id, n, body });
          expect(opened).toEqual({ ok: true, content: { generation: 3, table: 'nights', row } });
          // Nothing is added, dropped or put in another order either.
          expect(opened.ok && JSON.stringify(opened.content.row)).toBe(JSON.stringify(row));
        },
      ),
    );
  });

  it('does not seal for a place that is none', async () => {
    for (const wrong of [
      { id: 'short', n: 1 },
      { id: place.id, n: 0.5 },
      { id: place.id, n: -1 },
    ]) {
      await expect(sealDocument(keys, wrong, content)).rejects.toThrow(RangeError);
    }
  });
});

describe('a document that is not what the household sealed', () => {
  it('is refused with any byte changed, and too new with another version', async () => {
    const body = Buffer.from(await sealDocument(keys, place, content), 'base64url');
    for (let index = 0; index < body.length; index++) {
      const changed = Buffer.from(body);
      changed[index] = (body[index] ?? 0) ^ (1 << (index % 8));
      const opened = await openDocument(keys, { ...place, body: changed.toString('base64url') });
      expect([index, opened]).toEqual([index, index === 0 ? TOO_NEW : REFUSED]);
    }
  });

  it('is refused at any length but its own', async () => {
    const body = await sealDocument(keys, place, content);
    for (let length = 0; length < body.length; length++) {
      expect(await openDocument(keys, { ...place, body: body.slice(0, length) })).toEqual(REFUSED);
    }
    expect(await openDocument(keys, { ...place, body: `${body}AAAA` })).toEqual(REFUSED);
  });

  it('is refused in the place of another document, count or household', async () => {
    const body = await sealDocument(keys, place, content);
    const otherId = await documentId(keys, 'incidents', 'i2');
    expect(await openDocument(keys, { id: otherId, n: 7, body })).toEqual(REFUSED);
    expect(await openDocument(keys, { id: place.id, n: 8, body })).toEqual(REFUSED);
    expect(await openDocument(otherKeys, { ...place, body })).toEqual(REFUSED);
    // The same keys, but another household: only the additional data differ.
    expect(await openDocument({ ...keys, householdId: otherKeys.householdId }, { ...place, body })).toEqual(REFUSED);
  });

  it('is refused if a phone of the household sealed another row under its id', async () => {
    const body = await sealDocument(keys, place, { ...content, row: { id: 'i2' } });
    expect(await openDocument(keys, { ...place, body })).toEqual(REFUSED);
    const ofOtherTable = await sealDocument(keys, place, { ...content, table: 'nights' });
    expect(await openDocument(keys, { ...place, body: ofOtherTable })).toEqual(REFUSED);
  });

  it.each([
    ['no JSON', '{"generation":3,'],
    ['no object', 'null'],
    ['without a generation', '{"table":"incidents","row":{"id":"i1"}}'],
    ['of a generation that is no number', '{"generation":"3","table":"incidents","row":{"id":"i1"}}'],
    ['without a row', '{"generation":3,"table":"incidents"}'],
    ['with a row without an id', '{"generation":3,"table":"incidents","row":{}}'],
    ['with an id that is no text', '{"generation":3,"table":"incidents","row":{"id":1}}'],
    ['with a slash in the table', '{"generation":3,"table":"incidents/i1","row":{"id":""}}'],
    ['empty', ''],
  ])('is refused if it is %s', async (_name, text) => {
    expect(await openDocument(keys, { ...place, body: sealedText(text) })).toEqual(REFUSED);
  });

  it('is refused if a row with a slash in its id poses as one of another table', async () => {
    const id = nodeDocumentId(countingSecret(), 'a/b/c');
    const text = (table: string, rowId: string) => JSON.stringify({ generation: 3, table, row: { id: rowId } });
    expect(await openDocument(keys, { id, n: 1, body: sealedText(text('a', 'b/c'), { id, n: 1 }) })).toMatchObject({
      ok: true,
    });
    expect(await openDocument(keys, { id, n: 1, body: sealedText(text('a/b', 'c'), { id, n: 1 }) })).toEqual(REFUSED);
  });

  it('is too new if its version is 9, although everything else is right', async () => {
    expect(await openDocument(keys, { ...place, body: sealedText(JSON.stringify(content), place, 9) })).toEqual(
      TOO_NEW,
    );
  });

  it('opens if a newer app has added a field beside the row', async () => {
    const body = sealedText(JSON.stringify({ ...content, color: 'red' }));
    expect(await openDocument(keys, { ...place, body })).toEqual({ ok: true, content });
  });

  it('never throws, whatever the server sends', async () => {
    const anything = fc.record({
      id: fc.oneof(fc.string(), fc.constant(place.id)),
      n: fc.oneof(fc.double(), fc.maxSafeInteger()),
      body: fc.oneof(
        fc.string(),
        fc.uint8Array({ maxLength: 600 }).map((bytes) => Buffer.from(bytes).toString('base64url')),
      ),
    });
    await fc.assert(
      fc.asyncProperty(anything, async (document) => {
        expect(await openDocument(keys, document)).toMatchObject({ ok: false });
      }),
    );
  });
});

describe('the tag of a body', () => {
  it('is its last 16 bytes, at any length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 100 }), (bytes) => {
        expect(tagOfBody(Buffer.from(bytes).toString('base64url'))).toEqual(tagOf(bytes));
      }),
    );
  });

  it('is unknown if there is none', () => {
    expect(['', 'AAAA', '*'.repeat(40), 'A'.repeat(37)].map(tagOfBody)).toEqual([null, null, null, null]);
  });
});

it('seals and opens 200 documents of a push', async () => {
  const rows = Array.from({ length: 200 }, (_, index) => ({ id: `i${index}`, note: 'x'.repeat(500) }));
  const docs = await Promise.all(
    rows.map(async (row) => {
      const id = await documentId(keys, 'incidents', row.id);
      const sealed: DocumentContent = { generation: 3, table: 'incidents', row };
      return { id, n: 1, body: await sealDocument(keys, { id, n: 1 }, sealed) };
    }),
  );
  const opened = await Promise.all(docs.map((doc) => openDocument(keys, doc)));
  expect(opened.map((document) => document.ok && document.content.row)).toEqual(rows);
  expect(new Set(docs.map(({ body }) => tagOfBody(body)?.join())).size).toBe(200);
});
