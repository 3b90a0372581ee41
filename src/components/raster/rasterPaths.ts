import type { RasterNight } from '@/domain/rasterNight';
import { type Box, type Drawing, layoutNight } from './layoutNight';
import type { Row } from './layoutRows';
import { MIN_OUTLINE_HEIGHT } from './NightMarks';

/** The `d` attribute of a path. */
type PathData = string;

/** All nights of a long range, with one path for everything that looks alike. */
export interface RasterPaths {
  tracks: PathData;
  gaps: PathData;
  /** The path of each person, by that person's index. */
  byPerson: ReadonlyMap<number, PathData>;
  /** Stretches in which nobody was up, in lanes with room for an outline, and in lower lanes. */
  unattributed: PathData;
  unattributedSmall: PathData;
  falseAlarms: PathData;
}

/**
 * Merges the layouts of all nights into one path for each look.
 * @param rowHeight the height of a row, in pixels
 * @param width the width of the picture, in pixels
 */
export function rasterPathsOf(
  nights: readonly RasterNight[],
  rows: readonly Row[],
  drawing: Drawing,
  rowHeight: number,
  width: number,
): RasterPaths {
  const paths = { tracks: '', gaps: '', unattributed: '', unattributedSmall: '', falseAlarms: '' };
  const byPerson = new Map<number, PathData>();
  for (const [index, night] of nights.entries()) {
    const top = rows[index]?.y ?? 0;
    const rectPath = ({ x, y, width: boxWidth, height }: Box) =>
      `M${percentToPixels(x, width)} ${top + y}h${percentToPixels(boxWidth, width)}v${height}h${-percentToPixels(boxWidth, width)}z`;
    const { tracks, gap, pieces, falseAlarms } = layoutNight(night, drawing, rowHeight);
    for (const track of tracks) paths.tracks += rectPath(track);
    if (gap) paths.gaps += `M${percentToPixels(gap.x, width)} ${top + gap.y}h${percentToPixels(gap.width, width)}`;
    for (const piece of pieces) {
      if (piece.person) byPerson.set(piece.person.index, (byPerson.get(piece.person.index) ?? '') + rectPath(piece));
      else if (piece.height < MIN_OUTLINE_HEIGHT) paths.unattributedSmall += rectPath(piece);
      else paths.unattributed += rectPath({ ...piece, y: piece.y + 0.5, height: piece.height - 1 });
    }
    for (const { x, y, height } of falseAlarms)
      paths.falseAlarms += `M${percentToPixels(x, width)} ${top + y}v${height}`;
  }
  return { ...paths, byPerson };
}

/** Converts to pixels. A hundredth of a pixel is exact enough, and it keeps the path short. */
const percentToPixels = (percent: number, width: number): number => Math.round(percent * width) / 100;
