import { DATABASE_NAME, GAMEDAY_DATABASE_NAME, InfernalDatabase } from '@/db/database';
import { applyPending } from '@/db/door';
import { applyEarlyTaps } from '@/db/earlyTaps';
import { failureOf } from '@/db/failure';
import { ensureHousehold } from '@/db/firstHousehold';
import { pendingWrites } from '@/db/pending';
import { agePreviousLog } from '@/db/previousLog';
import { hasRunbooks, readPeople } from '@/db/queries';
import { rotateChromiumLog } from '@/db/rotateChromiumLog';
import { presentNight, readTonight } from '@/db/tonight';
import type { HouseholdRows } from '@/hooks/useHousehold';
import { deviceLocales } from '@/i18n/deviceLocales';
import { deviceLanguage, loadTranslation, type Translation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { deviceTimeZone } from '@/lib/zone';
import { useDeviceSettings } from '@/stores/device';
import { currentGameDay, type GameDay, markGameDayFilled } from '@/stores/gameDay';
import { useAppStatus } from '@/stores/status';
import { useToasts } from '@/stores/toasts';
import { listenForUpdates } from './listenForUpdates';

interface StartState {
  initialRows: HouseholdRows;
  initialTranslation: Translation;
}

/**
 * Prepares the first frame: loads the translation, opens the log and logs early taps. If the
 * storage fails, the app starts with empty rows and shows a message.
 */
export async function startApp(): Promise<StartState> {
  const logRotated = rotateChromiumLog();
  const locales = deviceLocales();
  const { language, hours } = useDeviceSettings.getState();
  const translation = await loadTranslation(language ?? deviceLanguage(locales), locales, hours);
  listenForUpdates(translation);
  const gameDay = currentGameDay();
  const db = new InfernalDatabase(
    gameDay ? GAMEDAY_DATABASE_NAME : DATABASE_NAME,
    (storageProblem) => useAppStatus.getState().set({ storageProblem }),
    () => import('@/db/migrations/migrations'),
  );
  await logRotated;
  const rows = await (gameDay ? openGameDay(db, translation, gameDay) : openLog(db, translation)).catch((error) => {
    useAppStatus.getState().set({ storageProblem: failureOf(error) });
    return emptyRows(db);
  });
  if (!gameDay) {
    listenForEarlyTaps(db, translation);
    // The first frame does not wait for these. What fails is tried again at the next start.
    ensureOriginalRunbooks(db, translation).catch(() => {});
    import('./watchPhoneClock').then(({ watchPhoneClock }) => watchPhoneClock(db, translation)).catch(() => {});
  }
  return { initialRows: rows, initialTranslation: translation };
}

async function openLog(db: InfernalDatabase, translation: Translation): Promise<HouseholdRows> {
  const { t } = translation;
  const names = {
    child: t('common.firstNames.child'),
    caregivers: [t('common.firstNames.mum'), t('common.firstNames.dad')],
  } as const;
  await ensureHousehold(db, { timeZone: deviceTimeZone(), names, now: readClock() });
  await agePreviousLog(db, null);
  const appliedCount = await applyPendingWrites(db);
  if (appliedCount > 0) useToasts.getState().showSuccess(t('common.pendingApplied', { count: appliedCount }));
  await logEarlyTaps(db, translation);
  return readRows(db);
}

/**
 * Applies pending writes and returns how many. The commands of some sheets are loaded with those
 * sheets; they must be registered first, or their pending writes would be dropped.
 */
async function applyPendingWrites(db: InfernalDatabase): Promise<number> {
  if (pendingWrites().length === 0) return 0;
  // If the import fails, the writes stay pending until the next start.
  const sheetCommands = await import('@/db/sheetCommands').catch(() => null);
  return sheetCommands ? applyPending(db, readClock(), sheetCommands.pendingToVersion2) : 0;
}

/**
 * Opens the log of a GameDay, and makes it if it is new. Early taps and pending writes belong to
 * the real log, so they stay where they are.
 */
async function openGameDay(db: InfernalDatabase, translation: Translation, gameDay: GameDay): Promise<HouseholdRows> {
  if (gameDay.isNew) {
    const { fillGameDay } = await import('./fillGameDay');
    await fillGameDay(db, gameDay.seed, translation, readClock());
    markGameDayFilled(gameDay);
  }
  // The database is opened explicitly: a query would not wait until migrations are loaded.
  await db.open();
  return readRows(db);
}

async function readRows(db: InfernalDatabase): Promise<HouseholdRows> {
  const people = await readPeople(db);
  const tonight = await readTonight(db, presentNight(people.household, readClock()), people.household);
  return { db, people, tonight };
}

/** Logs early taps that arrive while the app replaces the shell. */
function listenForEarlyTaps(db: InfernalDatabase, translation: Translation): void {
  addEventListener('infernalops:early-tap', () => logEarlyTaps(db, translation));
}

async function logEarlyTaps(db: InfernalDatabase, { t }: Translation): Promise<void> {
  const openedCount = await applyEarlyTaps(db, useDeviceSettings.getState().holderId, readClock()).catch(() => 0);
  if (openedCount > 0) useToasts.getState().showSuccess(t('tonight.toast.earlyTaps', { count: openedCount }));
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

/** The rows with which the app starts if the log cannot be read. No night is shown with them. */
const emptyRows = (db: InfernalDatabase): HouseholdRows => ({
  db,
  people: { household: null, children: [], caregivers: [], broken: [] },
  tonight: {
    night: '1970-01-01' as HouseholdRows['tonight']['night'],
    incidents: [],
    nightRow: null,
    runbooks: [],
    allRunbooks: [],
    broken: [],
  },
});
