import type { EntryOf, Outcome, Remedy, Via } from '@/domain/rows/incident';
import type { Instant } from '@/lib/time';

/*
 * One function for each kind of entry. They only build the entry: `addEntryTo` checks it against
 * the rest of its timeline.
 */

/** What every new entry needs: its id, and when it happened. `now` becomes its `updatedAt`. */
export interface NewEntry {
  id: string;
  at: Instant;
  now: Instant;
  estimated?: boolean;
}

const base = ({ id, at, now, estimated = false }: NewEntry) => ({ id, at, estimated, updatedAt: now, deletedAt: null });

export const createDetected = (moment: NewEntry, by: string | null, via: Via): EntryOf<'detected'> => ({
  ...base(moment),
  kind: 'detected',
  by,
  via,
});
export const createAcknowledged = (moment: NewEntry, by: string): EntryOf<'acknowledged'> => ({
  ...base(moment),
  kind: 'acknowledged',
  by,
});
export const createStoodDown = (moment: NewEntry, by: string): EntryOf<'stoodDown'> => ({
  ...base(moment),
  kind: 'stoodDown',
  by,
});
export const createRemedy = (moment: NewEntry, by: string | null, remedy: Remedy): EntryOf<'remedy'> => ({
  ...base(moment),
  kind: 'remedy',
  by,
  remedy,
});
export const createResolved = (moment: NewEntry, by: string | null, outcome: Outcome): EntryOf<'resolved'> => ({
  ...base(moment),
  kind: 'resolved',
  by,
  outcome,
});
export const createReopened = (moment: NewEntry): EntryOf<'reopened'> => ({ ...base(moment), kind: 'reopened' });
export const createEscalated = (
  moment: NewEntry,
  to: string,
  level: 1 | 2,
  via: EntryOf<'escalated'>['via'] = 'voice',
): EntryOf<'escalated'> => ({
  ...base(moment),
  kind: 'escalated',
  to,
  level,
  via,
});
export const createDelivered = (moment: NewEntry, to: string): EntryOf<'delivered'> => ({
  ...base(moment),
  kind: 'delivered',
  to,
});
export const createNoResponse = (moment: NewEntry, by: string): EntryOf<'noResponse'> => ({
  ...base(moment),
  kind: 'noResponse',
  by,
});
/** "I can't". */
export const createDeclined = (moment: NewEntry, by: string): EntryOf<'noResponse'> => ({
  ...createNoResponse(moment, by),
  declined: true,
});
export const createStepAnswer = (
  moment: NewEntry,
  stepId: string,
  outcome: EntryOf<'step'>['outcome'],
): EntryOf<'step'> => ({
  ...base(moment),
  kind: 'step',
  stepId,
  outcome,
});
export const createRunbookChoice = (moment: NewEntry, runbookId: string | null): EntryOf<'runbookChosen'> => ({
  ...base(moment),
  kind: 'runbookChosen',
  runbookId,
});
export const createNote = (moment: NewEntry, text: string): EntryOf<'note'> => ({
  ...base(moment),
  kind: 'note',
  text,
});
