import { crc32, deflateSync } from 'node:zlib';
import type { IndexedPicture, Palette } from './palette';

/*
 * Writes PNG files with a palette, still and animated. An animated one is a PNG file with some more
 * chunks (https://www.w3.org/TR/png-3/#apng-frame-based-animation); a viewer that does not know
 * them shows its first picture.
 */

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A picture of an animation and how long it is shown. */
export interface Frame {
  picture: IndexedPicture;
  ms: number;
}

interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const encodePng = (picture: IndexedPicture, palette: Palette): Buffer =>
  Buffer.concat([...header(picture, palette), chunk('IDAT', compress(picture, whole(picture))), chunk('IEND')]);

/**
 * Encodes an animation. Of each picture after the first one, only the rectangle that differs from
 * the picture before is stored.
 *
 * @param frames at least one, all of the same size
 * @param plays how often it is played; it then rests on its last picture
 */
export function encodeAnimation(frames: readonly Frame[], palette: Palette, plays: number): Buffer {
  const [first] = frames;
  if (!first) throw new Error('an animation needs a picture');
  let sequence = 0;
  const chunks = [...header(first.picture, palette), chunk('acTL', uint32s(frames.length, plays))];
  for (const [index, { picture, ms }] of frames.entries()) {
    const before = frames[index - 1]?.picture;
    const area = before ? changed(before, picture) : whole(picture);
    const delay = Buffer.from([ms >> 8, ms & 255, 1000 >> 8, 1000 & 255, 0, 0]);
    chunks.push(chunk('fcTL', uint32s(sequence++, area.width, area.height, area.x, area.y), delay));
    const data = compress(picture, area);
    chunks.push(before ? chunk('fdAT', uint32s(sequence++), data) : chunk('IDAT', data));
  }
  return Buffer.concat([...chunks, chunk('IEND')]);
}

/** The signature, the size (8 bits a pixel, with a palette), and the palette. */
function header({ width, height }: IndexedPicture, palette: Palette): Buffer[] {
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return [SIGNATURE, chunk('IHDR', uint32s(width, height), Buffer.from([8, 3, 0, 0, 0])), chunk('PLTE', colours)];
}

function chunk(type: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), ...parts]);
  return Buffer.concat([uint32s(body.length - 4), body, uint32s(crc32(body))]);
}

function uint32s(...values: number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, 4 * index);
  return bytes;
}

/** Compresses the rows of an area. Each row begins with the byte of its filter, which is none. */
function compress({ width, pixels }: IndexedPicture, area: Rectangle): Buffer {
  const rows = Array.from({ length: area.height }, (_, row) => {
    const start = (area.y + row) * width + area.x;
    return Buffer.concat([Buffer.of(0), pixels.subarray(start, start + area.width)]);
  });
  return deflateSync(Buffer.concat(rows), { level: 9 });
}

const whole = ({ width, height }: IndexedPicture): Rectangle => ({ x: 0, y: 0, width, height });

/** The smallest rectangle outside which two pictures are alike; one pixel if they do not differ. */
function changed(before: IndexedPicture, after: IndexedPicture): Rectangle {
  const { width, height, pixels } = after;
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let pixel = 0; pixel < pixels.length; pixel++) {
    if (pixels[pixel] === before.pixels[pixel]) continue;
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = y;
  }
  if (right < 0) return { x: 0, y: 0, width: 1, height: 1 };
  return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}
