import type { InfernalDatabase } from '@/db/database';
import { readClock } from '@/lib/clock';
import { startSession } from '@/logWorker/session';
import type { FiguresService, NamedBy } from '@/sync/figures/service';

/** How the page of the figures, and the app that publishes them, reach the sync. */
export interface FiguresConnection {
  /** Loads the part of the sync that publishes, and opens it on this log. */
  load(db: InfernalDatabase): Promise<FiguresService>;
}

/** Computes in the worker of the log, so that the screen is not blocked; null if that failed. */
async function compute(db: InfernalDatabase, namedBy: NamedBy): Promise<string | null> {
  const session = startSession(db);
  const outcome = await session.run('packFigures', { now: readClock(), namedBy }, () => {});
  session.close();
  return outcome.ok ? outcome.value : null;
}

/** The figures at the home server from which this app was loaded. */
export const figuresConnection: FiguresConnection = {
  load: async (db) => {
    const { createFiguresService } = await import('@/sync/phonesService');
    return createFiguresService({
      db,
      connection: { origin: location.origin },
      now: readClock,
      compute: (namedBy) => compute(db, namedBy),
    });
  },
};
