import { Dexie } from 'dexie';
import { beforeEach, expect, it, vi } from 'vitest';
import { startApp } from '@/app/start';
import { DATABASE_NAME } from '@/db/database';
import { EarlyDatabase } from '@/db/earlyTaps';
import { useToasts } from '@/stores/toasts';

/*
 * The real start, in which a tap on the shell falls between the reading of the log and its screen.
 */

const real = vi.hoisted(() => ({ afterOpening: async () => {} }));
vi.mock('@/app/openLog', async (original) => {
  const { openLog } = await original<typeof import('@/app/openLog')>();
  return {
    openLog: async (...call: Parameters<typeof openLog>) => {
      const rows = await openLog(...call);
      await real.afterOpening();
      return rows;
    },
  };
});

beforeEach(async () => {
  for (const name of [DATABASE_NAME, 'infernalops-early']) await Dexie.delete(name);
});

/** As public/early.js stores a tap, and says that it has. */
async function tapTheShell(): Promise<void> {
  const early = new EarlyDatabase();
  await early.taps.put({ id: 'early', at: Date.now(), child: null });
  early.close();
  dispatchEvent(new Event('infernalops:early-tap'));
}

it('logs a tap that is stored after the log was read and before the screen is there', async () => {
  real.afterOpening = tapTheShell;
  const { initialRows } = await startApp();
  await vi.waitFor(async () => expect(await initialRows.db.incidents.count()).toBe(1));
  expect((await initialRows.db.incidents.toArray())[0]?.id).toBe('early');
  await vi.waitFor(() => expect(useToasts.getState().toast?.undo).toMatchObject([{ after: { id: 'early' } }]));
  initialRows.db.close();
});
