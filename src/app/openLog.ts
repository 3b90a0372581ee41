import type { InfernalDatabase } from '@/db/database';
import { openWithin } from '@/db/openWithin';
import { hasKept, pendingWrites } from '@/db/pending';
import { type SideContent, withinTime } from '@/db/sideDatabase';
import type { HouseholdRows } from '@/hooks/useHousehold';
import type { Translation } from '@/i18n/useTranslation';
import { useAppStatus } from '@/stores/status';
import { emptyRows, readRows } from './firstRows';
import { logEarlyTaps } from './logEarlyTaps';

interface MaxTimes {
  openingMs: number;
  readingMs: number;
}

/** The shell gives up after 15 s; before that, the app must have said what is wrong. */
const FIRST_ATTEMPT: MaxTimes = { openingMs: 4000, readingMs: 4000 };
const SECOND_ATTEMPT: MaxTimes = { openingMs: 3000, readingMs: 3000 };

/**
 * Opens the log, applies what was kept and logs early taps. A log that does not answer in time is
 * closed and opened once more, because a browser may lose a request (WebKit does). Rejects if it
 * cannot be opened or read then.
 */
export async function openLog(
  db: InfernalDatabase,
  translation: Translation,
  side: Promise<SideContent>,
): Promise<HouseholdRows> {
  try {
    return await openOnce(db, translation, side, FIRST_ATTEMPT);
  } catch (error) {
    if (!isTimeout(error)) throw error;
    sayInShell(translation.t('common.opensAgain'));
    return openOnce(db.renew(), translation, side, SECOND_ATTEMPT);
  }
}

const isTimeout = (error: unknown): boolean => error instanceof DOMException && error.name === 'TimeoutError';

/** Says something in the shell, unless it says something of a tap. */
function sayInShell(text: string): void {
  const message = document.querySelector('.shell-message');
  if (message && !message.textContent) message.textContent = text;
}

async function openOnce(
  db: InfernalDatabase,
  translation: Translation,
  side: Promise<SideContent>,
  { openingMs, readingMs }: MaxTimes,
): Promise<HouseholdRows> {
  if ((await openWithin(db, openingMs)) === 'blocked') {
    // The banner says which window to close. Then the app starts once more, with an open log.
    db.open().then(
      () => location.reload(),
      () => {},
    );
    return emptyRows(db);
  }
  return withinTime(readOpenLog(db, translation, await side), readingMs);
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
