import type { RasterNight } from '@/domain/rasterNight';
import { fillPatternId } from './FillPatterns';
import { type Box, type Drawing, layoutNight } from './layoutNight';
import styles from './raster.module.css';

interface NightMarksProps {
  night: RasterNight;
  drawing: Drawing;
  height: number;
}

/** In a lane lower than this, in pixels, the outline would leave no inside. */
export const MIN_OUTLINE_HEIGHT = 5;

const cssPercent = (value: number): string => `${value.toFixed(3)}%`;

const boxAttributes = ({ x, width, y, height }: Box) => ({ x: cssPercent(x), width: cssPercent(width), y, height });

/**
 * Draws the night behind its marks: a filled lane for each child, or a dashed line if nobody logged
 * anything.
 */
export function NightTrack({ night, drawing, height }: NightMarksProps) {
  const { tracks, gap } = layoutNight(night, drawing, height);
  return (
    <>
      {gap && (
        <line className={styles.gap} x1={cssPercent(gap.x)} x2={cssPercent(gap.x + gap.width)} y1={gap.y} y2={gap.y} />
      )}
      {tracks.map((track) => (
        <rect key={track.y} className={styles.track} {...boxAttributes(track)} rx={Math.min(4, track.height / 4)} />
      ))}
    </>
  );
}

/** Draws what happened in a night: who was up, when, and for which child. */
export function NightMarks({ night, drawing, height }: NightMarksProps) {
  const { pieces, falseAlarms } = layoutNight(night, drawing, height);
  return (
    <>
      {pieces.map(({ key, person, ...box }) =>
        person === null ? (
          <UnattributedMark key={key} {...boxAttributes(box)} />
        ) : (
          <rect
            key={key}
            className={styles.piece}
            {...boxAttributes(box)}
            fill={`url(#${fillPatternId(drawing.id, person.index)})`}
          />
        ),
      )}
      {falseAlarms.map(({ key, x, y, height: tickHeight }) => (
        <line key={key} className={styles.tick} x1={cssPercent(x)} x2={cssPercent(x)} y1={y} y2={y + tickHeight} />
      ))}
    </>
  );
}

interface UnattributedMarkProps {
  x: string;
  width: string;
  y: number;
  height: number;
}

/** Marks a stretch in which a child was awake and nobody had said that they were up. */
export function UnattributedMark({ y, height, ...horizontal }: UnattributedMarkProps) {
  if (height < MIN_OUTLINE_HEIGHT)
    return <rect className={styles.unattributedSmall} {...horizontal} y={y} height={height} />;
  return <rect className={styles.unattributed} {...horizontal} y={y + 0.5} height={height - 1} />;
}
