import type { Day, WallTime } from '@/lib/time';
import type { WallClock } from '@/lib/zone';
import { crc32 } from './crc32';

/*
 * Zip files (PKWARE's APPNOTE, version 2.0: deflated files, names in UTF-8). The platform deflates;
 * a library would bring its own deflate, which is nine tenths of it.
 */

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_CENTRAL = 0x06054b50;
const VERSION = 20;
const NAMES_IN_UTF8 = 0x0800;
const DEFLATED = 8;

/** The first moment that a zip file can state. A phone whose clock was reset may be earlier. */
const FIRST_MOMENT: WallClock = { day: '1980-01-01' as Day, time: '00:00' as WallTime };

export interface TextFile {
  name: string;
  text: string;
}

/**
 * Packs texts as files of a zip archive, in their order. They may be made one by one: of those that
 * are packed, only the packed bytes stay in memory.
 *
 * @param writtenAt the time of all files, on the wall: a zip file knows no zones
 */
export async function zipFiles(
  files: Iterable<TextFile> | AsyncIterable<TextFile>,
  writtenAt: WallClock,
): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  for await (const { name, text } of files) {
    const content = new TextEncoder().encode(text);
    const deflated = await deflate(content);
    const nameBytes = new TextEncoder().encode(name);
    // Both headers of a file have this in common.
    const facts = [
      ...[two(VERSION), two(NAMES_IN_UTF8), two(DEFLATED), ...dosTime(writtenAt)],
      ...[four(crc32(content)), four(deflated.length), four(content.length), two(nameBytes.length), two(0)],
    ];
    const header = join([four(LOCAL_HEADER), ...facts, nameBytes]);
    // No comment, one disk, no attributes; then where the file begins.
    const ending = [two(0), two(0), two(0), four(0), four(offset)];
    directory.push(join([four(CENTRAL_HEADER), two(VERSION), ...facts, ...ending, nameBytes]));
    parts.push(header, deflated);
    offset += header.length + deflated.length;
  }
  const central = join(directory);
  const count = two(directory.length);
  const end = join([four(END_OF_CENTRAL), two(0), two(0), count, count, four(central.length), four(offset), two(0)]);
  return new Blob([...parts, central, end], { type: 'application/zip' });
}

async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new CompressionStream('deflate-raw');
  const writer = stream.writable.getWriter();
  const written = Promise.all([writer.write(bytes), writer.close()]);
  const deflated = new Uint8Array(await new Response(stream.readable).arrayBuffer());
  await written;
  return deflated;
}

/** Returns a time of the wall as MS-DOS wrote it: two seconds a step, and the years from 1980. */
function dosTime(wall: WallClock): Uint8Array[] {
  const { day, time } = wall.day < FIRST_MOMENT.day ? FIRST_MOMENT : wall;
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return [two((hours << 11) | (minutes << 5)), two(((year - 1980) << 9) | (month << 5) | date)];
}

/** A number as bytes, the lowest first. */
const two = (value: number): Uint8Array => Uint8Array.of(value, value >>> 8);
const four = (value: number): Uint8Array => Uint8Array.of(value, value >>> 8, value >>> 16, value >>> 24);

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}
