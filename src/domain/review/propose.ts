import { summarizeNight } from '@/domain/nightSummary';
import type { Day, Instant } from '@/lib/time';
import { addDays } from '@/lib/zone';
import { findForgottenEnds } from './forgottenEnds';
import { findMissingCauses, findMissingResponders } from './missingFacts';
import { findDoubtfulPairs } from './pairs';
import type { DoubtfulPair, ForgottenEnd, Proposal, ReviewLog, UnloggedNight } from './proposal';
import { createReviewContext, type ReviewContext } from './reviewContext';
import { findWrongClocks } from './wrongClock';

/** For so many nights people remember who was up, and whether anything happened. */
const REMEMBERED_NIGHTS = 3;

/**
 * Returns the questions of the morning review in their order: a wrong clock, forgotten ends, pairs,
 * who was up, causes, unlogged nights; within each kind the oldest first.
 *
 * A forgotten end is asked for at any age, because all figures after it are wrong until it is
 * repaired. A cause is asked for the last night only, because parents who are woken often do not
 * remember the causes of earlier nights. The other kinds are asked for the last three nights.
 *
 * @param skippedIds ids of proposals that were skipped; they are not returned
 */
export function propose(log: ReviewLog, now: Instant, skippedIds: ReadonlySet<string> = new Set()): Proposal[] {
  const context = createReviewContext(log, now);
  const since = addDays(context.lastNight, 1 - REMEMBERED_NIGHTS);
  const isRemembered = ({ night }: { night: Day }) => night >= since && night <= context.lastNight;
  const isNotSkipped = ({ id }: Proposal) => !skippedIds.has(id);
  const pairs = findDoubtfulPairs(context).filter(isRemembered).filter(isNotSkipped);
  return [
    ...findWrongClocks(context),
    ...findForgottenEnds(context).filter((forgotten) => !pairs.some((pair) => isOneOf(forgotten, pair))),
    ...pairs,
    ...findMissingResponders(context).filter(isRemembered),
    ...findMissingCauses(context).filter(({ night }) => night === context.lastNight),
    ...unloggedNights(context, since),
  ].filter(isNotSkipped);
}

/**
 * Returns whether a forgotten end is in a pair. The pair is then asked first, because the merged
 * wake-up may have an end.
 */
const isOneOf = ({ incident }: ForgottenEnd, { first, second }: DoubtfulPair): boolean =>
  incident.id === first.id || incident.id === second.id;

function unloggedNights(
  { log, now, lastNight, placedIncidents, rowOf, windowOf }: ReviewContext,
  since: Day,
): UnloggedNight[] {
  const { firstNight, household, incidents } = log;
  if (firstNight === null) return [];
  const liveIncidents = incidents.filter(({ deletedAt }) => deletedAt === null);
  const proposals: UnloggedNight[] = [];
  // If the first entries of the log are of the morning after a night, nobody had the app that
  // night.
  const hadNoApp = (night: Day) =>
    night === firstNight &&
    !rowOf(night) &&
    placedIncidents.every(({ state }) => state.detectedAt >= windowOf(night).end);
  for (let night = since > firstNight ? since : firstNight; night <= lastNight; night = addDays(night, 1)) {
    const row = rowOf(night);
    const { observed, window } = summarizeNight(
      night,
      household,
      { incidents: liveIncidents, nightRows: row ? [row] : [] },
      now,
    );
    const canBeKnown = window.start < window.end;
    if (canBeKnown && !observed && !hadNoApp(night))
      proposals.push({ kind: 'unlogged', id: `unlogged ${night}`, night, quietRepair: { kind: 'quiet', night } });
  }
  return proposals;
}
