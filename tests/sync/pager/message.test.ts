import { describe, expect, it } from 'vitest';
import type { Incident } from '@/domain/rows/incident';
import { addMs } from '@/lib/time';
import { fromBase64url } from '@/sync/crypto/base64url';
import { deriveKeys } from '@/sync/crypto/householdKeys';
import { openMessage, type PagerMessage, sealMessage } from '@/sync/pager/message';
import { DAD, entry, incident, tonightAt } from '../../support/factories';

const keysOf = (byte: number) => deriveKeys(new Uint8Array(32).fill(byte));
const page = entry('escalated', '02:44:00', { id: 'page', via: 'page' });
const cry = entry('detected', '02:43:00');
const messageOf = (row: Incident): PagerMessage => ({
  kind: 'page',
  to: DAD,
  pageId: 'page',
  sentAt: tonightAt('02:44:00'),
  incident: row,
});
const opened = async (message: PagerMessage) => {
  const keys = await keysOf(1);
  const body = await sealMessage(keys, message);
  return { bytes: fromBase64url(body)?.length ?? 0, message: await openMessage(keys, body) };
};

describe('a message of the pager', () => {
  it('is opened as it was sealed', async () => {
    const keys = await keysOf(1);
    const message = messageOf(incident([cry, page]));
    const body = await sealMessage(keys, message);
    expect(await openMessage(keys, body)).toEqual(message);
  });

  it('of another household, damaged, cut, or no message at all is none', async () => {
    const body = await sealMessage(await keysOf(1), { kind: 'handover', to: DAD });
    const keys = await keysOf(1);
    for (const bad of [body.slice(0, -8), `${body.slice(0, 60)}AAAA${body.slice(64)}`, '', 'page', '%'])
      expect(await openMessage(keys, bad)).toBeNull();
    expect(await openMessage(await keysOf(2), body)).toBeNull();
  });

  it('of a newer app is none, and its further fields are ignored', async () => {
    const keys = await keysOf(1);
    const sealed = (message: object) => sealMessage(keys, message as PagerMessage);
    expect(await openMessage(keys, await sealed({ kind: 'sing', song: 1 }))).toBeNull();
    expect(await openMessage(keys, await sealed({ kind: 'handover', to: DAD, why: 'tired' }))).toEqual({
      kind: 'handover',
      to: DAD,
    });
  });

  it('carries the cry and the page of a long incident, and no incident beside a long note', async () => {
    const remedies = Array.from({ length: 40 }, (_, n) =>
      entry('remedy', addMs(tonightAt('02:44:10'), n * 1_000), { id: `remedy ${n}` }),
    );
    const long = await opened(messageOf(incident([cry, page, ...remedies])));
    expect(long.message).toEqual(
      messageOf(incident([cry, page], { updatedAt: remedies.at(-1)?.updatedAt ?? page.at })),
    );
    expect(long.bytes).toBeLessThanOrEqual(2_900);
    const noted = await opened(messageOf(incident([cry, page], { note: 'é'.repeat(2_000) })));
    expect(noted.message).toMatchObject({ incident: null });
    expect(noted.bytes).toBeLessThanOrEqual(2_900);
  });
});
