import type { InfernalDatabase } from '@/db/database';
import { readClock } from '@/lib/clock';
import { pageVersion } from '@/lib/pageVersion';
import type { PhonesService } from '@/sync/service';

/** How the screens of the phones reach the sync. */
export interface PhonesConnection {
  /** Loads the sync, which no start needs, and opens it on this log. */
  load(db: InfernalDatabase): Promise<PhonesService>;
}

/** The sync with the home server from which this app was loaded. */
export const phonesConnection: PhonesConnection = {
  load: async (db) => {
    const { createPhonesService } = await import('@/sync/phonesService');
    const { origin, pathname } = location;
    return createPhonesService({
      db,
      connection: { origin },
      appAddress: `${origin}${pathname}`,
      appVersion: pageVersion() ?? '',
      now: readClock,
    });
  },
};
