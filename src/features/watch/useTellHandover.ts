import { useEffect, useState } from 'react';
import { onCallOf } from '@/domain/rota';
import { useHousehold } from '@/hooks/useHousehold';
import { useAskPager } from '@/hooks/usePager';
import type { Instant } from '@/lib/time';
import { watchDuty } from './watchDuty';

/**
 * When the watch passes from the holder of this phone to the other one, tells the other one's
 * phone, which may not be on watch. It does so once, when the time comes while this phone is on
 * watch.
 */
export function useTellHandover(now: Instant): void {
  const { db, household, holder, tonight } = useHousehold();
  const { ask } = useAskPager();
  const shift = onCallOf({ night: tonight.night, row: tonight.nightRow }, household);
  const options = { shift, night: tonight.night, zone: household, holderId: holder?.id ?? null, now };
  const { told, onDuty } = watchDuty(options);
  const [toldAtStart] = useState(told);
  const to = told === 'handedOver' && toldAtStart === null && !db.isGameDay ? onDuty : null;
  useEffect(() => {
    if (to !== null) void ask((pager) => pager.tellHandover(to));
  }, [to, ask]);
}
