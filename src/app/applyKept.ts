import { applyPending } from '@/db/applyPending';
import type { InfernalDatabase } from '@/db/database';
import { pendingToVersion2 } from '@/db/keptCommands';
import type { PendingWrite } from '@/db/pending';
import type { StorageFailure } from '@/domain/refusal';
import type { Translation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { useAppStatus } from '@/stores/status';
import { useToasts } from '@/stores/toasts';

/**
 * Applies pending writes, and says what became of them. Returns why the storage did not take them
 * all; null if it did. This file is loaded only if there are any, with the commands of the sheets.
 */
export async function applyKept(
  db: InfernalDatabase,
  { t, loadDayMessages }: Translation,
  writes: readonly PendingWrite[],
): Promise<StorageFailure | null> {
  const outcome = await applyPending(db, readClock(), pendingToVersion2, writes);
  const { applied, leftOut, unknown, failure } = outcome;
  await loadDayMessages();
  const messages = [
    applied > 0 && t('storage.applied', { count: applied }),
    leftOut > 0 && t('storage.leftOut', { count: leftOut }),
  ];
  const text = messages.filter(Boolean).join(' ');
  if (text) useToasts.getState().showSuccess(text);
  useAppStatus.getState().set({ unknownWrites: unknown });
  return failure;
}
