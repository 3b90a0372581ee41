import type { Instant } from '@/lib/time';
import { newNightRow } from './defaults';
import { type Refusal, refused } from './refusal';
import type { Entry, Incident } from './rows/incident';
import type { NightRow } from './rows/others';
import type { RowOf, TableName } from './rows/tables';
import { ANY_TIME, checkTimeline } from './timeline/checkTimeline';
import { nextUpdatedAt } from './timeline/editTimeline';
import { insertEntry } from './timeline/insertEntry';

/** What a command changed in one row, so that one write can take it back. */
export interface Undo<T extends TableName = TableName> {
  table: T;
  /** Null if the command created the row. */
  before: RowOf<T> | null;
  after: RowOf<T>;
  /**
   * Ids of the incidents that this one overlapped with before the change, as two phones may have
   * logged. Taking the change back may make it overlap with them again.
   */
  overlapped?: readonly string[];
}

type Reverted<T extends TableName> = { ok: true; value: RowOf<T> } | { ok: false; refusal: Refusal };

/**
 * Returns the row with one change taken back; everything that was changed later stays. The undo is
 * refused as `changedSince` if a field or an entry has been changed again since, or if the row
 * would break a rule without the change. A row that the change created is marked deleted.
 */
export function revert<T extends TableName>(current: RowOf<T>, undo: Undo<T>, now: Instant): Reverted<T> {
  const updatedAt = nextUpdatedAt(current, now);
  const before = (undo.before ?? nightBeforeFirstWrite(current, undo)) as Record<string, unknown> | null;
  if (before === null)
    return undo.table === 'incidents' && hasLaterEntries(current as Incident, undo.after as Incident)
      ? refused({ code: 'changedSince' })
      : { ok: true, value: { ...current, deletedAt: now, updatedAt } };

  const reverted = { ...current, updatedAt } as Record<string, unknown>;
  const changed = undo.after as Record<string, unknown>;
  for (const field of Object.keys(current)) {
    if (field === 'timeline' || field === 'updatedAt') continue;
    const wasChanged = !isEqual(before[field], changed[field]);
    if (!wasChanged) continue;
    if (!isEqual(reverted[field], changed[field])) return refused({ code: 'changedSince' });
    reverted[field] = before[field];
  }
  if (undo.table !== 'incidents')
    return endsBeforeItBegins(reverted)
      ? refused({ code: 'changedSince' })
      : { ok: true, value: reverted as unknown as RowOf<T> };
  return revertTimeline(reverted as Incident, undo as Undo<'incidents'>, now) as Reverted<T>;
}

/**
 * Whether something was logged in an incident since the change that created it, for example in
 * another window. It must not disappear with the incident.
 */
const hasLaterEntries = (current: Incident, created: Incident): boolean =>
  current.timeline.some(
    (entry) => entry.deletedAt === null && !created.timeline.some((known) => isSameEntry(entry, known)),
  );

const SPANS = [
  ['startDay', 'endDay'],
  ['startedAt', 'endedAt'],
  ['deferredAt', 'paidAt'],
] as const;

/** This can happen if the undo restores one end of a row and the other end was moved since. */
const endsBeforeItBegins = (row: Record<string, unknown>): boolean =>
  SPANS.some(([from, to]) => {
    const [begins, ends] = [row[from], row[to]];
    return begins != null && ends != null && ends < begins;
  });

/**
 * Returns an empty row in place of a night's missing `before`, if the night was written again since
 * the change: its row must then stay. Returns null otherwise.
 */
const nightBeforeFirstWrite = <T extends TableName>(current: RowOf<T>, { table, after }: Undo<T>): NightRow | null =>
  table === 'nights' && !isEqual(current, after) ? newNightRow((current as NightRow).id, current.updatedAt) : null;

function revertTimeline(incident: Incident, undo: Undo<'incidents'>, now: Instant): Reverted<'incidents'> {
  let timeline: Entry[] = incident.timeline;
  for (const changed of undo.after.timeline) {
    const before = undo.before?.timeline.find(({ id }) => id === changed.id);
    if (before && isEqual(before, changed)) continue;
    const current = timeline.find(({ id }) => id === changed.id);
    if (!current || !isSameEntry(current, changed)) return refused({ code: 'changedSince' });
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
  // An undo brings back what was there, even if a wrong clock had dated it in the future.
  const refusal = incident.deletedAt === null ? checkTimeline(timeline, ANY_TIME, incident.timeline) : null;
  return refusal ? refused({ code: 'changedSince' }) : { ok: true, value: { ...incident, timeline } };
}

/**
 * Whether two versions of an entry say the same. Their stamps may differ: when several changes of
 * one entry are undone, the last one first, each undo stamps it anew.
 */
const isSameEntry = (a: Entry, b: Entry): boolean => {
  const [fields, others] = [
    { ...a, updatedAt: 0 },
    { ...b, updatedAt: 0 },
  ].map((entry) => Object.entries(entry).sort());
  return isEqual(fields, others);
};

const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
