import type { InfernalDatabase } from '@/db/database';
import type { PagerService } from '@/sync/pager/service';

/** How the screens of the pager reach the sync. */
export interface PagerConnection {
  /** Loads the part of the sync that sets the pager up, and opens it on this log. */
  load(db: InfernalDatabase): Promise<PagerService>;
}

/** The pager of the home server from which this app was loaded. */
export const pagerConnection: PagerConnection = {
  load: async (db) => {
    const { createPagerService } = await import('@/sync/phonesService');
    return createPagerService({ db, connection: { origin: location.origin } });
  },
};
