import { summarizeNight } from '@/domain/nightSummary';
import type { Day, Instant } from '@/lib/time';
import { addDays } from '@/lib/zone';
import { forgottenOnes } from './forgotten';
import { doubtfulPairs } from './pairs';
import type { Forgotten, Pair, Proposal, ReviewLog, Unlogged } from './proposal';
import { withoutCause, withoutPerson } from './questions';
import { type Reading, readForReview } from './reading';

/** So many nights back a person still knows who was up, and whether there was anything at all. */
const REMEMBERED_NIGHTS = 3;

/**
 * What the morning review asks, one after the other: forgotten ends, pairs, who was up, why, nights without a word; of each the oldest
 * first. A forgotten end is asked for whatever its age, because everything after it is wrong until then; a cause of the last night only, for
 * whoever was woken forty times has forgotten the other eighty.
 *
 * @param passed the ids of what was left as it is: those are not asked again
 */
export function propose(log: ReviewLog, now: Instant, passed: ReadonlySet<string> = new Set()): Proposal[] {
  const reading = readForReview(log, now);
  const since = addDays(reading.lastNight, 1 - REMEMBERED_NIGHTS);
  const isRemembered = ({ night }: { night: Day }) => night >= since && night <= reading.lastNight;
  const isLeft = ({ id }: Proposal) => !passed.has(id);
  const pairs = doubtfulPairs(reading).filter(isRemembered).filter(isLeft);
  return [
    ...forgottenOnes(reading).filter((forgotten) => !pairs.some((pair) => isOneOf(forgotten, pair))),
    ...pairs,
    ...withoutPerson(reading).filter(isRemembered),
    ...withoutCause(reading).filter(({ night }) => night === reading.lastNight),
    ...unloggedNights(reading, since),
  ].filter(isLeft);
}

/** Whether it is one wake-up or two comes first: as one it may have an end. */
const isOneOf = ({ incident }: Forgotten, { first, second }: Pair): boolean =>
  incident.id === first.id || incident.id === second.id;

function unloggedNights({ log, now, lastNight, placed, rowOf, windowOf }: Reading, since: Day): Unlogged[] {
  const { begins, household, incidents } = log;
  if (begins === null) return [];
  const live = incidents.filter(({ deletedAt }) => deletedAt === null);
  const unlogged: Unlogged[] = [];
  // What is logged first on the morning after a night says that nobody had the app in it.
  const hadNoApp = (night: Day) =>
    night === begins && !rowOf(night) && placed.every(({ state }) => state.detectedAt >= windowOf(night).end);
  for (let night = since > begins ? since : begins; night <= lastNight; night = addDays(night, 1)) {
    const row = rowOf(night);
    const { observed } = summarizeNight(night, household, { incidents: live, nightRows: row ? [row] : [] }, now);
    if (!observed && !hadNoApp(night))
      unlogged.push({ kind: 'unlogged', id: `unlogged ${night}`, night, quiet: { kind: 'quiet', night } });
  }
  return unlogged;
}
