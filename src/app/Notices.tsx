import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import type { InfernalDatabase } from '@/db/database';
import { useHousehold } from '@/hooks/useHousehold';
import type { Instant } from '@/lib/time';
import { Banners } from './Banners';
import { keepFocus } from './keepFocus';
import { LogWatch } from './LogWatch';
import { useFigures } from './useFigures';
import { useIncidentNotifications } from './useIncidentNotifications';
import { usePagerNotices } from './usePagerNotices';
import { useRingHere } from './useRingHere';
import { useSync } from './useSync';

/** Only a GameDay has phones that are simulated. */
const GameDayPhones = lazy(() => import('./GameDayPhones').catch(() => ({ default: () => null })));

interface NoticesProps {
  now: Instant;
  /** Is called with the log that the screens must show from now on. */
  onLog: (db: InfernalDatabase) => void;
}

/**
 * What the app itself says, above the screen and in notifications, and what it does for the focus.
 * Nobody needs it before the first tap, so it is loaded after the first frame.
 */
export default function Notices({ now, onLog }: NoticesProps): ReactNode {
  const { db } = useHousehold();
  useIncidentNotifications();
  usePagerNotices();
  useRingHere();
  useSync();
  useFigures();
  useEffect(keepFocus, []);
  return (
    <>
      <LogWatch onLog={onLog} />
      <Banners now={now} />
      {db.isGameDay && (
        <Suspense>
          <GameDayPhones />
        </Suspense>
      )}
    </>
  );
}
