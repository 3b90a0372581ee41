import { lazy, Suspense } from 'react';
import { useHousehold } from '@/hooks/useHousehold';
import { knownDeviceZone } from '@/lib/deviceZone';
import type { Instant } from '@/lib/time';

/** Few phones are elsewhere, so the hint is loaded only for those. */
const ZoneHintText = lazy(() => import('./ZoneHintText').catch(() => ({ default: () => null })));

/** Says when the phone and the household do not go by the same zone. */
export function ZoneHint({ now }: { now: Instant }) {
  const { household } = useHousehold();
  if (knownDeviceZone() === household.timeZone) return null;
  return (
    <Suspense>
      <ZoneHintText now={now} />
    </Suspense>
  );
}
