import type { PNG } from 'pngjs';

const BLUE_OF_RED_MAX = 0.4;

/**
 * Returns the relative luminance (WCAG) and the number of pixels whose blue is over 40 % of their
 * red.
 */
export function measureLight({ data: pixels }: PNG) {
  let sum = 0;
  const tooBlue: string[] = [];
  for (let at = 0; at < pixels.length; at += 4) {
    const [red, green, blue] = [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0];
    sum += 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    if (blue > red * BLUE_OF_RED_MAX && tooBlue.length < 10) tooBlue.push(`rgb(${red} ${green} ${blue}) at ${at / 4}`);
  }
  const count = pixels.length / 4;
  return { pixels: count, meanLuminance: sum / count, tooBlue };
}

function linear(channel: number): number {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
