/*
 * Reads a QR code as ISO/IEC 18004 defines it, up to version 6 (41 modules a side), without
 * correcting anything: a code that was just drawn has no error. It is a second view of what
 * `lean-qr` makes, so that a test can tell what a camera would read.
 */

/** Whether a module is dark; `x` and `y` count from the upper left one. */
export type IsDark = (x: number, y: number) => boolean;

/** Of each version: the data codewords of each block, and the codewords of correction in each. */
type Blocks = [data: number[], correction: number];
const BLOCKS: Record<'L' | 'M' | 'Q' | 'H', Blocks[]> = {
  L: [
    [[19], 7],
    [[34], 10],
    [[55], 15],
    [[80], 20],
    [[108], 26],
    [[68, 68], 18],
  ],
  M: [
    [[16], 10],
    [[28], 16],
    [[44], 26],
    [[32, 32], 18],
    [[43, 43], 24],
    [[27, 27, 27, 27], 16],
  ],
  Q: [
    [[13], 13],
    [[22], 22],
    [[17, 17], 18],
    [[24, 24], 26],
    [[15, 15, 16, 16], 18],
    [[19, 19, 19, 19], 24],
  ],
  H: [
    [[9], 17],
    [[16], 28],
    [[13, 13], 22],
    [[9, 9, 9, 9], 16],
    [[11, 11, 12, 12], 22],
    [[15, 15, 15, 15], 28],
  ],
};
const LEVELS = ['M', 'L', 'H', 'Q'] as const;
const FORMAT_MASK = 0b101010000010010;

const MASKS: ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

export interface QrContent {
  text: string;
  level: 'L' | 'M' | 'Q' | 'H';
}

/** @throws if the modules are no QR code of versions 1 to 6, or contain an error */
export function readQrCode(size: number, isDark: IsDark): QrContent {
  const version = (size - 17) / 4;
  checkPatterns(size, isDark);
  const format = readFormat(size, isDark);
  const level = LEVELS[format >> 13] ?? 'M';
  const mask = MASKS[(format >> 10) & 7];
  const blocks = BLOCKS[level][version - 1];
  if (!mask || !blocks) throw new Error(`A QR code of ${size} modules cannot be read here.`);
  const bits = dataModules(size).map(([x, y]) => Number(isDark(x, y) !== mask(x, y)));
  return { text: textOf(dataOf(codewordsOf(bits), blocks)), level };
}

/** The three squares in the corners with their white frame, and the dashed lines between them. */
function checkPatterns(size: number, isDark: IsDark) {
  const corners = [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const;
  for (const [centerX, centerY] of corners) {
    for (let dy = -4; dy <= 4; dy++) {
      for (let dx = -4; dx <= 4; dx++) {
        const [x, y] = [centerX + dx, centerY + dy];
        if (x < 0 || y < 0 || x >= size || y >= size) continue;
        const ring = Math.max(Math.abs(dx), Math.abs(dy));
        if (isDark(x, y) !== (ring !== 2 && ring !== 4)) throw new Error(`The square at ${x}, ${y} is wrong.`);
      }
    }
  }
  for (let i = 8; i < size - 8; i++) {
    if (isDark(i, 6) !== (i % 2 === 0) || isDark(6, i) !== (i % 2 === 0)) throw new Error('A dashed line is wrong.');
  }
}

/** Returns the 15 bits of the format, which are there twice. */
function readFormat(size: number, isDark: IsDark): number {
  let [first, second] = [0, 0];
  for (let i = 0; i < 15; i++) {
    const [x, y] = i < 6 ? [8, i] : i < 8 ? [8, i + 1] : i === 8 ? [7, 8] : [14 - i, 8];
    first |= Number(isDark(x, y)) << i;
    const [x2, y2] = i < 8 ? [size - 1 - i, 8] : [8, size - 15 + i];
    second |= Number(isDark(x2, y2)) << i;
  }
  if (first !== second) throw new Error('The two formats differ.');
  return first ^ FORMAT_MASK;
}

/** The modules that carry data, in the order of the zigzag from the lower right corner. */
function dataModules(size: number): [number, number][] {
  const isFixed = (x: number, y: number) => {
    const inCorner = (x < 9 && y < 9) || (x >= size - 8 && y < 9) || (x < 9 && y >= size - 8);
    const inSmallSquare = size > 21 && Math.abs(x - (size - 7)) <= 2 && Math.abs(y - (size - 7)) <= 2;
    return inCorner || inSmallSquare || x === 6 || y === 6;
  };
  const modules: [number, number][] = [];
  let isUp = true;
  for (let right = size - 1; right > 0; right -= 2, isUp = !isUp) {
    // The column of the dashed line is left out.
    if (right === 6) right = 5;
    for (let i = 0; i < size; i++) {
      const y = isUp ? size - 1 - i : i;
      for (const x of [right, right - 1]) if (!isFixed(x, y)) modules.push([x, y]);
    }
  }
  return modules;
}

function codewordsOf(bits: number[]): number[] {
  const codewords = [];
  for (let i = 0; i + 8 <= bits.length; i += 8) codewords.push(Number.parseInt(bits.slice(i, i + 8).join(''), 2));
  return codewords;
}

/** Sorts the codewords into their blocks, checks these, and joins their data. */
function dataOf(codewords: number[], [lengths, correction]: Blocks): number[] {
  const rest = codewords.values();
  const blocks = lengths.map((): number[] => []);
  const deal = (round: number, lengthOf: (block: number) => number) =>
    blocks.forEach((block, index) => {
      if (round < lengthOf(index)) block.push(rest.next().value ?? Number.NaN);
    });
  for (let round = 0; round < Math.max(...lengths); round++) deal(round, (index) => lengths[index] ?? 0);
  for (let round = 0; round < correction; round++) deal(round, () => correction);
  for (const block of blocks) checkBlock(block, correction);
  return blocks.flatMap((block, index) => block.slice(0, lengths[index]));
}

/** The product of two numbers of GF(2^8) with the polynomial 0x11d. */
function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) product = (product << 1) ^ ((product >> 7) * 0x11d) ^ (((b >> bit) & 1) * a);
  return product;
}

/** A block without an error is 0 at each power of 2 (Reed and Solomon). */
function checkBlock(block: number[], correction: number) {
  for (let power = 0, root = 1; power < correction; power++, root = multiply(root, 2)) {
    const syndrome = block.reduce((value, codeword) => multiply(value, root) ^ codeword, 0);
    if (syndrome !== 0) throw new Error('A block has an error.');
  }
}

const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** Reads the segments: digits, digits and capital letters, or bytes. */
function textOf(data: number[]): string {
  const bits = data.map((codeword) => codeword.toString(2).padStart(8, '0')).join('');
  let position = 0;
  /** Behind the last bit there are zeros, which end the text. */
  const take = (length: number) => {
    position += length;
    return Number.parseInt(bits.slice(position - length, position) || '0', 2);
  };
  const bytes: number[] = [];
  const add = (text: string) => bytes.push(...new TextEncoder().encode(text));
  for (let mode = take(4); mode !== 0; mode = take(4)) {
    if (mode === 0b0001) {
      let left = take(10);
      for (; left > 0; left -= 3) {
        const digits = Math.min(left, 3);
        add(String(take([0, 4, 7, 10][digits] ?? 0)).padStart(digits, '0'));
      }
    } else if (mode === 0b0010) {
      let left = take(9);
      for (; left > 1; left -= 2) {
        const pair = take(11);
        add(ALPHANUMERIC.charAt(Math.floor(pair / 45)) + ALPHANUMERIC.charAt(pair % 45));
      }
      if (left === 1) add(ALPHANUMERIC.charAt(take(6)));
    } else if (mode === 0b0100) {
      for (let left = take(8); left > 0; left--) bytes.push(take(8));
    } else if (mode === 0b0111) {
      // What the bytes mean: 26 is UTF-8.
      if (take(8) !== 26) throw new Error('The bytes are not UTF-8.');
    } else throw new Error(`A segment has the unknown mode ${mode}.`);
  }
  return new TextDecoder().decode(Uint8Array.from(bytes));
}
