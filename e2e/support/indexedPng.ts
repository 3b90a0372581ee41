import { crc32, deflateSync } from 'node:zlib';
import type { IndexedPicture, Palette } from './palette';

/* Writes PNG files with a palette, which are less than half as large as in full colours. */

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const encodePng = (picture: IndexedPicture, palette: Palette): Buffer =>
  Buffer.concat([...header(picture, palette), chunk('IDAT', compress(picture, whole(picture))), chunk('IEND')]);

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
