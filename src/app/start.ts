import { DATABASE_NAME, type DatabaseTrouble, GAMEDAY_DATABASE_NAME, InfernalDatabase } from '@/db/database';
import { failureOf } from '@/db/failure';
import { hasRunbooks } from '@/db/queries';
import { rotateChromiumLog } from '@/db/rotateChromiumLog';
import { createSecondLog, isSecondLogInUse } from '@/db/secondLog';
import { readSide, withinTime } from '@/db/sideDatabase';
import type { HouseholdRows } from '@/hooks/useHousehold';
import { deviceLocales } from '@/i18n/deviceLocales';
import { deviceLanguage, loadTranslation, type Translation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { useDeviceSettings } from '@/stores/device';
import { currentGameDay, type GameDay, markGameDayFilled } from '@/stores/gameDay';
import { useAppStatus } from '@/stores/status';
import { emptyRows, readRows } from './firstRows';
import { listenForUpdates } from './listenForUpdates';
import { logEarlyTaps } from './logEarlyTaps';
import { openLog } from './openLog';

interface StartState {
  initialRows: HouseholdRows;
  initialTranslation: Translation;
}

/** Another log is opened and read within this time, or the app starts with none. */
const MAX_INSTEAD_MS = 5000;

const { set } = useAppStatus.getState();
const onTrouble = (storageProblem: DatabaseTrouble) => set({ storageProblem });
const loadMigrations = () => import('@/db/migrations/migrations');

/**
 * Prepares the first frame: loads the translation, opens the log and logs early taps. If the
 * storage fails, the app starts with what there is and shows a message.
 */
export async function startApp(): Promise<StartState> {
  const logRotated = rotateChromiumLog();
  const side = readSide();
  const locales = deviceLocales();
  const { language, hours } = useDeviceSettings.getState();
  const translation = await loadTranslation(language ?? deviceLanguage(locales), locales, hours);
  listenForUpdates(translation);
  await logRotated;
  const gameDay = currentGameDay();
  if (gameDay) return { initialRows: await openGameDay(translation, gameDay), initialTranslation: translation };

  const isSecondLog = isSecondLogInUse(await side);
  set({ isSecondLog });
  const db = isSecondLog
    ? await createSecondLog(onTrouble)
    : new InfernalDatabase(DATABASE_NAME, onTrouble, loadMigrations);
  const onLogOpen = listenForEarlyTaps(translation);
  const initialRows = await openLog(db, translation, side)
    .catch(async () => {
      const { openInsteadOf } = await import('./storageTrouble');
      return withinTime(openInsteadOf(db, translation, side), MAX_INSTEAD_MS);
    })
    .catch(() => {
      set({ storageProblem: 'unavailable' });
      return emptyRows(db);
    });
  onLogOpen(initialRows.db);
  // The first frame does not wait for these. What fails is tried again at the next start.
  ensureOriginalRunbooks(initialRows.db.overlay?.base ?? initialRows.db, translation).catch(() => {});
  import('./watchPhoneClock')
    .then(({ watchPhoneClock }) => watchPhoneClock(initialRows.db, translation))
    .catch(() => {});
  return { initialRows, initialTranslation: translation };
}

/**
 * Logs the early taps that come while the app replaces the shell. It listens before the log is
 * opened: `openLog` reads the early taps once, and one that is stored after that, and before the
 * first frame, would wait for the next start.
 *
 * @returns is to be called with the log once it is open
 */
function listenForEarlyTaps(translation: Translation): (log: InfernalDatabase) => void {
  let log: InfernalDatabase | null = null;
  let hasCome = false;
  addEventListener('infernalops:early-tap', () => {
    hasCome = true;
    if (log) void logEarlyTaps(log, translation);
  });
  return (opened) => {
    log = opened;
    if (hasCome) void logEarlyTaps(opened, translation);
  };
}

/**
 * Opens the log of a GameDay, and makes it if it is new. Early taps and pending writes belong to
 * the real log, so they stay where they are.
 */
async function openGameDay(translation: Translation, gameDay: GameDay): Promise<HouseholdRows> {
  const db = new InfernalDatabase(GAMEDAY_DATABASE_NAME, onTrouble, loadMigrations);
  try {
    if (gameDay.isNew) {
      const { fillGameDay } = await import('./fillGameDay');
      markGameDayFilled(gameDay, await fillGameDay(db, gameDay.seed, translation, readClock()));
    }
    // The database is opened explicitly: a query would not wait until migrations are loaded.
    await db.open();
    return await readRows(db);
  } catch (error) {
    set({ storageProblem: failureOf(error) });
    return emptyRows(db);
  }
}

/**
 * Writes the three original runbooks if there was never a runbook. Their texts belong to the day
 * screens, so they are loaded only in that case.
 */
async function ensureOriginalRunbooks(db: InfernalDatabase, translation: Translation): Promise<void> {
  if (await hasRunbooks(db)) return;
  const { writeOriginalRunbooks } = await import('@/hooks/originalRunbooks');
  await writeOriginalRunbooks(db, translation);
}
