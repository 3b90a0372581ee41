import { lazy, Suspense } from 'react';
import type { Instant } from '@/lib/time';

/* Nothing to tap, so it comes once the button is there; where it does not come, the button stays. */
const NotBeforeLines = lazy(() => import('./MedicineWaitList').catch(() => ({ default: () => null })));

/** What is not to be given again yet. */
export function MedicineWaits({ now }: { now: Instant }) {
  return (
    <Suspense>
      <NotBeforeLines now={now} />
    </Suspense>
  );
}
