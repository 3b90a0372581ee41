import type { Refusal } from '@/domain/refusal';
import type { Entry } from '@/domain/rows/incident';
import { type Instant, MINUTE_MS } from '@/lib/time';
import { isLive, liveEntries, lostCry } from './foldTimeline';
import { insertEntry } from './insertEntry';
import { settleTimeline } from './settleTimeline';

/** The clocks of two phones differ, so an instant up to a minute ahead is not "in the future". */
const CLOCK_SKEW_MS = MINUTE_MS;

/** Returns whether an instant is more than a minute after `now`. */
export const isInFuture = (at: Instant, now: Instant): boolean => at > now + CLOCK_SKEW_MS;

/** As `now` of {@link checkTimeline}: entries may have any time. */
export const ANY_TIME = Number.POSITIVE_INFINITY as Instant;

/**
 * Checks the rules of a timeline (data.md, "An incident's timeline"): it has one detection and
 * nothing before it, `resolved` and `reopened` alternate, and nothing is in the future. The same
 * rules hold for a tap and for a correction in the morning. Deleted entries are ignored.
 *
 * @param before the timeline before a change. What it has in the future may stay there: a phone's
 *   clock ran ahead, and whoever corrects that must not be refused for it. And where two phones
 *   have left it contradicting itself, nobody is refused for that either: only what the change adds
 *   is checked, against the timeline as it is read (settleTimeline.ts).
 * @returns the first rule that is broken, or null
 */
export function checkTimeline(timeline: readonly Entry[], now: Instant, before: readonly Entry[] = []): Refusal | null {
  const entries = entriesToCheck(timeline, before);
  const detected = entries.filter((entry) => entry.kind === 'detected');
  const [first, second] = detected;
  if (!first) return { code: 'noDetected' };
  if (second) return { code: 'twoDetected' };
  const wasThere = ({ id, at }: Entry) => before.some((known) => known.id === id && known.at === at);
  if (entries.some((entry) => isInFuture(entry.at, now) && !wasThere(entry))) return { code: 'inFuture' };
  if (entries[0] !== first) return beforeDetected(entries, first.at);
  return checkAlternation(entries);
}

function entriesToCheck(timeline: readonly Entry[], before: readonly Entry[]): readonly Entry[] {
  // A change may not delete the last cry; where two phones have, there is still one.
  const entries = lostCry(before) ? liveEntries(timeline) : timeline.filter(isLive);
  const known = liveEntries(before);
  if (settleTimeline(known) === known) return entries;
  const ids = new Set(before.map(({ id }) => id));
  const settled = settleTimeline(entries.filter(({ id }) => ids.has(id)));
  return entries.filter(({ id }) => !ids.has(id)).reduce<Entry[]>(insertEntry, [...settled]);
}

function beforeDetected(entries: readonly Entry[], detectedAt: Instant): Refusal {
  const end = entries.find((entry) => entry.kind === 'resolved');
  return end && end.at < detectedAt ? { code: 'endBeforeStart' } : { code: 'beforeDetected', detectedAt };
}

function checkAlternation(entries: readonly Entry[]): Refusal | null {
  let resolvedAt: Instant | null = null;
  for (const entry of entries) {
    if (entry.kind === 'resolved') {
      if (resolvedAt !== null) return { code: 'resolvedWhileClosed', resolvedAt };
      resolvedAt = entry.at;
    }
    if (entry.kind === 'reopened') {
      if (resolvedAt === null) return { code: 'reopenedWhileOpen' };
      resolvedAt = null;
    }
  }
  return null;
}
