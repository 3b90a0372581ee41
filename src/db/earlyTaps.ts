import { Dexie, type Table } from 'dexie';
import * as v from 'valibot';
import { earlierOf, type Instant } from '@/lib/time';
import type { InfernalDatabase } from './database';
import { openIncident } from './incidents';
import { readPeople } from './queries';

/*
 * Taps from before the app was up: public/early.js keeps them in a database of its own, because the app's may not exist yet.
 * Here they become incidents, each once: the tap's id is the incident's.
 */

const tapSchema = v.object({ id: v.string(), at: v.pipe(v.number(), v.safeInteger()), child: v.nullable(v.string()) });

class EarlyDatabase extends Dexie {
  declare taps: Table<unknown, string>;

  constructor() {
    super('infernalops-early', { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ taps: 'id' });
  }
}

/**
 * Makes an incident of every tap kept so far. A tap for a child that is awake already was answered by that incident.
 * @returns how many incidents were made
 */
export async function applyEarlyTaps(db: InfernalDatabase, by: string | null, now: Instant): Promise<number> {
  const early = new EarlyDatabase();
  let made = 0;
  try {
    const taps = await early.taps.toArray();
    if (taps.length === 0) return 0;
    const { children } = await readPeople(db);
    const activeChildren = children.filter(({ archived }) => !archived);
    for (const raw of taps) {
      const tap = v.safeParse(tapSchema, raw);
      if (!tap.success) continue;
      const { id, at, child } = tap.output;
      const childId = (activeChildren.find((one) => one.id === child) ?? activeChildren[0])?.id;
      if (!childId) continue;
      const opened = await openIncident(db, {
        incidentId: id,
        childId,
        // A clock that was set back since must not cost the wake-up.
        detected: {
          id: `${id}-detected`,
          at: earlierOf(at as Instant, now),
          estimated: at > now,
          updatedAt: now,
          deletedAt: null,
          by,
          via: 'tap',
        },
        now,
      });
      if ('failure' in opened) continue;
      if (opened.ok && opened.value.opened) made += 1;
      await early.taps.delete(id);
    }
    return made;
  } finally {
    early.close();
  }
}
