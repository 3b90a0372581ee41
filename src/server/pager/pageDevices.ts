import type { DeviceResult, PageRequest } from '@/protocol/api';
import { type Log, shortId } from '@/server/log';
import type { Store } from '@/server/store/store';
import { type Device, deleteSubscription, findDevices } from './devices';
import { type PushOutcome, type PushSender, sendPush } from './sendPush';

/**
 * Sends a page to the phones it is for, all at the same time, and resolves to what became of each,
 * in the same order. A subscription that has ended is removed.
 */
export async function pageDevices(
  { store, sender, log }: { store: Store; sender: PushSender; log: Log },
  household: string,
  page: PageRequest,
): Promise<DeviceResult[]> {
  const found = new Map((await findDevices(store, household, page.to)).map((device) => [device.id, device]));
  return Promise.all(
    page.to.map(async (id): Promise<DeviceResult> => {
      const device = found.get(id);
      if (!device) return { id, result: 'unknown' };
      const outcome = await sendPush(sender, device, page);
      logOutcome(log, household, device, outcome);
      if (outcome.result === 'gone') await deleteSubscription(store, household, device);
      return { id, result: outcome.result };
    }),
  );
}

function logOutcome(log: Log, household: string, { endpoint }: Device, outcome: PushOutcome): void {
  if (outcome.result === 'sent') return;
  const facts = { household: shortId(household), service: new URL(endpoint).host };
  if (outcome.result === 'gone') log.info('subscriptionEnded', facts);
  else log.warn('pushFailed', { ...facts, reason: outcome.reason });
}
