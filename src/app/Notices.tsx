import type { ReactNode } from 'react';
import type { InfernalDatabase } from '@/db/database';
import type { Instant } from '@/lib/time';
import { Banners } from './Banners';
import { LogWatch } from './LogWatch';

interface NoticesProps {
  now: Instant;
  /** Is called with the log that the screens must show from now on. */
  onLog: (db: InfernalDatabase) => void;
}

/** What the app itself says above the screen. It is loaded after the first frame. */
export default function Notices({ now, onLog }: NoticesProps): ReactNode {
  return (
    <>
      <LogWatch onLog={onLog} />
      <Banners now={now} />
    </>
  );
}
