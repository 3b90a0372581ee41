import { createPrivateKey, createPublicKey, diffieHellman } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { newHouseholdSecret } from '@/sync/crypto/householdKeys';
import { generatePhoneKeys, openWith, type PhoneKeys, sealFor } from '@/sync/crypto/phoneKeys';
import { nodeHkdf, nodeOpen } from '../../support/sync/nodeCrypto';

const REFUSED = { ok: false, reason: 'refused' };

let phone: PhoneKeys;
let other: PhoneKeys;
beforeAll(async () => {
  [phone, other] = [await generatePhoneKeys(), await generatePhoneKeys()];
});

const sealedFor = async (publicKey: string, bytes: Uint8Array<ArrayBuffer>) => (await sealFor(publicKey, bytes)) ?? '';

/** The public key of Node for an uncompressed point. */
const pointOf = (point: Buffer) =>
  createPublicKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    },
  });

describe('what is sealed for a phone', () => {
  it('opens on this phone', async () => {
    const secret = newHouseholdSecret();
    expect(await openWith(phone, await sealedFor(phone.publicKey, secret))).toEqual({ ok: true, content: secret });
  });

  it('opens with Node: ECDH with the point in front, HKDF, AES-GCM', async () => {
    const secret = newHouseholdSecret();
    const sealed = Buffer.from(await sealedFor(phone.publicKey, secret), 'base64url');
    const sender = sealed.subarray(0, 65);
    const privateKey = createPrivateKey({ key: Buffer.from(phone.privateKey), format: 'der', type: 'pkcs8' });
    const shared = diffieHellman({ privateKey, publicKey: pointOf(sender) });
    const key = nodeHkdf(shared, 'infernalops/1/for-one-phone', 32);
    const context = Buffer.concat([sender, Buffer.from(phone.publicKey, 'base64url')]);
    expect(nodeOpen(key, context, sealed.subarray(65).toString('base64url'))).toEqual(Buffer.from(secret));
  });

  it('opens on no other phone, not even under the name of the first', async () => {
    const sealed = await sealedFor(phone.publicKey, newHouseholdSecret());
    expect(await openWith(other, sealed)).toEqual(REFUSED);
    expect(await openWith({ ...other, publicKey: phone.publicKey }, sealed)).toEqual(REFUSED);
    expect(await openWith({ ...phone, publicKey: other.publicKey }, sealed)).toEqual(REFUSED);
  });

  it('is refused with any byte changed, and cut anywhere', async () => {
    const sealed = Buffer.from(await sealedFor(phone.publicKey, newHouseholdSecret()), 'base64url');
    for (let index = 0; index < sealed.length; index++) {
      const changed = Buffer.from(sealed);
      changed[index] = (sealed[index] ?? 0) ^ (1 << (index % 8));
      // The byte behind the point is the version.
      const expected = index === 65 ? { ok: false, reason: 'tooNew' } : REFUSED;
      expect([index, await openWith(phone, changed.toString('base64url'))]).toEqual([index, expected]);
      expect(await openWith(phone, sealed.subarray(0, index).toString('base64url'))).toEqual(REFUSED);
    }
    expect(await openWith(phone, '<!doctype html>')).toEqual(REFUSED);
  });

  it('is another each time', async () => {
    const secret = newHouseholdSecret();
    expect(await sealFor(phone.publicKey, secret)).not.toBe(await sealFor(phone.publicKey, secret));
  });

  it('of the first version still opens', async () => {
    const kept: PhoneKeys = {
      publicKey: 'BGfhQsDJ28L1-9bL2--e0I9VDgdYfR8um2GUYoJfWD_jihMcXUt5N_4vMwFxlboIUWlj0eL3KhIAutByZeYbY4s',
      privateKey: Uint8Array.from(
        Buffer.from(
          [
            'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQghM_E-rM1JIKG6xj1mbJjjei32LCXh-',
            'CmWPfaIuM8NFahRANCAARn4ULAydvC9fvWy9vvntCPVQ4HWH0fLpthlGKCX1g_44oTHF1LeTf-',
            'LzMBcZW6CFFpY9Hi9yoSALrQcmXmG2OL',
          ].join(''),
          'base64url',
        ),
      ),
    };
    const sealed = [
      'BCzSRuXEPLeVYxvXgxZAfPCxU7ijcjKUKvgguQm0mYvgxYABPdfvNrv351VDZKyYDJjqH_cIgTgyPtNBDY0wh7sBpQ',
      'wYoYRvY7stgzldPcI-AGYqL05hj76TeZsyujPgC4N30U5dLY6-3R_j',
    ].join('');
    expect(await openWith(kept, sealed)).toEqual({ ok: true, content: new TextEncoder().encode('the new secret') });
  });
});

describe('a key that is none', () => {
  it('gets nothing sealed', async () => {
    const point = Buffer.from(phone.publicKey, 'base64url');
    const offTheCurve = Buffer.from(point);
    offTheCurve[64] = (point[64] ?? 0) ^ 1;
    const compressed = Buffer.concat([Uint8Array.of(2 + ((point[64] ?? 0) & 1)), point.subarray(1, 33)]);
    for (const key of [offTheCurve, compressed, Buffer.from([0]), Buffer.alloc(65), point.subarray(0, 64)]) {
      expect(await sealFor(key.toString('base64url'), newHouseholdSecret())).toBeNull();
    }
    expect(await sealFor('not base64url!', newHouseholdSecret())).toBeNull();
  });

  it('opens nothing', async () => {
    const sealed = await sealedFor(phone.publicKey, newHouseholdSecret());
    expect(await openWith({ ...phone, privateKey: phone.privateKey.slice(3) }, sealed)).toEqual(REFUSED);
    expect(await openWith({ ...phone, publicKey: '!' }, sealed)).toEqual(REFUSED);
  });
});

it('is plain data that IndexedDB can keep', () => {
  expect(structuredClone(phone)).toEqual(phone);
  expect(Buffer.from(phone.publicKey, 'base64url')).toHaveLength(65);
});
