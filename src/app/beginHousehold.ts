import type { InfernalDatabase } from '@/db/database';
import { readFirstEarlyTap } from '@/db/firstEarlyTap';
import { defaultPeople, ensureHousehold } from '@/db/firstHousehold';
import type { PendingWrite } from '@/db/pending';
import type { SideContent } from '@/db/sideDatabase';
import { findWitness } from '@/db/witness';
import type { Translation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { deviceTimeZone } from '@/lib/deviceZone';

/**
 * Writes the household of a log that has none. In place of a log that is gone it has the same
 * people, so that kept writes find their child. If a kept write begins the household, nothing is
 * written.
 */
export async function beginHousehold(
  db: InfernalDatabase,
  { t }: Translation,
  side: SideContent,
  writes: readonly PendingWrite[] = [],
): Promise<void> {
  const people = findWitness(side)?.people;
  if (!people && writes.some(({ command }) => command === 'ensureHousehold')) return;
  const names = {
    child: t('common.firstNames.child'),
    caregivers: [t('common.firstNames.mum'), t('common.firstNames.dad')],
  } as const;
  const now = readClock();
  // A tap on the shell is the log's first word, although the household is written after it.
  const since = (await readFirstEarlyTap(now).catch(() => null)) ?? now;
  const first = { timeZone: deviceTimeZone(), names, now, since };
  await ensureHousehold(db, { ...first, people: people ?? defaultPeople(first) });
}
