import type { InfernalDatabase } from '@/db/database';
import { readDatesBetween } from '@/db/wrongDates';
import { createClockWatch } from '@/domain/clock/clockWatch';
import { type ClockReading, FIRST_DAY_OF_APP, followClock } from '@/domain/clock/followClock';
import { END_OF_TIME, MOST_DATES, withoutDates } from '@/domain/clock/wrongDates';
import type { ClockSlip } from '@/domain/review/proposal';
import { getFormat } from '@/i18n/format';
import type { Translation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { deviceTimeZone } from '@/lib/deviceZone';
import { wallClockAt } from '@/lib/zone';
import { useClockMemory } from '@/stores/clockMemory';
import { useToasts } from '@/stores/toasts';

/** How often the two clocks are compared. Hidden pages do it less often. */
const COMPARE_EVERY_MS = 15_000;

/** Notices from now on when this phone's clock is set, also while the app was closed. */
export async function watchPhoneClock(db: InfernalDatabase, translation: Translation): Promise<void> {
  const now = readClock();
  const readAgain = createClockWatch(readClock, () => performance.now());
  // One reading at a time, each with the memory that the one before has left.
  let done = noticeClock(db, translation, {
    now,
    expected: useClockMemory.getState().memory?.seenAt ?? now,
    isExact: false,
  }).catch(() => {});
  const compare = () => {
    const reading = readAgain();
    done = done.then(() => noticeClock(db, translation, reading)).catch(() => {});
  };
  setInterval(compare, COMPARE_EVERY_MS);
  document.addEventListener('visibilitychange', compare);
  await done;
}

/**
 * Remembers what the clock shows. If it was set right, remembers what it had dated wrongly until
 * then, for the morning review, and says so once. If it is surely wrong now, it says that.
 */
export async function noticeClock(
  db: InfernalDatabase,
  translation: Translation,
  reading: ClockReading,
): Promise<void> {
  await useClockMemory.persist.rehydrate();
  const { memory, slips, remember, addSlip, removeSlip } = useClockMemory.getState();
  const noticed = followClock(memory, reading);
  remember(noticed.memory);
  if (memory && noticed.takesBack) removeSlip(memory.from);
  const hasStepped = noticed.memory.from === reading.now;
  if (reading.now < FIRST_DAY_OF_APP && (hasStepped || !reading.isExact)) return sayImplausible(translation, reading);
  if (!noticed.wrong) return;

  const { from, to, byMs, isExact } = noticed.wrong;
  const known = slips.flatMap(({ dates }) => dates);
  const dates = withoutDates(await readDatesBetween(db, from, to ?? END_OF_TIME), known);
  if (dates.length === 0) return;
  // So much was not logged on a clock that ran ahead. It rather is behind now.
  if (dates.length > MOST_DATES) return sayImplausible(translation, reading);
  const slip = { noticedAt: reading.now, byMs, isExact, dates };
  addSlip(slip);
  await saySlip(translation, slip);
}

async function saySlip({ t, locale, loadDayMessages }: Translation, { byMs, dates }: ClockSlip): Promise<void> {
  await loadDayMessages();
  const duration = getFormat(locale, deviceTimeZone()).duration(Math.abs(byMs));
  const values = { duration, count: dates.length };
  useToasts.getState().queueInfo(byMs < 0 ? t('review.clock.wasAhead', values) : t('review.clock.wasBehind', values));
}

async function sayImplausible({ t, locale, loadDayMessages }: Translation, { now }: ClockReading): Promise<void> {
  await loadDayMessages();
  const day = getFormat(locale, deviceTimeZone()).longDay(wallClockAt(now, deviceTimeZone()).day);
  useToasts.getState().queueInfo(t('review.clock.isBehind', { day }));
}
