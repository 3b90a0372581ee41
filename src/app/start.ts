import { DATABASE_NAME, GAMEDAY_DATABASE_NAME, InfernalDatabase } from '@/db/database';
import { applyPending } from '@/db/door';
import { applyEarlyTaps } from '@/db/earlyTaps';
import { failureOf } from '@/db/failure';
import { ensureHousehold } from '@/db/firstHousehold';
import { pendingWrites } from '@/db/pending';
import { agePreviousLog } from '@/db/previousLog';
import { hasRunbooks, readPeople } from '@/db/queries';
import { rotateChromiumLog } from '@/db/rotateChromiumLog';
import { readTonight } from '@/db/tonight';
import { nightOf } from '@/domain/night';
import type { HouseholdRows } from '@/hooks/useHousehold';
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

/** Everything between the shell and the first frame of the app: the words, the log, and what was tapped in the meantime. */
export async function startApp(): Promise<StartState> {
  const repair = rotateChromiumLog();
  const words = await loadTranslation(
    useDeviceSettings.getState().language ?? deviceLanguage(navigator.languages),
    navigator.languages,
  );
  listenForUpdates(words);
  const gameDay = currentGameDay();
  const db = new InfernalDatabase(
    gameDay ? GAMEDAY_DATABASE_NAME : DATABASE_NAME,
    (trouble) => useAppStatus.getState().set({ storageProblem: trouble }),
    () => import('@/db/migrations/migrations'),
  );
  await repair;
  const rows = await (gameDay ? openGameDay(db, words, gameDay) : openLog(db, words)).catch((error) => {
    useAppStatus.getState().set({ storageProblem: failureOf(error) });
    return emptyRows(db);
  });
  if (!gameDay) {
    listenForEarlyTaps(db, words);
    // Not waited for: the first frame comes first. What fails is made up for by the next start.
    ensureOriginalRunbooks(db, words).catch(() => {});
  }
  return { initialRows: rows, initialTranslation: words };
}

async function openLog(db: InfernalDatabase, words: Translation): Promise<HouseholdRows> {
  const { t } = words;
  const names = {
    child: t('common.firstNames.child'),
    caregivers: [t('common.firstNames.mum'), t('common.firstNames.dad')],
  } as const;
  await ensureHousehold(db, { timeZone: deviceTimeZone(), names, now: readClock() });
  await agePreviousLog(db, null);
  const applied = await applyPendingWrites(db);
  if (applied > 0) useToasts.getState().showSuccess(t('common.pendingApplied', { count: applied }));
  await logEarlyTaps(db, words);
  return readRows(db);
}

/** The commands of the night's sheets are loaded with those. What one of them left to be written must know it first, or it would be dropped. */
async function applyPendingWrites(db: InfernalDatabase): Promise<number> {
  if (pendingWrites().length === 0) return 0;
  // What waits goes on waiting, for the next start.
  const loaded = await import('@/db/sheetCommands').catch(() => null);
  return loaded ? applyPending(db, loaded.pendingToVersion2) : 0;
}

/** What was tapped before the app was up, or could not be written, is for the real log: it waits for it. */
async function openGameDay(db: InfernalDatabase, words: Translation, gameDay: GameDay): Promise<HouseholdRows> {
  if (gameDay.isNew) {
    const { fillGameDay } = await import('./fillGameDay');
    await fillGameDay(db, gameDay.seed, words, readClock());
    markGameDayFilled(gameDay);
  }
  // Not by the first query: that would not wait for what an older one has to be migrated with.
  await db.open();
  return readRows(db);
}

async function readRows(db: InfernalDatabase): Promise<HouseholdRows> {
  const people = await readPeople(db);
  const timeZone = people.household?.timeZone ?? deviceTimeZone();
  const tonight = await readTonight(db, nightOf(readClock(), timeZone), timeZone);
  return { db, people, tonight };
}

/** Taps that fell on the shell while the app was being put in its place come in as they are written. */
function listenForEarlyTaps(db: InfernalDatabase, words: Translation): void {
  addEventListener('infernalops:early-tap', () => logEarlyTaps(db, words));
}

async function logEarlyTaps(db: InfernalDatabase, { t }: Translation): Promise<void> {
  const made = await applyEarlyTaps(db, useDeviceSettings.getState().holderId, readClock()).catch(() => 0);
  if (made > 0) useToasts.getState().showSuccess(t('tonight.toast.earlyTaps', { count: made }));
}

/** The three runbooks, where there never was one. Their words are by day, and needed once: a start that finds any loads nothing. */
async function ensureOriginalRunbooks(db: InfernalDatabase, words: Translation): Promise<void> {
  if (await hasRunbooks(db)) return;
  const { writeOriginalRunbooks } = await import('@/hooks/originalRunbooks');
  await writeOriginalRunbooks(db, words);
}

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
