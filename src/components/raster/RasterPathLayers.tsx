import type { ReactNode } from 'react';
import { fillPatternId } from './FillPatterns';
import { MIN_OUTLINE_HEIGHT } from './NightMarks';
import styles from './raster.module.css';
import type { RasterPaths } from './rasterPaths';

/*
 * All nights of a long range as a handful of paths: as a rectangle each, twelve weeks are a thousand of them, and a slow phone is half a
 * second over it.
 */

interface StretchedSvgProps {
  /** The one the shapes were made for, so that patterns keep their form; where the page has another, as on paper, they are stretched. */
  width: number;
  height: number;
}

const StretchedSvg = ({ width, height, children }: StretchedSvgProps & { children: ReactNode }) => (
  <svg width="100%" height={height} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none">
    {children}
  </svg>
);

/** @param row a row's height */
export const TrackPaths = ({ shapes, row, ...frame }: StretchedSvgProps & { shapes: RasterPaths; row: number }) => (
  <StretchedSvg {...frame}>
    <path className={styles.gap} data-low={row < MIN_OUTLINE_HEIGHT} d={shapes.gaps} />
    <path className={styles.track} d={shapes.tracks} />
  </StretchedSvg>
);

/** @param drawingId names the patterns */
export const PiecePaths = ({
  shapes,
  drawingId,
  ...frame
}: StretchedSvgProps & { shapes: RasterPaths; drawingId: string }) => (
  <StretchedSvg {...frame}>
    {[...shapes.byPerson].map(([place, d]) => (
      <path key={place} className={styles.piece} d={d} fill={`url(#${fillPatternId(drawingId, place)})`} />
    ))}
    <path className={styles.unattributedSmall} d={shapes.unattributedSmall} />
    <path className={styles.unattributed} d={shapes.unattributed} />
    <path className={styles.tick} d={shapes.falseAlarms} />
  </StretchedSvg>
);
