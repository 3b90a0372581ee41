import type { ReactNode } from 'react';
import { ROOM_FOR_OUTLINE } from './marks';
import { patternId } from './Patterns';
import styles from './raster.module.css';
import type { Shapes } from './shapes';

/*
 * All nights of a long range as a handful of paths: as a rectangle each, twelve weeks are a thousand of them, and a slow phone is half a
 * second over it.
 */

interface FrameProps {
  /** The one the shapes were made for, so that patterns keep their form; where the page has another, as on paper, they are stretched. */
  width: number;
  height: number;
}

const Frame = ({ width, height, children }: FrameProps & { children: ReactNode }) => (
  <svg width="100%" height={height} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none">
    {children}
  </svg>
);

/** @param row a row's height */
export const Tracks = ({ shapes, row, ...frame }: FrameProps & { shapes: Shapes; row: number }) => (
  <Frame {...frame}>
    <path className={styles.gap} data-low={row < ROOM_FOR_OUTLINE} d={shapes.gaps} />
    <path className={styles.track} d={shapes.tracks} />
  </Frame>
);

/** @param drawingId names the patterns */
export const Pieces = ({ shapes, drawingId, ...frame }: FrameProps & { shapes: Shapes; drawingId: string }) => (
  <Frame {...frame}>
    {[...shapes.up].map(([place, d]) => (
      <path key={place} className={styles.piece} d={d} fill={`url(#${patternId(drawingId, place)})`} />
    ))}
    <path className={styles.nobodySmall} d={shapes.nobodySmall} />
    <path className={styles.nobody} d={shapes.nobody} />
    <path className={styles.tick} d={shapes.falseAlarms} />
  </Frame>
);
