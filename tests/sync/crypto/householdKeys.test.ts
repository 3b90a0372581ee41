import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { deriveKeys, newHouseholdSecret } from '@/sync/crypto/householdKeys';
import { countingSecret, nodeKeysOf } from '../../support/sync/nodeCrypto';

it('is HKDF-SHA-256 as Node computes it', async () => {
  const secret = newHouseholdSecret();
  const keys = await deriveKeys(secret);
  const expected = nodeKeysOf(secret);
  expect(keys.householdId).toBe(expected.householdId.toString('base64url'));
  expect(keys.token).toBe(expected.token.toString('base64url'));
  const mac = await crypto.subtle.sign('HMAC', keys.idKey, Buffer.from('anything'));
  expect(Buffer.from(mac)).toEqual(createHmac('sha256', expected.idKey).update('anything').digest());
});

it('gives the ids and tokens that the first version gave', async () => {
  expect(await deriveKeys(countingSecret())).toMatchObject({
    householdId: 'PyplyXwN7QMasSfyuL4gCQ',
    token: 'Lke1XBnOWqFE6Z2I447KfXlpXjKr5Ns0TtX3psIp1mU',
  });
});

it('gives 16 and 32 bytes, and keys that cannot be read out', async () => {
  const keys = await deriveKeys(newHouseholdSecret());
  expect(Buffer.from(keys.householdId, 'base64url')).toHaveLength(16);
  expect(Buffer.from(keys.token, 'base64url')).toHaveLength(32);
  expect(keys.encryptionKey).toMatchObject({ extractable: false, algorithm: { name: 'AES-GCM', length: 256 } });
  expect(keys.idKey).toMatchObject({ extractable: false, algorithm: { name: 'HMAC', hash: { name: 'SHA-256' } } });
});

it('gives another household for a secret that differs in one bit', async () => {
  const [secret, other] = [countingSecret(), countingSecret()];
  other[31] = 31 ^ 1;
  const [keys, otherKeys] = [await deriveKeys(secret), await deriveKeys(other)];
  expect(otherKeys.householdId).not.toBe(keys.householdId);
  expect(otherKeys.token).not.toBe(keys.token);
});

it('makes a new secret of 32 bytes each time', () => {
  expect(newHouseholdSecret()).toHaveLength(32);
  expect(newHouseholdSecret()).not.toEqual(newHouseholdSecret());
});

it('refuses a secret that was cut', async () => {
  await expect(deriveKeys(newHouseholdSecret().slice(1))).rejects.toThrow(RangeError);
});
