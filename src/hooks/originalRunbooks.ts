import type { InfernalDatabase } from '@/db/database';
import { ensureRunbooks } from '@/db/runbooks';
import { type OriginalWords, originalRunbooks } from '@/domain/runbook/originals';
import type { Words } from '@/i18n/language';

/** The originals in the words of the app, once the words by day are there. */
export function originalWords({ t }: Pick<Words, 't'>): OriginalWords {
  return {
    standard: {
      name: t('originals.standard.name'),
      steps: {
        grace: t('originals.standard.steps.grace'),
        wakeOnCall: t('originals.standard.steps.wakeOnCall'),
        wakeBackup: t('originals.standard.steps.wakeBackup'),
        ourBed: t('originals.standard.steps.ourBed'),
        feed: t('originals.standard.steps.feed'),
      },
    },
    degraded: {
      name: t('originals.degraded.name'),
      steps: {
        grace: t('originals.degraded.steps.grace'),
        handOver: t('originals.degraded.steps.handOver'),
        ownBed: t('originals.degraded.steps.ownBed'),
        cuddle: t('originals.degraded.steps.cuddle'),
        noFeed: t('originals.degraded.steps.noFeed'),
      },
    },
    double: {
      name: t('originals.double.name'),
      steps: {
        contain: t('originals.double.steps.contain'),
        help: t('originals.double.steps.help'),
        diaper: t('originals.double.steps.diaper'),
        sheets: t('originals.double.steps.sheets'),
        restore: t('originals.double.steps.restore'),
        anHour: t('originals.double.steps.anHour'),
      },
    },
  };
}

/** Writes the originals where no runbook ever was. */
export async function writeOriginals(db: InfernalDatabase, words: Words): Promise<void> {
  await words.day();
  await ensureRunbooks(db, { originals: originalRunbooks(originalWords(words)) });
}
