import { writeFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { PNG } from 'pngjs';
import { PhonesPage } from './pages/phones';
import { TonightPage } from './pages/tonight';
import { CHROMIUM_ARGS, chromiumPath } from './support/chromium';
import { HomeServer } from './support/homeServer';
import { encodePng } from './support/indexedPng';
import { indexPicture, paletteOf } from './support/palette';

/*
 * The pictures of two phones in the README, taken by `npm run screenshots` with a real home server:
 * the code on the first phone, and the same incident on both.
 */

const server = new HomeServer();
await server.start();
const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGS });

async function newPhone() {
  const context = await browser.newContext({
    baseURL: server.url,
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 1,
    hasTouch: true,
    locale: 'en-GB',
    timezoneId: 'Europe/Paris',
    colorScheme: 'dark',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  // The clocks stand at a night's time, on the day of the taking.
  await page.clock.setFixedTime(new Date('2026-11-17T02:43:00+01:00'));
  return { page, tonight: new TonightPage(page), phones: new PhonesPage(page) };
}
type Phone = Awaited<ReturnType<typeof newPhone>>;

async function shoot({ page }: Phone, name: string): Promise<void> {
  const picture = PNG.sync.read(await page.screenshot({ animations: 'disabled' }));
  const palette = paletteOf([picture]);
  const file = new URL(`../docs/screenshots/${name}.png`, import.meta.url);
  await writeFile(file, encodePng(indexPicture(picture, palette), palette));
}

const later = ({ page }: Phone, time: string) => page.clock.setFixedTime(new Date(`2026-11-17T${time}+01:00`));

try {
  const [hers, his] = [await newPhone(), await newPhone()];
  const code = await hers.phones.beginSharing('Mum');
  await hers.page.getByRole('img', { name: /^QR code/ }).waitFor();
  await shoot(hers, 'phones-code');
  await his.phones.join(code, 'Dad');
  await hers.tonight.open();
  await later(hers, '02:43:10');
  await hers.tonight.wokeButton().tap();
  await his.tonight.clock.waitFor();
  for (const phone of [hers, his]) await later(phone, '02:43:25');
  await his.tonight.button(/^I’m going in$/).tap();
  await hers.page.getByText('Dad is up. Back to sleep.').waitFor();
  for (const phone of [hers, his]) await later(phone, '02:43:40');
  await hers.tonight.closeToast().catch(() => {});
  await shoot(hers, 'phones-hers');
  await shoot(his, 'phones-his');
} finally {
  await browser.close();
  await server.remove();
}
