import type { ReactNode } from 'react';
import { fillPatternId } from './FillPatterns';
import { MIN_OUTLINE_HEIGHT } from './NightMarks';
import styles from './raster.module.css';
import type { RasterPaths } from './rasterPaths';

/*
 * Draws all nights of a long range as a few paths. Twelve weeks drawn as one rectangle per stretch
 * are a thousand elements, which take a slow phone half a second.
 */

interface StretchedSvgProps {
  /**
   * The width, in pixels, for which the shapes were computed, so that the patterns keep their form.
   * On a page of another width, for example on paper, the shapes are stretched.
   */
  width: number;
  height: number;
}

const StretchedSvg = ({ width, height, children }: StretchedSvgProps & { children: ReactNode }) => (
  <svg width="100%" height={height} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none">
    {children}
  </svg>
);

/** @param rowHeight the height of a row, in pixels */
export const TrackPaths = ({
  shapes,
  rowHeight,
  ...frame
}: StretchedSvgProps & { shapes: RasterPaths; rowHeight: number }) => (
  <StretchedSvg {...frame}>
    <path className={styles.gap} data-low={rowHeight < MIN_OUTLINE_HEIGHT} d={shapes.gaps} />
    <path className={styles.track} d={shapes.tracks} />
  </StretchedSvg>
);

/** @param drawingId the prefix of the patterns' ids */
export const PiecePaths = ({
  shapes,
  drawingId,
  ...frame
}: StretchedSvgProps & { shapes: RasterPaths; drawingId: string }) => (
  <StretchedSvg {...frame}>
    {[...shapes.byPerson].map(([personIndex, d]) => (
      <path key={personIndex} className={styles.piece} d={d} fill={`url(#${fillPatternId(drawingId, personIndex)})`} />
    ))}
    <path className={styles.unattributedSmall} d={shapes.unattributedSmall} />
    <path className={styles.unattributed} d={shapes.unattributed} />
    <path className={styles.tick} d={shapes.falseAlarms} />
  </StretchedSvg>
);
