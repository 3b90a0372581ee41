import type { Page } from '@playwright/test';
import { toStoredIncident } from '@/db/storedIncident';
import type { Entry } from '@/domain/rows/incident';
import { createDetected, createEscalated } from '@/domain/timeline/createEntry';
import { addMs, type Instant, MINUTE_MS } from '@/lib/time';
import { TonightPage } from '../pages/tonight';
import { WatchPage } from '../pages/watch';
import { putStored, readStored } from './storedRows';
import { expect } from './test';

export interface WatchOptions {
  /** The time of the phone, which stands still. */
  time: string;
  /** When Mum's phone has paged Dad; nobody has if it is left out. */
  pagedAt?: string;
  /** Dad until 3:00, then Mum. */
  hasHandover?: boolean;
}

/** Opens the start of the watch on Dad's phone. */
export async function openWatch(page: Page, { time, pagedAt, hasHandover }: WatchOptions) {
  await page.clock.setFixedTime(new Date(time));
  await new TonightPage(page).open();
  const [mum, dad] = (await readStored(page, 'caregivers')).map(({ id }) => id);
  if (!mum || !dad) throw new Error('the household has no two caregivers');
  await page.evaluate((holderId) => {
    const key = 'infernalops.device';
    const { state, version = 0 } = JSON.parse(localStorage.getItem(key) ?? '{}');
    localStorage.setItem(key, JSON.stringify({ state: { ...state, holderId }, version }));
  }, dad);
  if (hasHandover) {
    const [household] = await readStored(page, 'household');
    const slots = [{ primary: dad, secondary: mum, handoverAt: '03:00' }];
    await putStored(page, 'household', { ...household, rotation: { anchor: '2026-11-16', slots } });
  }
  if (pagedAt) await putPage(page, Date.parse(pagedAt) as Instant, { mum, dad });
  await page.reload();
  const watch = new WatchPage(page);
  await watch.open();
  return watch;
}

/** An incident in which Mum pages Dad, a minute after the child woke. */
async function putPage(page: Page, at: Instant, { mum, dad }: { mum: string; dad: string }): Promise<void> {
  const [child] = await readStored(page, 'children');
  const findRunbook = async () => {
    const runbooks = await readStored<{ id: string; trigger: string }>(page, 'runbooks');
    return runbooks.find(({ trigger }) => trigger === 'standard');
  };
  // They are written after the first frame.
  await expect.poll(findRunbook).toBeDefined();
  const runbook = await findRunbook();
  const moment = (id: string, then: Instant) => ({ id, at: then, now: at });
  const timeline: Entry[] = [
    createDetected(moment('woke', addMs(at, -MINUTE_MS)), mum, 'tap'),
    createEscalated(moment('paged', at), dad, 1, 'page'),
  ];
  await putStored(
    page,
    'incidents',
    toStoredIncident({
      ...{ id: 'the-incident', updatedAt: at, deletedAt: null, childId: child?.id ?? '', causeId: null },
      ...{ runbookId: runbook?.id ?? null, note: '', forReport: false, mergedInto: null, timeline },
    }),
  );
}
