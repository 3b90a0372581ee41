import { useCallback, useState } from 'react';

type AnswerOf<Value, Failure> = { ok: true; value: Value } | { ok: false; failure: Failure };

/** What can fail whatever is asked: the file of the service is missing, or the log is not read. */
type NoAnswer = 'notLoaded' | 'storage';
const NOT_LOADED = { ok: false, failure: 'notLoaded' } as const;
const STORAGE = { ok: false, failure: 'storage' } as const;

export interface Asking<Service, Failure> {
  /** Loads the service, asks it something, and resolves to its answer. Never throws. */
  ask: <Value>(
    question: (service: Service) => Promise<AnswerOf<Value, Failure>>,
  ) => Promise<AnswerOf<Value, Failure | NoAnswer>>;
  isBusy: boolean;
  /** Why the last question had no answer; null if it had one, or while the next one is asked. */
  failure: Failure | NoAnswer | null;
}

/**
 * Asks a service one thing at a time, for one place of a screen.
 *
 * @param load loads the service; undefined where there is none. It must stay the same function.
 */
export function useAsk<Service, Failure>(load: (() => Promise<Service>) | undefined): Asking<Service, Failure> {
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | NoAnswer | null>(null);
  const ask = useCallback<Asking<Service, Failure>['ask']>(
    async (question) => {
      setIsBusy(true);
      setFailure(null);
      const service = await load?.().catch(() => null);
      // A service answers all that the network can do to it. What it throws comes from the log.
      const answer = service ? await question(service).catch(() => STORAGE) : NOT_LOADED;
      setIsBusy(false);
      if (!answer.ok) setFailure(answer.failure);
      return answer;
    },
    [load],
  );
  return { ask, isBusy, failure };
}
