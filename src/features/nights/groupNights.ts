import type { NightSummary } from '@/domain/nightSummary';
import type { Day } from '@/lib/time';

/** A night of its own, or a run of nights nobody logged. */
export type NightGroup =
  | { kind: 'night'; key: string; summary: NightSummary }
  | { kind: 'gap'; key: string; from: Day; to: Day; count: number };

/** Up to so many nights in a row that nobody logged are shown one by one. */
const MAX_LISTED_GAP = 3;

/** Folds long runs of unlogged nights into one line. Tonight always stands for itself. Nights come the latest first. */
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
