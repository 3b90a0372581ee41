import type { NightHours } from '@/domain/night';
import type { SleepFact, Sourced, WakeFact } from '@/importers/facts';
import { addCounts, type Told } from '@/importers/told';
import { type Instant, laterOf } from '@/lib/time';
import { firstIndex } from './firstIndex';
import { nightAt } from './nightAt';
import type { Span } from './resolveSpans';

/** Returns the wake-ups that count as those of a night, and counts the others. */
export function saidInNights(
  spans: readonly Span<Sourced<WakeFact>>[],
  sleeps: readonly Span<SleepFact>[],
  hours: NightHours,
  counts: Pick<Told, 'used' | 'notImported'>,
): Span<Sourced<WakeFact>>[] {
  const isWithinSleep = sleepFinder(sleeps);
  return spans.filter(({ fact, start, end }) => {
    if (end === null || end.at === start.at) {
      addCounts(counts.notImported, { wakeWithoutEnd: 1 });
      return false;
    }
    const isOfNight = nightAt(start.at, hours) !== null || isWithinSleep(start.at, end.at);
    if (!isOfNight) addCounts(counts.notImported, { wakeByDay: 1 });
    else if (!fact.isPart) addCounts(counts.used, { wake: 1 });
    return isOfNight;
  });
}

/** Returns what tells whether a span of time lies within one of these sleeps. */
function sleepFinder(sleeps: readonly Span<SleepFact>[]): (from: Instant, to: Instant) => boolean {
  const ended = sleeps
    .flatMap(({ start, end }) => (end ? [{ start: start.at, latestEnd: end.at }] : []))
    .sort((a, b) => a.start - b.start);
  for (const [index, sleep] of ended.entries())
    sleep.latestEnd = laterOf(sleep.latestEnd, ended[index - 1]?.latestEnd ?? sleep.latestEnd);
  return (from, to) => {
    const last = ended[firstIndex(ended, ({ start }) => start > from) - 1];
    return last !== undefined && to <= last.latestEnd;
  };
}
