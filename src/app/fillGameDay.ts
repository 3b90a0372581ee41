import { restoreLog } from '@/db/backup';
import type { InfernalDatabase } from '@/db/database';
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
 * language. Tonight stays empty for the player.
 */
export async function fillGameDay(
  db: InfernalDatabase,
  seed: number,
  translation: Translation,
  now: Instant,
): Promise<void> {
  const [{ gameDayLog }] = await Promise.all([import('@/gameday/gameDayLog'), translation.loadDayMessages()]);
  const timeZone = deviceTimeZone();
  const lastNight = addDays(nightOf(now, timeZone), -1);
  const log = gameDayLog({ seed, lastNight, weeks: GAMEDAY_WEEKS, timeZone, names: gameDayNames(translation) });
  await restoreLog(db, { log, mode: 'replace', now });
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
