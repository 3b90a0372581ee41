import type { Instant } from '@/lib/time';
import { newNightRow } from './defaults';
import { type Refusal, refused } from './refusal';
import type { Entry, Incident } from './rows/incident';
import type { NightRow } from './rows/others';
import type { RowOf, TableName } from './rows/tables';
import { checkTimeline } from './timeline/checkTimeline';
import { nextUpdatedAt } from './timeline/editTimeline';
import { insertEntry } from './timeline/order';

/** What a command changed, kept so that one write can take it back. `before` is null for a row that was made. */
export interface Undo<T extends TableName = TableName> {
  table: T;
  before: RowOf<T> | null;
  after: RowOf<T>;
  /** The incidents that this one overlapped with before, as two phones may have logged: with those it may again. */
  overlapped?: readonly string[];
}

type Reverted<T extends TableName> = { ok: true; value: RowOf<T> } | { ok: false; refusal: Refusal };

/**
 * The row with one change taken back and everything that was said since left in place: a field or an entry is put back
 * only if it still is what the change made of it. An incident that could not be true without the change is refused.
 */
export function revert<T extends TableName>(current: RowOf<T>, undo: Undo<T>, now: Instant): Reverted<T> {
  const updatedAt = nextUpdatedAt(current, now);
  const before = (undo.before ?? blankOf(current, undo)) as Record<string, unknown> | null;
  if (before === null) return { ok: true, value: { ...current, deletedAt: now, updatedAt } };

  const reverted = { ...current, updatedAt } as Record<string, unknown>;
  const changed = undo.after as Record<string, unknown>;
  for (const field of Object.keys(current)) {
    if (field === 'timeline' || field === 'updatedAt') continue;
    const wasChanged = !same(before[field], changed[field]);
    if (!wasChanged) continue;
    if (!same(reverted[field], changed[field])) return refused({ code: 'changedSince' });
    reverted[field] = before[field];
  }
  if (undo.table !== 'incidents')
    return endsBeforeItBegins(reverted)
      ? refused({ code: 'changedSince' })
      : { ok: true, value: reverted as unknown as RowOf<T> };
  return revertTimeline(reverted as Incident, undo as Undo<'incidents'>, now) as Reverted<T>;
}

const SPANS = [
  ['startDay', 'endDay'],
  ['startedAt', 'endedAt'],
  ['deferredAt', 'paidAt'],
] as const;

/** Its one end was put back, and its other one was moved since. */
const endsBeforeItBegins = (row: Record<string, unknown>): boolean =>
  SPANS.some(([from, to]) => {
    const [begins, ends] = [row[from], row[to]];
    return begins != null && ends != null && ends < begins;
  });

/** What a night said nothing of was, where something else was said of it since: the row stays for that. */
const blankOf = <T extends TableName>(current: RowOf<T>, { table, after }: Undo<T>): NightRow | null =>
  table === 'nights' && !same(current, after) ? newNightRow((current as NightRow).id, current.updatedAt) : null;

function revertTimeline(incident: Incident, undo: Undo<'incidents'>, now: Instant): Reverted<'incidents'> {
  let timeline: Entry[] = incident.timeline;
  for (const changed of undo.after.timeline) {
    const before = undo.before?.timeline.find(({ id }) => id === changed.id);
    if (before && same(before, changed)) continue;
    const current = timeline.find(({ id }) => id === changed.id);
    if (!current || !same(current, changed)) return refused({ code: 'changedSince' });
    const updatedAt = nextUpdatedAt(current, now);
    const restored: Entry = before ? { ...before, updatedAt } : { ...current, deletedAt: now, updatedAt };
    timeline =
      restored.at === current.at
        ? timeline.map((entry) => (entry === current ? restored : entry))
        : insertEntry(
            timeline.filter((entry) => entry !== current),
            restored,
          );
  }
  const refusal = incident.deletedAt === null ? checkTimeline(timeline, now) : null;
  return refusal ? refused({ code: 'changedSince' }) : { ok: true, value: { ...incident, timeline } };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
