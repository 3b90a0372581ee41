import type { NightHours } from '@/domain/night';
import { type LaneBox, laneBoxes } from './layout';
import { patternId } from './Patterns';
import styles from './raster.module.css';
import { anchorOf, percentOf, type Scale } from './scale';
import type { Lane, RasterNight, Up } from './types';

/** Everything about the drawing that is the same in each night. */
export interface Drawing {
  /** Names the patterns. */
  id: string;
  scale: Scale;
  hours: NightHours;
  lanes: readonly Lane[];
  people: readonly Up[];
}

interface OfNight {
  night: RasterNight;
  drawing: Drawing;
  height: number;
}

/** A wake-up of a minute must still be seen. */
const THINNEST = 0.4;

/** Lower than this, an outline would be all there is. */
const ROOM_FOR_OUTLINE = 5;

const percent = (value: number): string => `${value.toFixed(3)}%`;

/** The night itself: a filled lane a child, or a dashed line where nobody logged anything. */
export function Track({ night: { night, window, observed }, drawing: { scale, hours, lanes }, height }: OfNight) {
  if (!window) return null;
  const anchor = anchorOf(night, hours);
  const [from, to] = [percentOf(window.from - anchor, scale), percentOf(window.to - anchor, scale)];
  if (!observed)
    return (
      <line
        className={styles.gap}
        data-low={height < ROOM_FOR_OUTLINE}
        x1={percent(from)}
        x2={percent(to)}
        y1={height / 2}
        y2={height / 2}
      />
    );
  const boxes = laneBoxes(height, Math.max(1, lanes.length));
  return boxes.map(({ y, height: laneHeight }) => (
    <rect
      key={y}
      className={styles.track}
      x={percent(from)}
      width={percent(to - from)}
      y={y}
      height={laneHeight}
      rx={Math.min(4, laneHeight / 4)}
    />
  ));
}

/** What happened in a night: who was up when, for whom. */
export function Marks({ night: { night, pieces, falseAlarms }, drawing, height }: OfNight) {
  const { id, scale, hours, lanes, people } = drawing;
  const anchor = anchorOf(night, hours);
  const boxes = laneBoxes(height, Math.max(1, lanes.length));
  const boxOf = (childId: string): LaneBox =>
    boxes[
      Math.max(
        0,
        lanes.findIndex((lane) => lane.id === childId),
      )
    ] ?? { y: 0, height };
  return (
    <>
      {pieces.map(({ childId, from, to, by }) => {
        const box = boxOf(childId);
        const x = percentOf(from - anchor, scale);
        const place = {
          x: percent(x),
          width: percent(Math.max(THINNEST, percentOf(to - anchor, scale) - x)),
        };
        const up = people.filter((person) => by.includes(person.id));
        const key = `${childId} ${from}`;
        if (up.length === 0) return <Nobody key={key} {...place} box={box} />;
        return up.map((person, index) => (
          <rect
            key={`${key} ${person.id}`}
            className={styles.piece}
            {...place}
            y={box.y + (index * box.height) / up.length}
            height={box.height / up.length}
            fill={`url(#${patternId(id, person.place)})`}
          />
        ));
      })}
      {falseAlarms.map(({ childId, at }) => {
        const { y, height: laneHeight } = boxOf(childId);
        const x = percent(percentOf(at - anchor, scale));
        const inset = laneHeight >= 8 ? laneHeight / 4 : 0;
        return (
          <line
            key={`${childId} ${at}`}
            className={styles.tick}
            x1={x}
            x2={x}
            y1={y + inset}
            y2={y + laneHeight - inset}
          />
        );
      })}
    </>
  );
}

/** Awake, and nobody had said that they were up. */
export function Nobody({ box: { y, height }, ...place }: { x: string; width: string; box: LaneBox }) {
  if (height < ROOM_FOR_OUTLINE) return <rect className={styles.nobodySmall} {...place} y={y} height={height} />;
  return <rect className={styles.nobody} {...place} y={y + 0.5} height={height - 1} />;
}
