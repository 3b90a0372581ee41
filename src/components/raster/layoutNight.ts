import type { NightHours } from '@/domain/night';
import type { RasterNight } from '@/domain/rasterNight';
import { type LaneBox, laneBoxes } from './layoutRows';
import { anchorOf, percentOf, type Scale } from './scale';
import type { Lane, RasterPerson } from './types';

/** The properties of the drawing that are the same in each night. */
export interface Drawing {
  /** The prefix of the patterns' ids. */
  id: string;
  scale: Scale;
  hours: NightHours;
  lanes: readonly Lane[];
  people: readonly RasterPerson[];
}

/**
 * `x` and `width` run along the night, in percent of the picture's width; `y` and `height` are in
 * pixels.
 */
export interface Box {
  x: number;
  width: number;
  y: number;
  height: number;
}

interface Piece extends Box {
  key: string;
  /** The person who was up; null if nobody had said that they were. */
  person: RasterPerson | null;
}

interface NightLayout {
  /**
   * The night itself, one lane for each child. It is empty if nobody logged anything, and before
   * the night has begun.
   */
  tracks: readonly Box[];
  /** The dashed line of a night that nobody logged. */
  gap: Box | null;
  /** The stretches in which a child was awake, with one part for each person who was up. */
  pieces: readonly Piece[];
  falseAlarms: readonly (Box & { key: string })[];
}

/** A wake-up of one minute must still be visible. */
const MIN_WIDTH_PERCENT = 0.4;

/**
 * In a lane at least this high, in pixels, the tick of a false alarm keeps a distance from the
 * lane's edges.
 */
const MIN_INSET_HEIGHT = 8;

/** Computes where everything of a night lies in a row of the given height. */
export function layoutNight(
  { night, window, observed, pieces, falseAlarms }: RasterNight,
  { scale, hours, lanes, people }: Drawing,
  rowHeight: number,
): NightLayout {
  const anchor = anchorOf(night, hours);
  const boxes = laneBoxes(rowHeight, Math.max(1, lanes.length));
  const xOf = (at: number) => percentOf(at - anchor, scale);
  const spanBox = (from: number, to: number) => ({ x: xOf(from), width: xOf(to) - xOf(from) });
  /** A child without a lane is drawn in the first one. */
  const laneOf = (childId: string): LaneBox => {
    const index = lanes.findIndex(({ id }) => id === childId);
    return boxes[Math.max(0, index)] ?? { y: 0, height: rowHeight };
  };
  const windowSpan = window && spanBox(window.from, window.to);
  return {
    tracks: windowSpan && observed ? boxes.map((box) => ({ ...windowSpan, ...box })) : [],
    gap: windowSpan && !observed ? { ...windowSpan, y: rowHeight / 2, height: 0 } : null,
    pieces: pieces.flatMap(({ childId, from, to, caregiverIds }): Piece[] => {
      const lane = laneOf(childId);
      const { x, width } = spanBox(from, to);
      const box = { x, width: Math.max(MIN_WIDTH_PERCENT, width), ...lane };
      const key = `${childId} ${from}`;
      const responders = people.filter(({ id }) => caregiverIds.includes(id));
      if (responders.length === 0) return [{ ...box, key, person: null }];
      const height = lane.height / responders.length;
      return responders.map((person, index) => ({
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
      return { key: `${childId} ${at}`, x: xOf(at), width: 0, y: y + inset, height: height - 2 * inset };
    }),
  };
}
