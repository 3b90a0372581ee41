import type { InfernalDatabase } from '@/db/database';
import type { ButtonsService } from '@/sync/buttons/service';

/** How the screens of the buttons reach the sync. */
export interface ButtonsConnection {
  /** Loads the part of the sync that makes buttons, and opens it on this log. */
  load(db: InfernalDatabase): Promise<ButtonsService>;
}

/** The buttons of the home server from which this app was loaded. */
export const buttonsConnection: ButtonsConnection = {
  load: async (db) => {
    const { createButtonsService } = await import('@/sync/phonesService');
    return createButtonsService({ db, connection: { origin: location.origin } });
  },
};
