import { lazy, Suspense } from 'react';
import type { Instant } from '@/lib/time';

/*
 * The lines contain no button, so they are loaded after the buttons are there. If the chunk cannot
 * be loaded, the rest of the screen still works.
 */
const MedicineWaitList = lazy(() => import('./MedicineWaitList').catch(() => ({ default: () => null })));

/** Shows which medicines must not be given again yet. */
export function MedicineWaits({ now }: { now: Instant }) {
  return (
    <Suspense>
      <MedicineWaitList now={now} />
    </Suspense>
  );
}
