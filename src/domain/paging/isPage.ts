import type { Entry, EntryOf } from '@/domain/rows/incident';

/** Whether an entry made a caregiver's phone ring. */
export const isPage = (entry: Entry): entry is EntryOf<'escalated'> =>
  entry.kind === 'escalated' && entry.via === 'page';
