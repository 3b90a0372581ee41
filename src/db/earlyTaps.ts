import { Dexie, type Table } from 'dexie';
import * as v from 'valibot';
import type { Undo } from '@/domain/undo';
import { earlierOf, type Instant } from '@/lib/time';
import type { InfernalDatabase } from './database';
import { openIncident } from './incidents';
import { readPeople } from './queries';

/*
 * Early taps are made before the app has started. public/early.js stores them in a separate
 * database, because the app's database may not exist yet. This file turns each of them into one
 * incident, which gets the id of the tap.
 */

export const tapSchema = v.object({
  id: v.string(),
  at: v.pipe(v.number(), v.safeInteger()),
  child: v.nullable(v.string()),
});

export class EarlyDatabase extends Dexie {
  declare taps: Table<unknown, string>;

  constructor() {
    super('infernalops-early', { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ taps: 'id' });
  }
}

/** How many incidents the early taps opened, and how to undo them all. */
interface AppliedEarlyTaps {
  openedCount: number;
  undo: Undo[];
}

/**
 * Opens an incident for every stored early tap. If the child is already awake, its open incident
 * stays the only one.
 *
 * @param by the caregiver who is logged as having tapped; null if unknown
 */
export async function applyEarlyTaps(db: InfernalDatabase, by: string | null, now: Instant): Promise<AppliedEarlyTaps> {
  const early = new EarlyDatabase();
  const applied: AppliedEarlyTaps = { openedCount: 0, undo: [] };
  try {
    const taps = await early.taps.toArray();
    if (taps.length === 0) return applied;
    const { children } = await readPeople(db);
    const activeChildren = children.filter(({ archived }) => !archived);
    for (const raw of taps) {
      const tap = v.safeParse(tapSchema, raw);
      if (!tap.success) continue;
      const { id, at, child } = tap.output;
      const childId = (activeChildren.find((active) => active.id === child) ?? activeChildren[0])?.id;
      if (!childId) continue;
      const opened = await openIncident(db, {
        incidentId: id,
        childId,
        // If the clock was set back after the tap, the tap lies in the future. It is logged now, as
        // an estimate.
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
      // A tap that the door keeps need not be kept here, too.
      if ('failure' in opened && opened.kept !== 'onDisk') continue;
      if (opened.ok && opened.value.opened) {
        applied.openedCount += 1;
        applied.undo.push(...[opened.value.undo].flat());
      }
      await early.taps.delete(id);
    }
    return applied;
  } finally {
    early.close();
  }
}
