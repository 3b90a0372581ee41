/** A picture in full colours, four bytes a pixel: red, green, blue and alpha, as pngjs reads it. */
export interface Picture {
  width: number;
  height: number;
  data: Uint8Array;
}

/** A picture whose pixels are places in a palette, one byte each. */
export interface IndexedPicture {
  width: number;
  height: number;
  pixels: Uint8Array;
}

/** Colours as 0xRRGGBB, 256 of them at most. */
export type Palette = readonly number[];

const colourAt = ({ data }: Picture, pixel: number): number =>
  ((data[4 * pixel] ?? 0) << 16) | ((data[4 * pixel + 1] ?? 0) << 8) | (data[4 * pixel + 2] ?? 0);

/** The colours that most pixels of some pictures have, the most frequent first. */
export function paletteOf(pictures: readonly Picture[], size = 256): Palette {
  const counts = new Map<number, number>();
  for (const picture of pictures)
    for (let pixel = 0; pixel < picture.width * picture.height; pixel++) {
      const colour = colourAt(picture, pixel);
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  const byCount = [...counts].sort(([a, countOfA], [b, countOfB]) => countOfB - countOfA || a - b);
  return byCount.slice(0, size).map(([colour]) => colour);
}

/** Gives each pixel the nearest colour of a palette. Screens have few colours: little is lost. */
export function indexPicture(picture: Picture, palette: Palette): IndexedPicture {
  const places = new Map(palette.map((colour, place) => [colour, place]));
  const { width, height } = picture;
  const pixels = new Uint8Array(width * height);
  for (let pixel = 0; pixel < pixels.length; pixel++) {
    const colour = colourAt(picture, pixel);
    let place = places.get(colour);
    if (place === undefined) {
      place = nearest(colour, palette);
      places.set(colour, place);
    }
    pixels[pixel] = place;
  }
  return { width, height, pixels };
}

function nearest(colour: number, palette: Palette): number {
  const distance = (other: number) =>
    [16, 8, 0].reduce((sum, shift) => sum + (((colour >> shift) & 255) - ((other >> shift) & 255)) ** 2, 0);
  let best = 0;
  for (let place = 1; place < palette.length; place++)
    if (distance(palette[place] ?? 0) < distance(palette[best] ?? 0)) best = place;
  return best;
}
