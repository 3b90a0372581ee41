import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readCursor } from '@/db/sharing/readSharing';
import { toStoredIncident } from '@/db/storedIncident';
import type { HouseholdCalls } from '@/sync/client/client';
import { pull } from '@/sync/pull';
import { entry, incident, tonightAt, ZOE } from '../support/factories';
import { roundOf, type SharedPhone, settle, sharedPhones } from '../support/sharedPhone';
import { SimulatedServer } from '../support/simulatedServer';

/* A phone hears 450 rows in pages of 200. Each is asked for while the one before is applied. */

const now = tonightAt('09:00');
const ROWS = 450;

/** Her phone has sent everything; his has heard up to `heard`, so nothing of it. */
async function manyRows(): Promise<{ his: SharedPhone; heard: number }> {
  const [hers, his] = await sharedPhones(new SimulatedServer(), [0, 0], () => now);
  if (!hers || !his) throw new Error('there are two');
  await settle([hers, his]);
  const heard = (await readCursor(his.db)).cursor;
  const rows = Array.from({ length: ROWS }, (_, n) =>
    incident([entry('detected', '02:43')], { id: `month ${n}`, childId: ZOE, deletedAt: now }),
  );
  await hers.db.incidents.bulkPut(rows.map(toStoredIncident));
  await roundOf(hers);
  return { his, heard };
}

/** Lets `onAsked` answer when the page after the first one is asked for. */
const withSecondPage = ({ context }: SharedPhone, heard: number, onAsked: HouseholdCalls['pull']): HouseholdCalls => ({
  ...context.client,
  pull: (since, limit) => (since === heard + 200 ? onAsked(since, limit) : context.client.pull(since, limit)),
});

const unhandled = vi.fn();
beforeEach(() => {
  process.on('unhandledRejection', unhandled);
});
afterEach(() => {
  process.off('unhandledRejection', unhandled);
  unhandled.mockClear();
});

describe('the next page', () => {
  it('is asked for before the one before is applied, and all are applied in their order', async () => {
    const { his, heard } = await manyRows();
    const { client } = his.context;
    const events: string[] = [];
    const watched: HouseholdCalls = {
      ...client,
      pull: (since, limit) => {
        events.push(`asked ${since - heard}`);
        return client.pull(since, limit);
      },
    };
    const pulled = await pull({ ...his.context, client: watched }, (cursor) =>
      events.push(`applied ${cursor - heard}`),
    );
    expect(pulled).toMatchObject({ ok: true, value: { head: heard + ROWS } });
    expect(events.filter((event) => event.startsWith('applied'))).toEqual([
      'applied 200',
      'applied 400',
      'applied 450',
    ]);
    // Nothing is asked for twice.
    expect(events.filter((event) => event.startsWith('asked'))).toEqual(['asked 0', 'asked 200', 'asked 400']);
    for (const seq of [200, 400]) expect(events.indexOf(`asked ${seq}`)).toBeLessThan(events.indexOf(`applied ${seq}`));
    expect(await his.db.incidents.count()).toBe(ROWS);
  });

  it('waits for the one before, however early its answer comes', async () => {
    const { his, heard } = await manyRows();
    const events: string[] = [];
    const early = withSecondPage(his, heard, async (since, limit) => {
      const reply = await his.context.client.pull(since, limit);
      events.push('answered');
      return reply;
    });
    const counts: Promise<number>[] = [];
    await pull({ ...his.context, client: early }, () => {
      events.push('applied');
      counts.push(his.db.incidents.count());
    });
    expect(events).toEqual(['answered', 'applied', 'applied', 'applied']);
    expect(await Promise.all(counts)).toEqual([200, 400, 450]);
  });

  it('is not applied if the one before could not be written, and is heard again', async () => {
    const { his, heard } = await manyRows();
    const failing = withSecondPage(his, heard, (since, limit) => {
      vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
        throw new DOMException('no room', 'QuotaExceededError');
      });
      return his.context.client.pull(since, limit);
    });
    expect(await pull({ ...his.context, client: failing })).toEqual({ ok: false, failure: { kind: 'storage' } });
    vi.restoreAllMocks();
    expect(await his.db.incidents.count()).toBe(0);
    expect((await readCursor(his.db)).cursor).toBe(heard);
    expect(await pull(his.context)).toMatchObject({ ok: true });
    expect(await his.db.incidents.count()).toBe(ROWS);
  });

  it('that fails ends the pull after the one before is applied', async () => {
    const { his, heard } = await manyRows();
    const cut = withSecondPage(his, heard, async () => ({ ok: false, failure: { kind: 'offline' } }));
    expect(await pull({ ...his.context, client: cut })).toEqual({ ok: false, failure: { kind: 'offline' } });
    expect(await his.db.incidents.count()).toBe(200);
    expect((await readCursor(his.db)).cursor).toBe(heard + 200);
  });

  it('that throws is no rejection that nobody handles, also if nobody needs it any more', async () => {
    const { his, heard } = await manyRows();
    const killed = new Error('killed');
    const throwing = withSecondPage(his, heard, () => Promise.reject(killed));
    await expect(pull({ ...his.context, client: throwing })).rejects.toBe(killed);
    expect(await his.db.incidents.count()).toBe(200);

    const third = withSecondPage(his, heard + 200, () => {
      vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
        throw new DOMException('no room', 'QuotaExceededError');
      });
      return Promise.reject(killed);
    });
    expect(await pull({ ...his.context, client: third })).toEqual({ ok: false, failure: { kind: 'storage' } });
    expect(unhandled).not.toHaveBeenCalled();
  });
});
