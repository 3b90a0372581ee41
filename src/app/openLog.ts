import type { InfernalDatabase } from '@/db/database';
import { openWithin } from '@/db/openWithin';
import { hasKept, pendingWrites } from '@/db/pending';
import { type SideContent, withinTime } from '@/db/sideDatabase';
import type { HouseholdRows } from '@/hooks/useHousehold';
import type { Translation } from '@/i18n/useTranslation';
import { useAppStatus } from '@/stores/status';
import { emptyRows, readRows } from './firstRows';
import { logEarlyTaps } from './logEarlyTaps';

/** The shell gives up after 15 s; before that, the app must have said what is wrong. */
const MAX_OPENING_MS = 5000;
const MAX_READING_MS = 6000;

/**
 * Opens the log, applies what was kept and logs early taps. Rejects if the log cannot be opened or
 * read in time.
 */
export async function openLog(
  db: InfernalDatabase,
  translation: Translation,
  side: Promise<SideContent>,
): Promise<HouseholdRows> {
  if ((await openWithin(db, MAX_OPENING_MS)) === 'blocked') {
    // The banner says which window to close. Then the app starts once more, with an open log.
    db.open().then(
      () => location.reload(),
      () => {},
    );
    return emptyRows(db);
  }
  return withinTime(readOpenLog(db, translation, await side), MAX_READING_MS);
}

async function readOpenLog(db: InfernalDatabase, translation: Translation, side: SideContent): Promise<HouseholdRows> {
  const writes = await pendingWrites(side);
  if ((await db.household.limit(1).count()) === 0) {
    const { beginHousehold } = await import('./beginHousehold');
    await beginHousehold(db, translation, side, writes);
  }
  // If the import fails, the writes stay pending until the next start.
  const trouble = writes.length > 0 && (await import('./storageTrouble').catch(() => null));
  const failure = trouble ? await trouble.applyKept(db, translation, writes) : null;
  await logEarlyTaps(db, translation);
  if (failure === null && !hasKept()) return readRows(db);
  useAppStatus.getState().set({ storageProblem: failure ?? 'unknown' });
  const { openOverlayOn } = await import('./storageTrouble');
  return (await openOverlayOn(db, failure ?? 'unknown')) ?? readRows(db);
}
