import type { EntryOf, Outcome, Remedy, Via } from '@/domain/rows/incident';
import type { Instant } from '@/lib/time';

/** What every new entry needs: its id, and when it happened. `now` stamps the writing of it. */
export interface Moment {
  id: string;
  at: Instant;
  now: Instant;
  estimated?: boolean;
}

const base = ({ id, at, now, estimated = false }: Moment) => ({ id, at, estimated, updatedAt: now, deletedAt: null });

export const detected = (moment: Moment, by: string | null, via: Via): EntryOf<'detected'> => ({
  ...base(moment),
  kind: 'detected',
  by,
  via,
});
export const acknowledged = (moment: Moment, by: string): EntryOf<'acknowledged'> => ({
  ...base(moment),
  kind: 'acknowledged',
  by,
});
export const stoodDown = (moment: Moment, by: string): EntryOf<'stoodDown'> => ({
  ...base(moment),
  kind: 'stoodDown',
  by,
});
export const remedied = (moment: Moment, by: string | null, remedy: Remedy): EntryOf<'remedy'> => ({
  ...base(moment),
  kind: 'remedy',
  by,
  remedy,
});
export const resolved = (moment: Moment, by: string | null, outcome: Outcome): EntryOf<'resolved'> => ({
  ...base(moment),
  kind: 'resolved',
  by,
  outcome,
});
export const reopened = (moment: Moment): EntryOf<'reopened'> => ({ ...base(moment), kind: 'reopened' });
export const escalated = (moment: Moment, to: string, level: 1 | 2): EntryOf<'escalated'> => ({
  ...base(moment),
  kind: 'escalated',
  to,
  level,
  via: 'voice',
});
export const unanswered = (moment: Moment, by: string): EntryOf<'noResponse'> => ({
  ...base(moment),
  kind: 'noResponse',
  by,
});
export const stepAnswered = (moment: Moment, stepId: string, outcome: EntryOf<'step'>['outcome']): EntryOf<'step'> => ({
  ...base(moment),
  kind: 'step',
  stepId,
  outcome,
});
export const runbookChosen = (moment: Moment, runbookId: string | null): EntryOf<'runbookChosen'> => ({
  ...base(moment),
  kind: 'runbookChosen',
  runbookId,
});
export const noted = (moment: Moment, text: string): EntryOf<'note'> => ({ ...base(moment), kind: 'note', text });
