import type { InfernalDatabase } from '@/db/database';
import { readSharing } from '@/db/sharing/readSharing';
import type { Instant } from '@/lib/time';
import { API_BASE } from '@/protocol/limits';
import type { ButtonCalls } from '@/sync/client/buttons';
import type { Connection } from '@/sync/client/request';
import type { RequestFailure } from '@/sync/client/requestFailure';
import { connectTo } from '@/sync/connect';
import {
  type ButtonPlace,
  hashOfToken,
  newButtonId,
  newButtonToken,
  openLabel,
  sealLabel,
  sealWord,
} from '@/sync/crypto/buttonSeals';
import { deriveKeys } from '@/sync/crypto/householdKeys';
import type { ButtonsAnswer, ButtonsService } from './service';

const failed = ({ kind }: RequestFailure): Extract<ButtonsAnswer, { ok: false }> => ({
  ok: false,
  failure: kind === 'gone' ? 'unauthorized' : kind === 'notFound' ? 'oldServer' : kind,
});

/** Returns what the screens of the buttons can ask. */
export function createButtonsService({
  db,
  connection,
}: {
  db: InfernalDatabase;
  connection: Connection;
}): ButtonsService {
  /** Runs something for the household that this phone shares. */
  const asPhone = async <Value>(
    task: (client: ButtonCalls, household: Omit<ButtonPlace, 'buttonId'>) => Promise<ButtonsAnswer<Value>>,
  ): Promise<ButtonsAnswer<Value>> => {
    const sharing = await readSharing(db);
    if (!sharing) return { ok: false, failure: 'unauthorized' };
    const { secret } = sharing;
    const keys = await deriveKeys(secret);
    return task(connectTo(connection)(keys), { secret, householdId: keys.householdId });
  };

  return {
    readButtons: () =>
      asPhone(async (client, household) => {
        const reply = await client.getButtons();
        if (!reply.ok) return failed(reply.failure);
        const buttons = await Promise.all(
          reply.value.map(async ({ id, body, pressedAt }) => {
            const label = await openLabel({ ...household, buttonId: id }, body);
            const { name, childId } = label ?? { name: null, childId: null };
            return { id, name, childId, pressedAt: pressedAt as Instant | null };
          }),
        );
        return { ok: true, value: buttons.sort((a, b) => (a.name ?? '').localeCompare(b.name ?? '')) };
      }),

    addButton: (name, childId) =>
      asPhone(async (client, household) => {
        const place = { ...household, buttonId: newButtonId() };
        const token = newButtonToken();
        const body = await sealLabel(place, { name, childId });
        const reply = await client.putButton(place.buttonId, { tokenHash: await hashOfToken(token), body });
        if (!reply.ok) return failed(reply.failure);
        const [woke, asleep] = await Promise.all([
          sealWord(place, 'woke', childId),
          sealWord(place, 'asleep', childId),
        ]);
        const url = `${connection.origin}${API_BASE}/buttons/${place.buttonId}/presses`;
        return { ok: true, value: { url, token, woke, asleep } };
      }),

    removeButton: (id) =>
      asPhone(async (client) => {
        const reply = await client.deleteButton(id);
        return reply.ok ? { ok: true, value: null } : failed(reply.failure);
      }),
  };
}
