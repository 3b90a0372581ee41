import { useEffect, useState } from 'react';
import type { InfernalDatabase } from '@/db/database';
import { useTranslation } from '@/i18n/useTranslation';
import { useAppStatus } from '@/stores/status';
import { StorageBanner } from './StorageBanner';
import { StorageSentence } from './StorageSentence';
import { useLogInUse } from './useLogInUse';
import { useWitness } from './useWitness';

/**
 * Watches the log, and says what is wrong with the storage. The sentences are loaded only when they
 * are needed; if that fails as well, one sentence says so.
 *
 * @param onLog is called with the log that the screens must show from now on
 */
export function LogWatch({ onLog }: { onLog: (db: InfernalDatabase) => void }) {
  const { loadDayMessages } = useTranslation();
  const { storageProblem, lostLog, isSecondLog, unknownWrites } = useAppStatus();
  useLogInUse(onLog);
  useWitness();

  const isShown = storageProblem !== null || lostLog !== null || isSecondLog || unknownWrites > 0;
  const [words, setWords] = useState<'loaded' | 'failed' | null>(null);
  useEffect(() => {
    if (!isShown) return;
    loadDayMessages().then(
      () => setWords('loaded'),
      () => setWords('failed'),
    );
  }, [isShown, loadDayMessages]);
  if (!isShown || !words) return null;
  return words === 'loaded' ? <StorageBanner /> : <StorageSentence />;
}
