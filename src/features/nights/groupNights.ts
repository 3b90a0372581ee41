import type { NightSummary } from '@/domain/nightSummary';
import type { Day } from '@/lib/time';

/** One night, or a run of nights that nobody logged. */
export type NightGroup =
  | { kind: 'night'; key: string; summary: NightSummary }
  | { kind: 'gap'; key: string; from: Day; to: Day; count: number };

/** Up to this many nights without a log in a row are shown one by one. */
const MAX_LISTED_GAP = 3;

/**
 * Joins each long run of nights without a log into one group. Tonight is always a group of its own.
 * The nights are given with the latest first.
 */
export function groupNights(summaries: readonly NightSummary[], tonight: Day): NightGroup[] {
  const groups: NightGroup[] = [];
  let run: NightSummary[] = [];
  const endRun = () => {
    const [latest, oldest] = [run[0], run.at(-1)];
    if (latest && oldest && run.length > MAX_LISTED_GAP) {
      groups.push({ kind: 'gap', key: latest.night, from: oldest.night, to: latest.night, count: run.length });
    } else {
      groups.push(...run.map((summary): NightGroup => ({ kind: 'night', key: summary.night, summary })));
    }
    run = [];
  };
  for (const summary of summaries) {
    if (!summary.observed && summary.night !== tonight) {
      run.push(summary);
      continue;
    }
    endRun();
    groups.push({ kind: 'night', key: summary.night, summary });
  }
  endRun();
  return groups;
}
