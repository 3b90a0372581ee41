import type { InfernalDatabase } from '@/db/database';
import { ensureRunbooks } from '@/db/runbooks';
import { type OriginalTitles, originalRunbooks } from '@/domain/runbook/originalRunbooks';
import type { Translation } from '@/i18n/useTranslation';

/** Returns the titles of the original runbooks, once the messages of the day screens are loaded. */
export const originalRunbookTitles = ({ t }: Pick<Translation, 't'>): OriginalTitles => ({
  standard: {
    name: t('originals.standard.name'),
    steps: titlesOf(['grace', 'wakeOnCall', 'wakeBackup', 'look', 'cuddle', 'feed'], (step) =>
      t(`originals.standard.steps.${step}`),
    ),
  },
  degraded: {
    name: t('originals.degraded.name'),
    steps: titlesOf(['grace', 'handOver', 'ownBed', 'cuddle', 'noFeed'], (step) =>
      t(`originals.degraded.steps.${step}`),
    ),
  },
  double: {
    name: t('originals.double.name'),
    steps: titlesOf(['contain', 'help', 'diaper', 'sheets', 'restore', 'anHour'], (step) =>
      t(`originals.double.steps.${step}`),
    ),
  },
});

/**
 * Maps each step to its title. A step without a title is a compile error at the call. The cast is
 * needed because `Object.fromEntries` returns an object with any string as a key.
 */
const titlesOf = <Step extends string>(steps: readonly Step[], formatTitle: (step: Step) => string) =>
  Object.fromEntries(steps.map((step) => [step, formatTitle(step)])) as Record<Step, string>;

/** Writes the original runbooks if the household never had a runbook. */
export async function writeOriginalRunbooks(db: InfernalDatabase, words: Translation): Promise<void> {
  await words.loadDayMessages();
  await ensureRunbooks(db, { originals: originalRunbooks(originalRunbookTitles(words)) });
}
