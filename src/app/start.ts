import { DATABASE_NAME, GAMEDAY_DATABASE_NAME, InfernalDatabase } from '@/db/database';
import { applyPending } from '@/db/door';
import { applyEarlyTaps } from '@/db/earlyTaps';
import { failureOf } from '@/db/failure';
import { ensureHousehold } from '@/db/firstHousehold';
import { mendTornLog } from '@/db/mend';
import { pendingWrites } from '@/db/pending';
import { agePrevious } from '@/db/previous';
import { hasRunbooks, readPeople } from '@/db/queries';
import { readTonight } from '@/db/tonight';
import { nightOf } from '@/domain/night';
import type { HouseholdRows } from '@/hooks/household';
import { deviceLanguage, loadWords, type Words } from '@/i18n/language';
import { readClock } from '@/lib/clock';
import { deviceTimeZone } from '@/lib/zone';
import { useDevice } from '@/stores/device';
import { currentGameDay, type GameDay, gameDayIsMade } from '@/stores/gameDay';
import { useStatus } from '@/stores/status';
import { useToasts } from '@/stores/toasts';
import { onUpdates } from './updates';

interface Started {
  start: HouseholdRows;
  words: Words;
}

/** Everything between the shell and the first frame of the app: the words, the log, and what was tapped in the meantime. */
export async function start(): Promise<Started> {
  const mended = mendTornLog();
  const words = await loadWords(
    useDevice.getState().language ?? deviceLanguage(navigator.languages),
    navigator.languages,
  );
  onUpdates(words);
  const gameDay = currentGameDay();
  const db = new InfernalDatabase(
    gameDay ? GAMEDAY_DATABASE_NAME : DATABASE_NAME,
    (trouble) => useStatus.getState().set({ trouble }),
    () => import('@/db/migrations/migrations'),
  );
  await mended;
  const rows = await (gameDay ? readGameDay(db, words, gameDay) : readLog(db, words)).catch((error) => {
    useStatus.getState().set({ trouble: failureOf(error) });
    return emptyRows(db);
  });
  if (!gameDay) {
    takeInEarlyTaps(db, words);
    // Not waited for: the first frame comes first. What fails is made up for by the next start.
    firstRunbooks(db, words).catch(() => {});
  }
  return { start: rows, words };
}

async function readLog(db: InfernalDatabase, words: Words): Promise<HouseholdRows> {
  const { t } = words;
  const names = {
    child: t('common.firstNames.child'),
    caregivers: [t('common.firstNames.mum'), t('common.firstNames.dad')],
  } as const;
  await ensureHousehold(db, { timeZone: deviceTimeZone(), names, now: readClock() });
  await agePrevious(db, null);
  const applied = await applyKept(db);
  if (applied > 0) useToasts.getState().say(t('common.pendingApplied', { count: applied }));
  await applyEarly(db, words);
  return readRows(db);
}

/** The commands of the night's sheets are loaded with those. What one of them left to be written must know it first, or it would be dropped. */
async function applyKept(db: InfernalDatabase): Promise<number> {
  if (pendingWrites().length === 0) return 0;
  // What waits goes on waiting, for the next start.
  const loaded = await import('@/db/sheetCommands').catch(() => null);
  return loaded ? applyPending(db, loaded.pendingToVersion2) : 0;
}

/** What was tapped before the app was up, or could not be written, is for the real log: it waits for it. */
async function readGameDay(db: InfernalDatabase, words: Words, gameDay: GameDay): Promise<HouseholdRows> {
  if (gameDay.fresh) {
    const { makeGameDay } = await import('./makeGameDay');
    await makeGameDay(db, gameDay.seed, words, readClock());
    gameDayIsMade(gameDay);
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
function takeInEarlyTaps(db: InfernalDatabase, words: Words): void {
  addEventListener('infernalops:early-tap', () => applyEarly(db, words));
}

async function applyEarly(db: InfernalDatabase, { t }: Words): Promise<void> {
  const made = await applyEarlyTaps(db, useDevice.getState().holderId, readClock()).catch(() => 0);
  if (made > 0) useToasts.getState().say(t('tonight.said.earlyTaps', { count: made }));
}

/** The three runbooks, where there never was one. Their words are by day, and needed once: a start that finds any loads nothing. */
async function firstRunbooks(db: InfernalDatabase, words: Words): Promise<void> {
  if (await hasRunbooks(db)) return;
  const { writeOriginals } = await import('@/hooks/originalRunbooks');
  await writeOriginals(db, words);
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
