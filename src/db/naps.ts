import { LONGEST_NAP_MS, napOverlap } from '@/domain/naps';
import { type Refusal, type Result, refused } from '@/domain/refusal';
import type { Nap } from '@/domain/rows/others';
import { isInFuture } from '@/domain/timeline/check';
import type { Undo } from '@/domain/undo';
import { after, type Instant } from '@/lib/time';
import type { InfernalDatabase } from './database';
import { command } from './door';
import { readNapsBetween } from './napQueries';
import { readAll } from './readRows';
import { changeRow, removeRow, writeRow } from './writeRow';

type Written = Promise<Result<{ undo: Undo<'naps'> }>>;
type NapFields = Pick<Nap, 'caregiverId' | 'startedAt' | 'endedAt'>;

export interface AddNap extends NapFields {
  napId: string;
  now: Instant;
}

/** A caregiver has slept: told when it is over, by somebody who sees whether it was written. */
export const addNap = command(
  'addNap',
  ['naps', 'caregivers'],
  async (db, { napId, caregiverId, startedAt, endedAt, now }: AddNap): Written => {
    const nap: Nap = { id: napId, updatedAt: now, deletedAt: null, caregiverId, startedAt, endedAt };
    const refusal = await refusalOf(db, nap, null, now);
    return refusal ? refused(refusal) : writeRow(db, 'naps', null, nap);
  },
  { kept: false },
);

export interface ChangeNap {
  napId: string;
  change: Partial<NapFields>;
  now: Instant;
}

export const changeNap = command(
  'changeNap',
  ['naps', 'caregivers'],
  async (db, { napId, change, now }: ChangeNap): Written => {
    const before = await readNap(db, napId);
    if (!before) return refused({ code: 'unknownRow' });
    const refusal = await refusalOf(db, { ...before, ...change }, before, now);
    return refusal ? refused(refusal) : changeRow(db, 'naps', napId, change, now);
  },
  { kept: false },
);

export const removeNap = command(
  'removeNap',
  ['naps'],
  async (db, { napId, now }: { napId: string; now: Instant }): Written =>
    (await readNap(db, napId)) ? removeRow(db, 'naps', napId, now) : refused({ code: 'unknownRow' }),
  { kept: false },
);

/** Why a nap cannot be. Whoever was taken out of the night has no new ones, but keeps those they had. */
async function refusalOf(db: InfernalDatabase, nap: Nap, before: Nap | null, now: Instant): Promise<Refusal | null> {
  const caregiver = await db.caregivers.get(nap.caregiverId);
  const theirs = before?.caregiverId === nap.caregiverId;
  if (!caregiver || caregiver.deletedAt !== null || (caregiver.archived && !theirs))
    return { code: 'unknownCaregiver' };
  if (isInFuture(nap.endedAt, now)) return { code: 'inFuture' };
  if (nap.endedAt <= nap.startedAt) return { code: 'endBeforeStart' };
  if (nap.endedAt - nap.startedAt > LONGEST_NAP_MS) return { code: 'badValue', path: 'endedAt' };
  return napOverlap(nap, await readNapsBetween(db, nap.startedAt, after(nap.endedAt, 1)));
}

async function readNap(db: InfernalDatabase, id: string): Promise<Nap | null> {
  return readAll('naps', [await db.naps.get(id)].filter(Boolean)).rows[0] ?? null;
}
