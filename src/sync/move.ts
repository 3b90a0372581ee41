import * as v from 'valibot';
import { instant } from '@/domain/rows/fields';

/*
 * When a phone is removed, the household goes on under a new secret, which the removed phone does
 * not get. The word of it is a document of the old household: for each phone that stays, it has the
 * new secret, sealed to the key of that phone alone.
 */

/** The table of the word, of which there is one row. */
export const MOVES_TABLE = 'moves';
export const MOVE_ID = 'move';

export const moveSchema = v.object({
  id: v.literal(MOVE_ID),
  updatedAt: instant,
  /** The phone that removed another one. It deletes the old household in the end. */
  by: v.string(),
  /** For each phone that stays: the new secret, sealed (`sealFor`). */
  to: v.array(v.object({ phone: v.string(), sealed: v.string() })),
});

export type Move = v.InferOutput<typeof moveSchema>;
