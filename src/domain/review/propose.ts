import { summarizeNight } from '@/domain/nightSummary';
import type { Day, Instant } from '@/lib/time';
import { addDays } from '@/lib/zone';
import { findForgottenEnds } from './forgottenEnds';
import { findMissingCauses, findMissingResponders } from './missingFacts';
import { findDoubtfulPairs } from './pairs';
import type { DoubtfulPair, ForgottenEnd, Proposal, ReviewLog, UnloggedNight } from './proposal';
import { createReviewContext, type ReviewContext } from './reviewContext';

/** So many nights back a person still knows who was up, and whether there was anything at all. */
const REMEMBERED_NIGHTS = 3;

/**
 * What the morning review asks, one after the other: forgotten ends, pairs, who was up, why, nights without a word; of each the oldest
 * first. A forgotten end is asked for whatever its age, because everything after it is wrong until then; a cause of the last night only, for
 * whoever was woken forty times has forgotten the other eighty.
 *
 * @param skippedIds the ids of what was left as it is: those are not asked again
 */
export function propose(log: ReviewLog, now: Instant, skippedIds: ReadonlySet<string> = new Set()): Proposal[] {
  const reading = createReviewContext(log, now);
  const since = addDays(reading.lastNight, 1 - REMEMBERED_NIGHTS);
  const isRemembered = ({ night }: { night: Day }) => night >= since && night <= reading.lastNight;
  const isNotSkipped = ({ id }: Proposal) => !skippedIds.has(id);
  const pairs = findDoubtfulPairs(reading).filter(isRemembered).filter(isNotSkipped);
  return [
    ...findForgottenEnds(reading).filter((forgotten) => !pairs.some((pair) => isOneOf(forgotten, pair))),
    ...pairs,
    ...findMissingResponders(reading).filter(isRemembered),
    ...findMissingCauses(reading).filter(({ night }) => night === reading.lastNight),
    ...unloggedNights(reading, since),
  ].filter(isNotSkipped);
}

/** Whether it is one wake-up or two comes first: as one it may have an end. */
const isOneOf = ({ incident }: ForgottenEnd, { first, second }: DoubtfulPair): boolean =>
  incident.id === first.id || incident.id === second.id;

function unloggedNights({ log, now, lastNight, placed, rowOf, windowOf }: ReviewContext, since: Day): UnloggedNight[] {
  const { firstNight, household, incidents } = log;
  if (firstNight === null) return [];
  const live = incidents.filter(({ deletedAt }) => deletedAt === null);
  const unlogged: UnloggedNight[] = [];
  // What is logged first on the morning after a night says that nobody had the app in it.
  const hadNoApp = (night: Day) =>
    night === firstNight && !rowOf(night) && placed.every(({ state }) => state.detectedAt >= windowOf(night).end);
  for (let night = since > firstNight ? since : firstNight; night <= lastNight; night = addDays(night, 1)) {
    const row = rowOf(night);
    const { observed } = summarizeNight(night, household, { incidents: live, nightRows: row ? [row] : [] }, now);
    if (!observed && !hadNoApp(night))
      unlogged.push({ kind: 'unlogged', id: `unlogged ${night}`, night, quietRepair: { kind: 'quiet', night } });
  }
  return unlogged;
}
