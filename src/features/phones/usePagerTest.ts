import { useCallback, useEffect, useRef, useState } from 'react';
import { useAskPager } from '@/hooks/usePager';
import { readClock } from '@/lib/clock';
import type { PagerFailure, TestStep } from '@/sync/pager/service';
import type { PagerTest } from '@/sync/pager/testPager';

interface RunningTest {
  phoneId: string;
  test: PagerTest;
}

interface TestOfPhone {
  /** The last test that was begun; null before the first one, or if the server did not take it. */
  running: RunningTest | null;
  start: (phoneId: string) => Promise<void>;
  isBusy: boolean;
  failure: PagerFailure | 'notLoaded' | null;
}

/** Tests the pager of one phone at a time, and follows the last test until the page is left. */
export function usePagerTest(): TestOfPhone {
  const { ask, isBusy, failure } = useAskPager();
  const [running, setRunning] = useState<RunningTest | null>(null);
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);

  const start = useCallback(
    async (phoneId: string) => {
      controller.current?.abort();
      controller.current = new AbortController();
      const { signal } = controller.current;
      setRunning({ phoneId, test: { push: null, heard: [] } });
      const change = (changed: (test: PagerTest) => PagerTest) => {
        if (!signal.aborted) setRunning((now) => now && { ...now, test: changed(now.test) });
      };
      const onHeard = (step: TestStep) => change((test) => ({ ...test, heard: [...test.heard, step] }));
      const answer = await ask((service) => service.testPhone(phoneId, onHeard, signal));
      if (answer.ok) return change((test) => ({ ...test, push: { result: answer.value, at: readClock() } }));
      if (!signal.aborted) setRunning(null);
    },
    [ask],
  );
  return { running, start, isBusy, failure };
}
