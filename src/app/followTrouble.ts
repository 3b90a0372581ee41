import type { InfernalDatabase } from '@/db/database';
import type { StorageFailure } from '@/domain/refusal';
import type { Translation } from '@/i18n/useTranslation';
import { SECOND_MS } from '@/lib/time';
import { type StorageProblem, useAppStatus } from '@/stores/status';
import { useToasts } from '@/stores/toasts';
import { openOverlayOn, writeKept } from './troubledLog';

/** How often a storage that takes no writes is tried again. */
const TRY_AGAIN_MS = 30 * SECOND_MS;

/** The problems in which the log can still be read and only its writes fail. */
const FAILURES: ReadonlySet<string> = new Set<StorageFailure>(['full', 'connectionLost', 'newerSchema', 'unknown']);

/**
 * Opens an overlay on a log that takes no writes, or waits until the log under an overlay takes
 * them again. Calls `show` with the log to be shown then. Returns a function that stops.
 */
export function followTrouble(
  db: InfernalDatabase,
  problem: StorageProblem,
  { t, loadDayMessages }: Translation,
  show: (db: InfernalDatabase) => void,
): () => void {
  let isStopped = false;
  const stop = () => {
    isStopped = true;
    clearInterval(timer);
  };
  const showUnlessStopped = (shown: InfernalDatabase) => {
    if (!isStopped) show(shown);
  };
  const tryAgain = async () => {
    const base = db.overlay?.base;
    const count = base ? await writeKept(base) : null;
    if (!base || count === null || isStopped) return;
    showUnlessStopped(base);
    useAppStatus.getState().set({ storageProblem: null, keptPlace: null });
    await loadDayMessages();
    if (count > 0) useToasts.getState().showSuccess(t('storage.applied', { count }));
  };
  const canBeRead = FAILURES.has(problem);
  if (!db.overlay && canBeRead)
    openOverlayOn(db, problem as StorageFailure).then((rows) => rows && showUnlessStopped(rows.db));
  const timer = setInterval(() => db.overlay && canBeRead && tryAgain(), TRY_AGAIN_MS);
  return stop;
}
