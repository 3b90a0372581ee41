import { readFile } from 'node:fs/promises';
import { PNG } from 'pngjs';
import { waitForWorker } from '../support/waitForWorker';
import type { Phone } from './support/phone';
import { expect, test } from './support/test';

/** Opens the dashboard of a GameDay of twelve weeks, always from the same seed. */
async function openDashboard(phone: Phone): Promise<void> {
  // A reload in the midst of it would be reported as an error.
  await waitForWorker(phone);
  await phone.evaluate(() => sessionStorage.setItem('infernalops.gameday', '7 fresh'), null);
  await phone.reload();
  await phone.button(/Gaspard/).waitFor();
  await phone.goTo('#/dashboard');
  await phone.find({ css: '[data-card="raster"] tbody tr' }).first.waitFor();
}

for (const { locale, span, decimals } of [
  { locale: 'en-GB', span: '4 weeks', decimals: /^\d+(\.\d+)?%$/ },
  { locale: 'fr-FR', span: '4 semaines', decimals: /^\d+(,\d+)? %$/ },
])
  test(`the dashboard draws its charts, and a night of the table for each bar, ${locale}`, async ({ openPhone }) => {
    const phone = await openPhone({ locale, time: '2026-11-17T09:00:00Z' });
    await openDashboard(phone);
    await phone.find({ css: '[data-menu="span"] summary' }).tap();
    await phone.button(span).tap();
    await expect.poll(() => phone.find({ css: '[data-card="raster"] tbody tr' }).count()).toBe(28);
    expect(await phone.find({ css: '[data-figure="availability"] strong' }).texts()).toEqual([
      expect.stringMatching(decimals),
    ]);

    const recovery = phone.find({ css: '[data-card="recovery"]' });
    const logged = await recovery.find({ css: 'tbody tr' }).texts();
    const bars = await phone.evaluate(
      () =>
        [...document.querySelectorAll<SVGGraphicsElement>('[data-card="recovery"] [data-mark]')].map(
          (bar) => bar.getBBox().height,
        ),
      null,
    );
    expect(bars.length).toBeGreaterThan(10);
    expect(bars.length).toBeLessThanOrEqual(logged.length);
    expect(Math.min(...bars)).toBeGreaterThan(0);
    // Every chart, and every cell of the rasters, has a size.
    const empty = await phone.evaluate(
      () =>
        [...document.querySelectorAll('[data-card] svg')]
          // One without a size has only the patterns for others.
          .filter((svg) => svg.getAttribute('width') !== '0' && svg.checkVisibility())
          .filter((svg) => svg.getBoundingClientRect().height === 0)
          .map((svg) => svg.closest('[data-card]')?.getAttribute('data-card')),
      null,
    );
    expect(empty).toEqual([]);
  });

test('the dashboard is saved as a picture with what is on the screen', async ({ openPhone }) => {
  test.setTimeout(240_000);
  const phone = await openPhone({ time: '2026-11-17T09:00:00Z' });
  await openDashboard(phone);
  await phone.button('The dashboard as a picture').tap();
  const tall = PNG.sync.read(await readFile(await phone.savedFile('infernalops-dashboard-2026-11-10-2026-11-16.png')));
  expect(tall.width).toBeGreaterThanOrEqual(2 * 350);
  expect(tall.height).toBeGreaterThan(4000);
  expect(countColours(tall)).toBeGreaterThan(20);

  await phone.closeToast();
  await phone.find({ css: '[data-card="recovery"] details summary' }).tap();
  await phone
    .find({ css: '[data-card="recovery"]' })
    .find({ role: 'button', name: /as a picture/ })
    .tap();
  const one = PNG.sync.read(await readFile(await phone.savedFile('infernalops-recovery-2026-11-10-2026-11-16.png')));
  expect(one.height).toBeLessThan(tall.height / 4);
  expect(countColours(one)).toBeGreaterThan(5);
});

/** Counts the different colours of a picture. An empty picture has one or two. */
function countColours({ data }: PNG): number {
  const colours = new Set<number>();
  for (let index = 0; index < data.length; index += 4 * 7) colours.add(data.readUInt32BE(index));
  return colours.size;
}
