import type { NightHours } from '@/domain/night';
import type { RasterNight } from '@/domain/rasterNight';
import { type LaneBox, laneBoxes } from './layoutRows';
import { anchorOf, percentOf, type Scale } from './scale';
import type { Lane, RasterPerson } from './types';

/** Everything about the drawing that is the same in each night. */
export interface Drawing {
  /** Names the patterns. */
  id: string;
  scale: Scale;
  hours: NightHours;
  lanes: readonly Lane[];
  people: readonly RasterPerson[];
}

/** Along the night in percent of the picture's width, down it in pixels. */
export interface Box {
  x: number;
  width: number;
  y: number;
  height: number;
}

interface Piece extends Box {
  key: string;
  /** Who was up; null where nobody had said that they were. */
  person: RasterPerson | null;
}

interface NightLayout {
  /** The night itself, a lane a child; none if nobody logged anything, or before it has begun. */
  tracks: readonly Box[];
  /** The line of a night nobody logged. */
  gap: Box | null;
  /** For each person who was up in it a part of a stretch. */
  pieces: readonly Piece[];
  falseAlarms: readonly (Box & { key: string })[];
}

/** A wake-up of a minute must still be seen. */
const MIN_WIDTH_PERCENT = 0.4;

/** From this height on, a false alarm's tick keeps off the lane's edges. */
const MIN_INSET_HEIGHT = 8;

/** Where everything of a night lies in a row as high as that. */
export function layoutNight(
  { night, window, observed, pieces, falseAlarms }: RasterNight,
  { scale, hours, lanes, people }: Drawing,
  rowHeight: number,
): NightLayout {
  const anchor = anchorOf(night, hours);
  const boxes = laneBoxes(rowHeight, Math.max(1, lanes.length));
  const placeOf = (at: number) => percentOf(at - anchor, scale);
  const spanBox = (from: number, to: number) => ({ x: placeOf(from), width: placeOf(to) - placeOf(from) });
  const laneOf = (childId: string): LaneBox =>
    boxes[
      Math.max(
        0,
        lanes.findIndex(({ id }) => id === childId),
      )
    ] ?? { y: 0, height: rowHeight };
  const windowSpan = window && spanBox(window.from, window.to);
  return {
    tracks: windowSpan && observed ? boxes.map((box) => ({ ...windowSpan, ...box })) : [],
    gap: windowSpan && !observed ? { ...windowSpan, y: rowHeight / 2, height: 0 } : null,
    pieces: pieces.flatMap(({ childId, from, to, caregiverIds }): Piece[] => {
      const lane = laneOf(childId);
      const { x, width } = spanBox(from, to);
      const box = { x, width: Math.max(MIN_WIDTH_PERCENT, width), ...lane };
      const key = `${childId} ${from}`;
      const up = people.filter(({ id }) => caregiverIds.includes(id));
      if (up.length === 0) return [{ ...box, key, person: null }];
      const height = lane.height / up.length;
      return up.map((person, index) => ({
        ...box,
        key: `${key} ${person.id}`,
        y: lane.y + index * height,
        height,
        person,
      }));
    }),
    falseAlarms: falseAlarms.map(({ childId, at }) => {
      const { y, height } = laneOf(childId);
      const inset = height >= MIN_INSET_HEIGHT ? height / 4 : 0;
      return { key: `${childId} ${at}`, x: placeOf(at), width: 0, y: y + inset, height: height - 2 * inset };
    }),
  };
}
