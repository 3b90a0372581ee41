import { pbkdf2Sync } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type JoinCode, readJoinCode } from '@/domain/phones/joinCode';
import { newHouseholdSecret } from '@/sync/crypto/householdKeys';
import { type InvitationKeys, invitationKeys, newCode, openInvitation, sealInvitation } from '@/sync/crypto/invitation';
import { countingSecret, nodeHkdf, nodeOpen, nodeSeal } from '../../support/sync/nodeCrypto';

const CODE = 'K7QM-2F9X-HB4T' as JoinCode;
const REFUSED = { ok: false, reason: 'refused' };

const content = {
  secret: countingSecret(),
  children: [{ id: 'c1', name: 'Zoé', birthDate: '2026-03-01' }],
  caregivers: [{ id: 'p1', name: 'Maël' }],
};

/** Node's derivation takes a moment, too, so each code is derived once. */
let keys: InvitationKeys;
let otherKeys: InvitationKeys;
let nodeKeys: { id: Buffer; key: Buffer };
beforeAll(async () => {
  keys = await invitationKeys(CODE);
  otherKeys = await invitationKeys('K7QM-2F9X-HB4V' as JoinCode);
  const stretched = pbkdf2Sync(CODE, 'infernalops/1/invitation', 600_000, 32, 'sha256');
  nodeKeys = {
    id: nodeHkdf(stretched, 'infernalops/1/invitation-id', 16),
    key: nodeHkdf(stretched, 'infernalops/1/invitation-key', 32),
  };
});

describe('a new code', () => {
  it('has three groups of four characters, and is read as it is shown, typed and linked', () => {
    for (let i = 0; i < 200; i++) {
      const code = newCode();
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
      const typed = code.replaceAll('-', ' ').toLowerCase();
      for (const text of [code, typed, `https://home.example/#/join/${code}`])
        expect(readJoinCode(text)).toEqual({ ok: true, code });
    }
  });

  it('has each of the 32 characters in each place as often as any other', () => {
    const CODES = 20_000;
    const counts = new Map<string, number>();
    for (let i = 0; i < CODES; i++) {
      [...newCode()].forEach((character, place) => {
        const key = `${place}${character}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      });
    }
    counts.delete('4-');
    counts.delete('9-');
    // 12 places × 32 characters, 625 of each are expected. Eight standard deviations are 197: that
    // chance alone exceeds them has a probability below 10^-12.
    expect(counts.size).toBe(384);
    expect(Math.max(...counts.values())).toBeLessThan(625 + 197);
    expect(Math.min(...counts.values())).toBeGreaterThan(625 - 197);
  });
});

describe('an invitation', () => {
  it('is kept where Node computes it, and opens with the key that Node computes', async () => {
    expect(keys.id).toBe(nodeKeys.id.toString('base64url'));
    const body = await sealInvitation(keys, content);
    const text = nodeOpen(nodeKeys.key, Buffer.from(keys.id), body).toString();
    expect(JSON.parse(text)).toEqual({ ...content, secret: Buffer.from(countingSecret()).toString('base64url') });
  });

  it('has the id that the first version gave its code', () => {
    expect(keys.id).toBe('RTEr5xck0GAh4RlxwAzkMw');
  });

  it('of the first version still opens', async () => {
    const body = [
      'AdmqDqshJRZO4jR8tv7Bjo2yR2gkHExGpJJQRF5mE6W92BBcxsjiCv_8lkrciCNWKkAFO-',
      'RMYObEOrCPR8DE8WODJdmkA8seaph2wgi4IIDaJz2QPm-GeVAtkko7hk181Zj1pXeUJiyGdra5_5wpwgvZPx7k7vcm',
      'IYZ7q44xL3eaWVpRN1vV2EoTfxMwfyTiVFQoYNXKwSJvyGgr4YK-uVqRMus8CdNCRAT7xXc9ZZUff6Ks9Y67JmVYoG',
      'IHZgV8CVZ0ACvWiaqyfZTz9O2kYuotZdqAtVqNtmQgJmybpNZin4-',
      'EQFwkTQKousAanc266bIQT9SzJnkqfP_9JUcmrLMx60zZqjF5tGIOAMHk95xJJc1mfY5QiFzzojyp',
    ].join('');
    expect(await openInvitation(keys, body)).toEqual({ ok: true, content });
  });

  it('brings the secret and the names to the other phone', async () => {
    const secret = newHouseholdSecret();
    const opened = await openInvitation(keys, await sealInvitation(keys, { ...content, secret }));
    expect(opened).toEqual({ ok: true, content: { ...content, secret } });
  });

  it('brings the operator’s word, if the household was made with one', async () => {
    const withWord = { ...content, invite: 'lullaby' };
    expect(await openInvitation(keys, await sealInvitation(keys, withWord))).toEqual({ ok: true, content: withWord });
  });

  it('is refused with the code of another one, or in its place', async () => {
    const body = await sealInvitation(keys, content);
    expect(await openInvitation(otherKeys, body)).toEqual(REFUSED);
    expect(await openInvitation({ ...keys, id: otherKeys.id }, body)).toEqual(REFUSED);
  });

  it('is refused with any byte changed, and if it is no base64url', async () => {
    const body = Buffer.from(await sealInvitation(keys, content), 'base64url');
    for (let index = 1; index < body.length; index++) {
      const changed = Buffer.from(body);
      changed[index] = (body[index] ?? 0) ^ 0x80;
      expect(await openInvitation(keys, changed.toString('base64url'))).toEqual(REFUSED);
    }
    expect(await openInvitation(keys, '<!doctype html>')).toEqual(REFUSED);
    expect(await openInvitation(keys, '')).toEqual(REFUSED);
  });

  const sealedText = (text: string, version?: number) => nodeSeal(nodeKeys.key, Buffer.from(keys.id), text, version);
  const SECRET = Buffer.from(countingSecret()).toString('base64url');

  it('may carry fields of a newer app, and may lack the names', async () => {
    const body = sealedText(JSON.stringify({ secret: SECRET, color: 'red' }));
    expect(await openInvitation(keys, body)).toEqual({
      ok: true,
      content: { secret: countingSecret(), children: [], caregivers: [] },
    });
  });

  it('is refused with a secret of another length, and without one', async () => {
    for (const text of [`{"secret":"${SECRET.slice(0, 40)}"}`, '{"secret":7}', '{}', 'null', '']) {
      expect(await openInvitation(keys, sealedText(text))).toEqual(REFUSED);
    }
  });

  it('is too new if a newer app sealed it', async () => {
    expect(await openInvitation(keys, sealedText(`{"secret":"${SECRET}"}`, 2))).toEqual({
      ok: false,
      reason: 'tooNew',
    });
  });
});
