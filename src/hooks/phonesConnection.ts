import type { InfernalDatabase } from '@/db/database';
import type { Phone, PhonesService } from '@/sync/service';

/** What the screens of the phones need of the sync and of the log. */
export interface PhonesConnection {
  /** Loads the sync, which no start needs, and opens it on this log. */
  load(db: InfernalDatabase): Promise<PhonesService>;
  /** The phones of the household, for a live query. */
  readPhones(db: InfernalDatabase): Promise<Phone[]>;
}

/** Null while there is no sync: then no screen names other phones. */
export const phonesConnection: PhonesConnection | null = null;
