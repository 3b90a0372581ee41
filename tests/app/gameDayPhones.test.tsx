import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GAMEDAY_DATABASE_NAME } from '@/db/database';
import { readIncident } from '@/db/queries';
import type { Entry } from '@/domain/rows/incident';
import { DRILL_RATES, simulatedAnswer } from '@/gameday/simulatedAnswer';
import { usePagerStatus } from '@/stores/pager';
import { householdDatabase } from '../support/database';
import { DAD, entry, incident, MUM, tonightAt } from '../support/factories';
import { standard } from '../support/runbooks';
import { screenStarter, setNow } from '../support/screen';

const SEED = 7;
/** The id of a page that a simulated phone answers so. */
function pageAnswered(answer: 'up' | 'declined' | null): string {
  const ids = Array.from({ length: 200 }, (_, index) => `page ${index}`);
  const id = ids.find((page) => simulatedAnswer(page, { seed: SEED, ...DRILL_RATES }).answer === answer);
  if (id === undefined) throw new Error(`no page is answered ${answer}`);
  return id;
}

/**
 * Opens the phone of a caregiver in a GameDay, half a minute after Dad was paged: what a simulated
 * phone says is due by then.
 */
async function open(pageId: string, later: Entry[] = [], holderId = MUM) {
  sessionStorage.setItem('infernalops.gameday', `${SEED} ${holderId}`);
  setNow('02:44:30');
  const page = entry('escalated', '02:44:00', { id: pageId, via: 'page' });
  const timeline = [entry('detected', '02:43:00'), page, ...later];
  const db = await householdDatabase([incident(timeline, { runbookId: standard.id })], GAMEDAY_DATABASE_NAME);
  await db.runbooks.put(standard);
  await screenStarter()({ db });
  await screen.findByText('GameDay: nothing here is in your log.');
  const said = async () =>
    ((await readIncident(db, 'incident'))?.timeline ?? [])
      .filter(({ id }) => id.startsWith(`${pageId}/`))
      .map(({ id, at }) => [id.slice(pageId.length + 1), at]);
  return { db, said };
}

/** The locks that windows hold, and how often this window asked for them. */
const locks = { held: [] as { name: string }[], query: vi.fn(), request: vi.fn() };

beforeEach(() => {
  locks.held = [];
  locks.query.mockReset().mockImplementation(async () => ({ held: locks.held }));
  locks.request.mockReset().mockResolvedValue(undefined);
  Object.defineProperty(navigator, 'locks', { configurable: true, value: locks });
});
afterEach(async () => {
  Reflect.deleteProperty(navigator, 'locks');
  sessionStorage.clear();
});

const delivered = entry('delivered', '02:44:02');
const NOW = tonightAt('02:44:30');

describe('the simulated phones of a GameDay', () => {
  it('ring, and are the ones that can be paged', async () => {
    const id = pageAnswered(null);
    const { said } = await open(id);
    await waitFor(async () => expect(await said()).toEqual([['delivered', NOW]]));
    expect(usePagerStatus.getState()).toEqual({ pageable: [DAD], sending: { [id]: 'sent' } });
  });

  it.each(['up', 'declined'] as const)('answer “%s”', async (answer) => {
    const { said } = await open(pageAnswered(answer), [delivered]);
    await waitFor(async () => expect(await said()).toEqual([[answer, NOW]]));
  });

  it('leave the answer to the window that plays this phone', async () => {
    locks.held = [{ name: `infernalops-gameday-phone ${DAD}` }];
    const { said } = await open(pageAnswered('up'), [delivered]);
    await waitFor(() => expect(locks.query).toHaveBeenCalled());
    await act(async () => {});
    expect(await said()).toEqual([]);
  });

  it('the phone of this window rings at once, and is answered by hand only', async () => {
    const { said } = await open(pageAnswered('up'), [], DAD);
    await waitFor(async () => expect(await said()).toEqual([['delivered', NOW]]));
    expect(locks.request.mock.calls.map(([name, options]) => [name, options])).toEqual([
      [`infernalops-gameday-phone ${DAD}`, { mode: 'shared' }],
    ]);
    expect(locks.query).not.toHaveBeenCalled();
    expect(usePagerStatus.getState().pageable).toEqual([MUM]);
  });
});
