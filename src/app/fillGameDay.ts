import { restoreLog } from '@/db/backup';
import type { InfernalDatabase } from '@/db/database';
import { newNightRow } from '@/domain/defaults';
import { nightOf } from '@/domain/night';
import type { GameDayNames } from '@/gameday/types';
import type { Translation } from '@/i18n/useTranslation';
import { deviceTimeZone } from '@/lib/deviceZone';
import type { Instant } from '@/lib/time';
import { addDays } from '@/lib/zone';

/**
 * The weeks that a GameDay's log covers, up to last night: enough to answer "is it getting
 * better?".
 */
const GAMEDAY_WEEKS = 12;

/**
 * Fills a GameDay's database with a simulated household, which the seed determines, in the app's
 * language. Tonight stays empty for the player, whom the rota lets sleep: the partner has it, so
 * that the first page goes to his phone.
 *
 * @returns the id of the caregiver whose phone the player holds
 */
export async function fillGameDay(
  db: InfernalDatabase,
  seed: number,
  translation: Translation,
  now: Instant,
): Promise<string> {
  const [{ gameDayLog }] = await Promise.all([import('@/gameday/gameDayLog'), translation.loadDayMessages()]);
  const timeZone = deviceTimeZone();
  const night = nightOf(now, timeZone);
  const names = gameDayNames(translation);
  const log = gameDayLog({ seed, lastNight: addDays(night, -1), weeks: GAMEDAY_WEEKS, timeZone, names });
  const [mother, partner] = log.caregivers;
  if (!mother || !partner) throw new Error('a GameDay has two caregivers');
  const onCall = { primary: partner.id, secondary: mother.id, handoverAt: null };
  const nights = [...log.nights, { ...newNightRow(night, now), onCall }];
  await restoreLog(db, { log: { ...log, nights }, mode: 'replace', now });
  return mother.id;
}

const STEPS = [
  'grace',
  'wakePrimary',
  'wakeOther',
  'look',
  'cuddle',
  'feed',
  'lieDown',
  'handOver',
  'pacifier',
  'rocking',
  'patience',
  'keepOtherAsleep',
  'firstChild',
  'secondChild',
] as const;

const CHORES = [
  { key: 'laundry', effortMinutes: 45 },
  { key: 'dishes', effortMinutes: 20 },
  { key: 'bottles', effortMinutes: 15 },
  { key: 'papers', effortMinutes: 60 },
  { key: 'crib', effortMinutes: 90 },
  { key: 'toys', effortMinutes: 10 },
] as const;

const NOTES = ['tooth', 'owl', 'sock', 'moon'] as const;

function gameDayNames({ t }: Translation): GameDayNames {
  return {
    children: [t('gameday.baby'), t('gameday.toddler')],
    caregivers: [t('common.firstNames.mum'), t('common.firstNames.dad')],
    runbookNames: {
      standard: t('gameday.runbook.standard'),
      degraded: t('gameday.runbook.degraded'),
      double: t('gameday.runbook.double'),
    },
    words: {
      chores: CHORES.map(({ key, effortMinutes }) => ({ title: t(`gameday.chore.${key}`), effortMinutes })),
      cold: t('gameday.cold'),
      laryngitis: t('gameday.laryngitis'),
      syrup: { name: t('gameday.syrup'), amount: t('gameday.syrupAmount') },
      notes: NOTES.map((key) => t(`gameday.note.${key}`)),
      // The cast is needed because `Object.fromEntries` returns an object with any string as a key.
      steps: Object.fromEntries(
        STEPS.map((step) => [step, t(`gameday.step.${step}`)]),
      ) as GameDayNames['words']['steps'],
    },
  };
}
