import { useCallback, useRef, useState } from 'react';
import type { ImportPreview } from '@/importers/plan/previewImport';
import { readClock } from '@/lib/clock';
import type { ImportAnswers } from '@/logWorker/importTasks';
import type { WholeLog } from '../useWholeLog';

/**
 * Makes the preview of an import, anew for each change of the answers. The worker does one thing at
 * a time, so that of several changes meanwhile only the last one is looked at.
 */
export function usePreview({ run }: Pick<WholeLog, 'run'>) {
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const wanted = useRef<ImportAnswers | null>(null);
  const isRunning = useRef(false);
  const latestRun = useRef(run);
  latestRun.current = run;

  const make = useCallback(async (answers: ImportAnswers) => {
    wanted.current = answers;
    setPreview(null);
    if (isRunning.current) return;
    isRunning.current = true;
    while (wanted.current) {
      const next = wanted.current;
      wanted.current = null;
      const outcome = await latestRun.current('previewImport', { answers: next, now: readClock() });
      if (outcome.ok && wanted.current === null) setPreview(outcome.value);
    }
    isRunning.current = false;
  }, []);

  return { preview, make };
}
