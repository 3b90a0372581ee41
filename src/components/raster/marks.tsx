import type { RasterNight } from '@/domain/rasterNight';
import { type Box, type Drawing, layNight } from './layNight';
import { patternId } from './Patterns';
import styles from './raster.module.css';

interface OfNight {
  night: RasterNight;
  drawing: Drawing;
  height: number;
}

/** Lower than this, an outline would be all there is. */
export const ROOM_FOR_OUTLINE = 5;

const percent = (value: number): string => `${value.toFixed(3)}%`;

const place = ({ x, width, y, height }: Box) => ({ x: percent(x), width: percent(width), y, height });

/** The night itself: a filled lane a child, or a dashed line where nobody logged anything. */
export function Track({ night, drawing, height }: OfNight) {
  const { tracks, gap } = layNight(night, drawing, height);
  return (
    <>
      {gap && <line className={styles.gap} x1={percent(gap.x)} x2={percent(gap.x + gap.width)} y1={gap.y} y2={gap.y} />}
      {tracks.map((track) => (
        <rect key={track.y} className={styles.track} {...place(track)} rx={Math.min(4, track.height / 4)} />
      ))}
    </>
  );
}

/** What happened in a night: who was up when, for whom. */
export function Marks({ night, drawing, height }: OfNight) {
  const { pieces, falseAlarms } = layNight(night, drawing, height);
  return (
    <>
      {pieces.map(({ key, up, ...box }) =>
        up === null ? (
          <Nobody key={key} {...place(box)} />
        ) : (
          <rect key={key} className={styles.piece} {...place(box)} fill={`url(#${patternId(drawing.id, up.place)})`} />
        ),
      )}
      {falseAlarms.map(({ key, x, y, height: tick }) => (
        <line key={key} className={styles.tick} x1={percent(x)} x2={percent(x)} y1={y} y2={y + tick} />
      ))}
    </>
  );
}

interface NobodyProps {
  x: string;
  width: string;
  y: number;
  height: number;
}

/** Awake, and nobody had said that they were up. */
export function Nobody({ y, height, ...along }: NobodyProps) {
  if (height < ROOM_FOR_OUTLINE) return <rect className={styles.nobodySmall} {...along} y={y} height={height} />;
  return <rect className={styles.nobody} {...along} y={y + 0.5} height={height - 1} />;
}
