import { lazy, Suspense } from 'react';
import { useSyncStatus } from '@/stores/sync';

/** Most nights are on one phone only: the words are loaded when there is another one. */
const PhonesMarkText = lazy(() => import('./PhonesMarkText').catch(() => ({ default: () => null })));

/** Whether the other phones know what is tapped here; nothing while there are none. */
export function PhonesMark() {
  return useSyncStatus(({ sharing }) => sharing === 'off') ? null : (
    <Suspense>
      <PhonesMarkText />
    </Suspense>
  );
}
