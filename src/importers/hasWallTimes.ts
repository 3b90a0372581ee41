import type { Fact } from './facts';
import type { ReadFile } from './tellFiles';
import type { SourceTime } from './values/sourceTime';

/** Whether files have times on a wall of which they do not say the zone. */
export const hasWallTimes = (files: readonly ReadFile[]): boolean =>
  files.some(({ reading }) => reading.facts.some((fact) => timesOf(fact).some(isOnWall)));

function timesOf(fact: Fact): readonly (SourceTime | null)[] {
  if ('start' in fact) return [fact.start, fact.end];
  return 'at' in fact ? [fact.at] : [];
}

const isOnWall = (time: SourceTime | null): boolean => time?.kind === 'wall' && time.timeZone === undefined;
