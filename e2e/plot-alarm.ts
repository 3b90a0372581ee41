import { mkdir, writeFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { CHROMIUM_ARGS, chromiumPath } from './support/chromium';
import { renderAlarm } from './support/renderAlarm';

/*
 * `npm run plot-alarm` draws how loud the alarm of the watch is over its first 25 seconds, from the
 * samples that a browser renders at full volume. Two runs draw the same picture.
 */

const OUT = new URL('../docs/pictures/alarm-loudness.svg', import.meta.url);
const LENGTH_S = 25;
const RISE_S = 20;
const [WIDTH, HEIGHT] = [640, 260];
const [LEFT, RIGHT, TOP, BOTTOM] = [64, 28, 24, 44];
/** The levels of the picture, in decibels below the largest possible sample. */
const [HIGHEST_DB, LOWEST_DB] = [0, -40];

const xOf = (second: number) => LEFT + ((WIDTH - LEFT - RIGHT) * second) / LENGTH_S;
const yOf = (decibels: number) => TOP + ((HEIGHT - TOP - BOTTOM) * (HIGHEST_DB - decibels)) / (HIGHEST_DB - LOWEST_DB);
const rounded = (value: number) => Number(value.toFixed(1));

const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGS });
const seconds = await renderAlarm(await browser.newPage(), { volume: 1, lengthS: LENGTH_S });
await browser.close();

const levels = seconds.map(({ rms }) => 20 * Math.log10(rms));
const bars = levels.map((level, second) => {
  const [x, y] = [xOf(second) + 2, yOf(level)].map(rounded);
  return `<rect x="${x}" y="${y}" width="${rounded(xOf(1) - xOf(0) - 4)}" height="${rounded(yOf(LOWEST_DB) - (y ?? 0))}"/>`;
});
const lines = [0, -10, -20, -30, -40].map((level) => {
  const y = rounded(yOf(level));
  return `<path d="M${LEFT} ${y}H${WIDTH - RIGHT}"/><text x="${LEFT - 8}" y="${y + 4}" text-anchor="end">${level === 0 ? '0' : `−${-level}`} dB</text>`;
});
const times = [0, 5, 10, 15, 20, 25].map(
  (second) => `<text x="${rounded(xOf(second))}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${second} s</text>`,
);
const [first, last] = [levels[0] ?? 0, levels[RISE_S - 1] ?? 0].map((level) => level.toFixed(1).replace('-', '−'));

await mkdir(new URL('.', OUT), { recursive: true });
await writeFile(
  OUT,
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" font-family="system-ui, sans-serif" font-size="12">
<title>How loud the alarm is: ${first} dB in its first second, ${last} dB in its twentieth, and then the same</title>
<rect width="${WIDTH}" height="${HEIGHT}" rx="12"/>
<g fill="#d35723" stroke="#55200f">${lines.join('')}</g>
<g fill="#d35723">${times.join('')}<text x="${xOf(LENGTH_S / 2)}" y="${HEIGHT - 8}" text-anchor="middle">from the page to the answer · root mean square of each second at full volume</text></g>
<g fill="#ff7a45">${bars.join('')}</g>
</svg>
`.replace(/<text/g, '<text stroke="none"'),
);
