import type { RasterNight } from '@/domain/rasterNight';
import { type Box, type Drawing, layNight } from './layNight';
import type { Row } from './layout';
import { ROOM_FOR_OUTLINE } from './marks';

/** What a path draws: its `d`. */
type Path = string;

/** All nights of a long range, with one path for whatever looks alike. */
export interface Shapes {
  tracks: Path;
  gaps: Path;
  /** By the place of who was up. */
  up: ReadonlyMap<number, Path>;
  /** Nobody was, in lanes with room for an outline, and in others. */
  nobody: Path;
  nobodySmall: Path;
  falseAlarms: Path;
}

/**
 * @param row a row's height
 * @param width of the picture, in pixels
 */
export function shapesOf(
  nights: readonly RasterNight[],
  rows: readonly Row[],
  drawing: Drawing,
  row: number,
  width: number,
): Shapes {
  const shapes = { tracks: '', gaps: '', nobody: '', nobodySmall: '', falseAlarms: '' };
  const up = new Map<number, Path>();
  for (const [index, night] of nights.entries()) {
    const top = rows[index]?.y ?? 0;
    const boxed = ({ x, y, width: part, height }: Box) =>
      `M${across(x, width)} ${top + y}h${across(part, width)}v${height}h${-across(part, width)}z`;
    const { tracks, gap, pieces, falseAlarms } = layNight(night, drawing, row);
    for (const track of tracks) shapes.tracks += boxed(track);
    if (gap) shapes.gaps += `M${across(gap.x, width)} ${top + gap.y}h${across(gap.width, width)}`;
    for (const piece of pieces) {
      if (piece.up) up.set(piece.up.place, (up.get(piece.up.place) ?? '') + boxed(piece));
      else if (piece.height < ROOM_FOR_OUTLINE) shapes.nobodySmall += boxed(piece);
      else shapes.nobody += boxed({ ...piece, y: piece.y + 0.5, height: piece.height - 1 });
    }
    for (const { x, y, height } of falseAlarms) shapes.falseAlarms += `M${across(x, width)} ${top + y}v${height}`;
  }
  return { ...shapes, up };
}

/** A hundredth of a pixel is enough, and the path stays short. */
const across = (percent: number, width: number): number => Math.round(percent * width) / 100;
