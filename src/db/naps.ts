import { findNapOverlap, LONGEST_NAP_MS } from '@/domain/naps';
import { type Refusal, type Result, refused } from '@/domain/refusal';
import type { Nap } from '@/domain/rows/others';
import { isInFuture } from '@/domain/timeline/checkTimeline';
import type { Undo } from '@/domain/undo';
import { addMs, type Instant } from '@/lib/time';
import type { InfernalDatabase } from './database';
import { command } from './door';
import { readNapsBetween } from './napQueries';
import { parseLiveRows } from './parseRows';
import { changeRow, removeRow, writeRow } from './writeRow';

type WriteResult = Promise<Result<{ undo: Undo<'naps'> }>>;
type NapFields = Pick<Nap, 'caregiverId' | 'startedAt' | 'endedAt'>;

export interface AddNap extends NapFields {
  napId: string;
  now: Instant;
}

/**
 * Adds a nap. It is logged by day and when it is over, so the user sees a failed write and it is
 * not tried again.
 */
export const addNap = command(
  'addNap',
  ['naps', 'caregivers'],
  async (db, { napId, caregiverId, startedAt, endedAt, now }: AddNap): WriteResult => {
    const nap: Nap = { id: napId, updatedAt: now, deletedAt: null, caregiverId, startedAt, endedAt };
    const refusal = await checkNap(db, nap, null, now);
    return refusal ? refused(refusal) : writeRow(db, 'naps', null, nap);
  },
  { retryAtStart: false },
);

export interface ChangeNap {
  napId: string;
  change: Partial<NapFields>;
  now: Instant;
}

/** Changes whose nap it is, when it began or when it ended. */
export const changeNap = command(
  'changeNap',
  ['naps', 'caregivers'],
  async (db, { napId, change, now }: ChangeNap): WriteResult => {
    const before = await readNap(db, napId);
    if (!before) return refused({ code: 'unknownRow' });
    const refusal = await checkNap(db, { ...before, ...change }, before, now);
    return refusal ? refused(refusal) : changeRow(db, 'naps', napId, change, { now });
  },
  { retryAtStart: false },
);

/** Marks a nap as deleted. */
export const removeNap = command(
  'removeNap',
  ['naps'],
  async (db, { napId, now }: { napId: string; now: Instant }): WriteResult =>
    (await readNap(db, napId)) ? removeRow(db, 'naps', napId, now) : refused({ code: 'unknownRow' }),
  { retryAtStart: false },
);

/**
 * Returns why a nap is refused, or null. An archived caregiver gets no new naps, but existing ones
 * stay and can be corrected.
 */
async function checkNap(db: InfernalDatabase, nap: Nap, before: Nap | null, now: Instant): Promise<Refusal | null> {
  const caregiver = await db.caregivers.get(nap.caregiverId);
  const isSameCaregiver = before?.caregiverId === nap.caregiverId;
  if (!caregiver || caregiver.deletedAt !== null || (caregiver.archived && !isSameCaregiver))
    return { code: 'unknownCaregiver' };
  if (nap.endedAt !== before?.endedAt && isInFuture(nap.endedAt, now)) return { code: 'inFuture' };
  if (nap.endedAt <= nap.startedAt) return { code: 'endBeforeStart' };
  if (nap.endedAt - nap.startedAt > LONGEST_NAP_MS) return { code: 'badValue', path: 'endedAt' };
  return findNapOverlap(nap, await readNapsBetween(db, nap.startedAt, addMs(nap.endedAt, 1)));
}

async function readNap(db: InfernalDatabase, id: string): Promise<Nap | null> {
  return parseLiveRows('naps', [await db.naps.get(id)].filter(Boolean)).rows[0] ?? null;
}
