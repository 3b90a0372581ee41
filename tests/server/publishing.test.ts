// Before the modules of the database, which look for IndexedDB when they are loaded.
import '../support/setupStorage';

import { beforeEach, describe, expect, it } from 'vitest';
import { readFiguresLog } from '@/db/figuresLog';
import { readOwnFigures } from '@/db/sharing/figures';
import { moveToSecret } from '@/db/sharing/share';
import { endSharing } from '@/db/sharing/changeSharing';
import { formatOpenMetrics } from '@/exports/openMetrics/openMetrics';
import { addMs, type Instant, MINUTE_MS } from '@/lib/time';
import { connectTo } from '@/sync/connect';
import { deriveKeys, newHouseholdSecret } from '@/sync/crypto/householdKeys';
import { createFiguresService } from '@/sync/figures/figuresService';
import { syncRound } from '@/sync/round';
import { logPastWakeUp } from '../support/database';
import { at, wakeUp } from '../support/factories';
import { householdOf, type SharedPhone, sharedPhones } from '../support/sharedPhone';
import { onEachStore } from './support/onEachStore';

/* Two phones that publish, with the real log, the real client and the real server. */

onEachStore('phones that publish their figures', (server) => {
  let now: Instant;
  let hers: SharedPhone;
  let his: SharedPhone;
  beforeEach(async () => {
    now = at('2026-11-17 10:00');
    const household = await householdOf(newHouseholdSecret());
    const client = () => connectTo({ origin: server.home.url })(household.keys);
    const phones = await sharedPhones({ client }, [0, 0], () => now, household);
    [hers, his] = phones as [SharedPhone, SharedPhone];
  });

  const serviceOf = ({ db }: SharedPhone) =>
    createFiguresService({
      db,
      connection: { origin: server.home.url },
      now: () => now,
      compute: async (namedBy) => {
        const log = await readFiguresLog(db, now);
        return log && formatOpenMetrics(log, now, namedBy);
      },
    });
  const tokenOf = async ({ db }: SharedPhone) => (await readOwnFigures(db))?.token ?? '';
  const scrape = async (token: string) => {
    const response = await fetch(`${server.home.url}/metrics/household`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    return response.status === 200 ? response.text() : response.status;
  };
  /** Logs a wake-up of the last night, which the server then has. */
  const logWakeUp = async (phone: SharedPhone, from: string, to: string) => {
    expect((await logPastWakeUp(phone.db, wakeUp(from, to), now)).ok).toBe(true);
    await syncRound(phone.context);
  };
  const count = (text: string | number) => /^infernalops_incidents\{window="7d"\} (\d+)$/m.exec(String(text))?.[1];

  it('publish under pseudonyms until names are chosen, and under a new token when that is asked for', async () => {
    const service = serviceOf(hers);
    await logWakeUp(hers, '02:43', '03:03');
    expect(await service.readOwn()).toBeNull();
    expect(await service.findPublisher()).toEqual({ ok: true, value: 'none' });
    expect(await service.switchOn()).toEqual({ ok: true, value: null });
    expect(await service.findPublisher()).toEqual({ ok: true, value: 'here' });
    const first = await tokenOf(hers);
    expect(count(await scrape(first))).toBe('1');
    expect(await scrape(first)).toContain('child="child_1"');
    expect(await scrape(first)).not.toContain('Léo');
    expect((await service.nameBy('names')).ok).toBe(true);
    expect(await scrape(first)).toContain('child="Léo"');
    expect((await service.renewToken()).ok).toBe(true);
    expect(await scrape(first)).toBe(401);
    expect(await scrape(await tokenOf(hers))).toContain('child="Léo"');
  });

  it('publish when the log has changed, every five minutes at most', async () => {
    const service = serviceOf(hers);
    await service.switchOn();
    const token = await tokenOf(hers);
    await logWakeUp(hers, '02:43', '03:03');
    now = addMs(now, 4 * MINUTE_MS);
    await service.publishIfDue();
    // A log without any incident of which something is known has no count.
    expect(count(await scrape(token))).toBeUndefined();
    now = addMs(now, MINUTE_MS);
    await service.publishIfDue();
    expect(count(await scrape(token))).toBe('1');
    const { publishedAt } = (await service.readOwn()) ?? {};
    now = addMs(now, 60 * MINUTE_MS);
    await service.publishIfDue();
    expect((await service.readOwn())?.publishedAt).toBe(publishedAt);
    // A new night is another window, although nobody has logged anything.
    now = at('2026-11-17 20:30');
    await service.publishIfDue();
    expect((await service.readOwn())?.publishedAt).toBe(now);
  });

  it('do not publish what the other phones have not heard yet', async () => {
    const service = serviceOf(hers);
    await service.switchOn();
    now = addMs(now, 10 * MINUTE_MS);
    await logPastWakeUp(hers.db, wakeUp('02:43', '03:03'), now);
    await service.publishIfDue();
    expect(count(await scrape(await tokenOf(hers)))).toBeUndefined();
  });

  it('stop when another phone takes over, or switches them off', async () => {
    await serviceOf(hers).switchOn();
    const hersToken = await tokenOf(hers);
    expect(await serviceOf(his).findPublisher()).toEqual({ ok: true, value: 'elsewhere' });
    await serviceOf(his).switchOn();
    expect(await scrape(hersToken)).toBe(401);
    now = addMs(now, 10 * MINUTE_MS);
    await logWakeUp(hers, '02:43', '03:03');
    await serviceOf(hers).publishIfDue();
    expect((await readOwnFigures(hers.db))?.isStopped).toBe(true);
    expect(await scrape(hersToken)).toBe(401);
    // Switched on again, it goes on under the token that Prometheus knows.
    await serviceOf(hers).switchOn();
    expect(count(await scrape(hersToken))).toBe('1');
    expect((await serviceOf(his).switchOff()).ok).toBe(true);
    expect(await readOwnFigures(his.db)).toBeNull();
    expect(await scrape(hersToken)).toBe(401);
    now = addMs(now, 10 * MINUTE_MS);
    await logWakeUp(hers, '04:00', '04:10');
    await serviceOf(hers).publishIfDue();
    expect(await scrape(hersToken)).toBe(401);
  });

  it('go on in the household that has moved to another secret', async () => {
    await serviceOf(hers).switchOn();
    const token = await tokenOf(hers);
    const secret = newHouseholdSecret();
    const next = await deriveKeys(secret);
    const client = connectTo({ origin: server.home.url })(next);
    await client.createHousehold();
    await moveToSecret(hers.db, {
      from: hers.context.keys.householdId,
      householdId: next.householdId,
      secret,
      former: null,
    });
    await syncRound({ ...hers.context, keys: next, client });
    await serviceOf(hers).publishIfDue();
    expect((await readOwnFigures(hers.db))?.householdId).toBe(next.householdId);
    await connectTo({ origin: server.home.url })(hers.context.keys).deleteHousehold();
    expect(await scrape(token)).toContain('infernalops_published_timestamp_seconds');
  });

  it('change nothing here that the server did not take', async () => {
    const service = createFiguresService({
      db: hers.db,
      connection: { origin: server.home.url, fetch: () => Promise.reject(new TypeError('offline')) },
      now: () => now,
      compute: async () => '# EOF\n',
    });
    expect(await service.switchOn()).toEqual({ ok: false, failure: 'offline' });
    expect(await readOwnFigures(hers.db)).toBeNull();
    await serviceOf(hers).switchOn();
    const own = await readOwnFigures(hers.db);
    for (const answer of [await service.switchOff(), await service.renewToken(), await service.nameBy('names')])
      expect(answer).toEqual({ ok: false, failure: 'offline' });
    now = addMs(now, 10 * MINUTE_MS);
    await logWakeUp(hers, '02:43', '03:03');
    await service.publishIfDue();
    expect(await readOwnFigures(hers.db)).toEqual(own);
  });

  describe('a phone that no longer shares', () => {
    it('publishes nothing, and has forgotten the token', async () => {
      await serviceOf(hers).switchOn();
      await endSharing(hers.db, { ended: null });
      expect(await readOwnFigures(hers.db)).toBeNull();
      await serviceOf(hers).publishIfDue();
      expect(await serviceOf(hers).switchOn()).toEqual({ ok: false, failure: 'unauthorized' });
    });
  });
});
