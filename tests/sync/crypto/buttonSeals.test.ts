import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fromBase64url, toBase64url } from '@/sync/crypto/base64url';
import {
  type ButtonPlace,
  hashOfToken,
  newButtonId,
  newButtonToken,
  openLabel,
  openWord,
  sealLabel,
  sealWord,
} from '@/sync/crypto/buttonSeals';
import { countingSecret, nodeHkdf, nodeOpen } from '../../support/sync/nodeCrypto';

const place: ButtonPlace = { secret: countingSecret(), householdId: newButtonId(), buttonId: newButtonId() };

describe('the words of a button', () => {
  it('are opened by every phone that has the secret, and are of one length', async () => {
    const [woke, asleep] = [await sealWord(place, 'woke', 'leo'), await sealWord(place, 'asleep', 'leo')];
    expect(await openWord({ ...place }, woke)).toEqual({ word: 'woke', childId: 'leo' });
    expect(await openWord(place, asleep)).toEqual({ word: 'asleep', childId: 'leo' });
    expect(woke).toHaveLength(asleep.length);
    expect(await sealWord(place, 'woke', 'a child with a much longer id')).toHaveLength(woke.length);
  });

  it('are sealed as Node would, with the key of this button for this household', async () => {
    const sealed = await sealWord(place, 'woke', 'leo');
    const key = nodeHkdf(place.secret, `infernalops/1/button/${place.buttonId}`, 32);
    const ids = [place.householdId, place.buttonId].map((id) => Buffer.from(id, 'base64url'));
    const plain = nodeOpen(key, Buffer.concat([...ids, Buffer.from('word')]), sealed);
    expect(JSON.parse(plain.toString('utf8'))).toEqual({ word: 'woke', childId: 'leo' });
  });

  it.each([
    ['another button', { ...place, buttonId: newButtonId() }],
    ['another household', { ...place, householdId: newButtonId() }],
    ['another secret', { ...place, secret: new Uint8Array(32) }],
  ])('do not open for %s', async (_, other) => {
    expect(await openWord(other, await sealWord(place, 'woke', 'leo'))).toBeNull();
  });

  it('do not open if a single bit of them is another', async () => {
    const sealed = await sealWord(place, 'woke', 'leo');
    const bytes = fromBase64url(sealed) ?? new Uint8Array();
    for (const index of [0, 1, 13, 40, bytes.length - 1]) {
      const damaged = bytes.slice();
      damaged[index] = (damaged[index] ?? 0) ^ 1;
      expect(await openWord(place, toBase64url(damaged))).toBeNull();
    }
    for (const text of ['', 'A', '*', sealed.slice(4)]) expect(await openWord(place, text)).toBeNull();
  });

  it('are no name, and a name is no word', async () => {
    const label = await sealLabel(place, { name: 'Bed frame', childId: 'leo' });
    expect(await openLabel(place, label)).toEqual({ name: 'Bed frame', childId: 'leo' });
    expect(await openWord(place, label)).toBeNull();
    expect(await openLabel(place, await sealWord(place, 'woke', 'leo'))).toBeNull();
  });
});

it('a token has 32 bytes, and the server gets its hash', async () => {
  const token = newButtonToken();
  expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(newButtonToken()).not.toBe(token);
  expect(await hashOfToken(token)).toBe(createHash('sha256').update(token).digest('base64url'));
});
