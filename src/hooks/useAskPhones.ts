import { useCallback, useContext, useState } from 'react';
import type { Answer, PhonesService, SyncFailure } from '@/sync/service';
import { useHousehold } from './useHousehold';
import { PhonesContext } from './usePhones';

/** `notLoaded`: the file with the sync could not be loaded. */
export type AskFailure = SyncFailure | 'notLoaded';

type Answered<Value> = Extract<Answer<Value>, { ok: true }> | { ok: false; failure: AskFailure };

export interface AskPhones {
  /** Loads the sync, asks it something, and resolves to its answer. Never throws. */
  ask: <Value>(question: (service: PhonesService) => Promise<Answer<Value>>) => Promise<Answered<Value>>;
  isBusy: boolean;
  /** Why the last question had no answer; null if it had one, or while the next one is asked. */
  failure: AskFailure | null;
}

/** Asks the sync one thing at a time, for one place of a screen. */
export function useAskPhones(): AskPhones {
  const { db } = useHousehold();
  const connection = useContext(PhonesContext);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<AskFailure | null>(null);
  const ask = useCallback<AskPhones['ask']>(
    async (question) => {
      setIsBusy(true);
      setFailure(null);
      const service = await connection?.load(db).catch(() => null);
      const answer = service ? await question(service) : ({ ok: false, failure: 'notLoaded' } as const);
      setIsBusy(false);
      if (!answer.ok) setFailure(answer.failure);
      return answer;
    },
    [connection, db],
  );
  return { ask, isBusy, failure };
}
