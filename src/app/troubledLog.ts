import { applyPending } from '@/db/applyPending';
import type { InfernalDatabase } from '@/db/database';
import { pendingToVersion2 } from '@/db/keptCommands';
import { openWithin } from '@/db/openWithin';
import { openOverlay } from '@/db/overlay';
import { createSecondLog } from '@/db/secondLog';
import type { SideContent } from '@/db/sideDatabase';
import type { StorageFailure } from '@/domain/refusal';
import type { HouseholdRows } from '@/hooks/useHousehold';
import type { Translation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { useAppStatus } from '@/stores/status';
import { beginHousehold } from './beginHousehold';
import { readRows } from './firstRows';
import { logEarlyTaps } from './logEarlyTaps';

/*
 * What the app shows when the storage fails. This file is loaded only then.
 */

const { set, noteKept } = useAppStatus.getState();

/**
 * Opens an overlay: the log as it is on disk, with what is kept. Returns its rows, or null if the
 * log cannot be read.
 */
export async function openOverlayOn(db: InfernalDatabase, because: StorageFailure): Promise<HouseholdRows | null> {
  try {
    const overlay = await openOverlay(db, because, readClock(), noteKept, pendingToVersion2);
    return await readRows(overlay);
  } catch {
    return null;
  }
}

/** Another log is opened within this time, or none. */
const MAX_OPENING_MS = 2500;

/**
 * Opens the second log in place of one that cannot be opened. Until somebody decides to go on in
 * it, nothing is written there: taps are kept and shown, and belong to the first log if it opens at
 * the next start. Rejects if the browser has no storage at all.
 */
export async function openInsteadOf(
  broken: InfernalDatabase,
  translation: Translation,
  side: Promise<SideContent>,
): Promise<HouseholdRows> {
  broken.close();
  const second = await createSecondLog(broken.onTrouble);
  if ((await openWithin(second, MAX_OPENING_MS)) === 'blocked') throw new Error('the second log is blocked');
  await beginHousehold(second, translation, await side);
  const rows = await openOverlayOn(second, 'cannotOpen');
  if (!rows) throw new Error('the second log cannot be read');
  set({ storageProblem: 'cannotOpen' });
  await logEarlyTaps(rows.db, translation);
  return readRows(rows.db);
}

/**
 * Writes what is kept to the log, if the storage takes it again. Returns how many writes that were;
 * null if it does not take them all.
 */
export async function writeKept(log: InfernalDatabase): Promise<number | null> {
  const outcome = await applyPending(log, readClock(), pendingToVersion2).catch(() => null);
  return outcome?.failure === null ? outcome.applied : null;
}
