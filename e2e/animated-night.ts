import { writeFile } from 'node:fs/promises';
import { chromium, type Locator } from '@playwright/test';
import { PNG } from 'pngjs';
import { SECOND_MS } from '@/lib/time';
import { CHROMIUM_ARGS, chromiumPath } from './support/chromium';
import { StaticHost } from './support/host';
import { encodeAnimation } from './support/indexedPng';
import { indexPicture, type Picture, paletteOf } from './support/palette';
import { instantOn, TONIGHT } from './support/pictureHousehold';
import { moveClock, openTonight, passUntil } from './support/picturePhone';

/*
 * `npm run animation` takes the moving picture of the README: half a minute of the production build
 * at night, from "Ben woke" to "Recovered in 14 min". The clock of the phone jumps from one moment
 * to the next, so that two runs take the same pictures.
 */

const OUT = new URL('../docs/screenshots/animated-night.png', import.meta.url);
/** The pixels of the phone that become one pixel of the picture, in each direction. */
const SCALE = 3;
/** As few as are needed to draw the letters smoothly. */
const COLOURS = 96;
/** Then it rests: a picture that never stops disturbs whoever reads the text beside it. */
const PLAYS = 3;
const TOUCH_MS = 700;

const host = await new StaticHost().start();
const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGS });
const tonight = await openTonight(browser, host.url, 'en');
const { page } = tonight;
const shots: { picture: Picture; ms: number }[] = [];

/** Takes a picture that is shown for so long. */
async function shoot(ms: number, finger: { x: number; y: number } | null = null): Promise<void> {
  const picture = shrink(PNG.sync.read(await page.screenshot({ animations: 'disabled' })));
  if (finger) drawFinger(picture, finger);
  shots.push({ picture, ms });
}

/** Shows a finger on a button, and taps it. */
async function tap(button: Locator, shown: Locator): Promise<void> {
  const box = await button.boundingBox();
  if (!box) throw new Error(`not on the screen: ${button}`);
  await shoot(TOUCH_MS, { x: box.x + 0.7 * box.width, y: box.y + 0.8 * box.height });
  await button.tap();
  await passUntil(page, shown);
}

/** Takes pictures at some moments of the night, as minutes and seconds after two. */
async function pass(ms: number, ...moments: string[]): Promise<void> {
  for (const moment of moments) {
    const [minute = '', second = ''] = moment.split(':');
    await moveClock(page, instantOn(TONIGHT, `02:${minute}`) + Number(second) * SECOND_MS);
    await shoot(ms);
  }
}

/** Averages the pixels of each square. Rows and columns that do not fill a square are left out. */
function shrink({ width, height, data }: Picture): Picture {
  const small = { width: Math.floor(width / SCALE), height: Math.floor(height / SCALE) };
  const out = new Uint8Array(4 * small.width * small.height);
  for (let y = 0; y < small.height; y++)
    for (let x = 0; x < small.width; x++)
      for (let channel = 0; channel < 4; channel++) {
        let sum = 0;
        for (let square = 0; square < SCALE * SCALE; square++) {
          const row = SCALE * y + Math.floor(square / SCALE);
          sum += data[4 * (row * width + SCALE * x + (square % SCALE)) + channel] ?? 0;
        }
        out[4 * (y * small.width + x) + channel] = Math.round(sum / SCALE ** 2);
      }
  return { ...small, data: out };
}

/** Draws a finger as a disc that lets what is below shine through. */
function drawFinger({ width, data }: Picture, { x, y }: { x: number; y: number }): void {
  const [centreX, centreY] = [toPicture(x), toPicture(y)];
  const radius = 13;
  for (let row = -radius; row <= radius; row++)
    for (let column = -radius; column <= radius; column++) {
      if (row ** 2 + column ** 2 > radius ** 2) continue;
      const start = 4 * ((centreY + row) * width + centreX + column);
      for (const [channel, light] of [255, 190, 150].entries())
        data[start + channel] = Math.round(0.5 * ((data[start + channel] ?? 0) + light));
    }
}

/** Turns the length of a CSS pixel into pixels of the picture. The phone has two a CSS pixel. */
const toPicture = (length: number): number => Math.round((2 * length) / SCALE);

const text = (words: string | RegExp) => page.getByRole('main').getByText(words);

await shoot(2000);
await tap(tonight.wokeButton(/Ben/), text(/^Hands off/));
await pass(1000, '43:01', '43:09', '43:18', '43:27');
await moveClock(page, instantOn(TONIGHT, '02:43') + 31 * SECOND_MS);
await passUntil(page, text('Wake Dad'));
await pass(1400, '43:32');
await pass(800, '43:48', '44:10');
await tap(tonight.button('Dad didn’t wake'), tonight.button('Mum is up'));
await pass(1400, '44:12');
await pass(800, '44:30');
await tap(tonight.button('Mum is up'), text(/^Look first/));
await pass(1400, '44:32');
await pass(800, '45:00');
await tap(tonight.button('Done'), text(/^Cuddle\./));
await pass(1200, '45:02', '45:40');
await tap(tonight.button('Cuddle'), text(/^Cuddle · /));
await pass(1400, '45:42');
await pass(600, '46:30', '48:00', '50:00');
await pass(600, '52:00', '54:30', '57:04');
await tap(tonight.asleepAgainButton, text(/^Recovered in/));
await pass(4000, '57:06');
await browser.close();
await host.stop();

const palette = paletteOf(
  shots.map(({ picture }) => picture),
  COLOURS,
);
const frames = shots.map(({ picture, ms }) => ({ picture: indexPicture(picture, palette), ms }));
await writeFile(OUT, encodeAnimation(frames, palette, PLAYS));
