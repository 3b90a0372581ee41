import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { createRandom } from '@/gameday/random';
import { HOUR_MS } from '@/lib/time';
import { TonightPage } from './pages/tonight';
import { DAMAGES, type Damage } from './support/damages';
import { KillableBrowser } from './support/killable';
import { print } from './support/print';
import { readStored } from './support/storedRows';
import { expect, test } from './support/test';

/** Each damage starts a browser twice, which takes seconds. `npm run soak` tries all of them. */
const COUNT = Number(process.env.DAMAGES ?? 3);
const SEED = Number(process.env.DAMAGE_SEED ?? Date.now() % 1_000_000);
const WAKE_UPS = 4;

const TOLD = /The log that was here is gone|Part of the log is missing|The log does not open|Another window/;

test(`${COUNT} damages to the files of the log: what is gone is said, and the button works at once`, async ({
  baseURL,
}) => {
  test.setTimeout(120_000 + COUNT * 40_000);
  print(`DAMAGE_SEED=${SEED}`);
  const folder = await mkdtemp(join(tmpdir(), 'infernalops-damaged-'));
  const whole = join(folder, 'whole');
  await logWakeUps(whole, baseURL ?? '');

  for (const [index, damage] of chosenDamages().entries()) {
    const profile = join(folder, String(index));
    await cp(whole, profile, { recursive: true, verbatimSymlinks: true });
    await damage.apply(profile);
    const { left, told, isTapSeen } = await start(profile, baseURL ?? '');
    print(`${damage.name} | ${left ?? 'none can be read'} of ${WAKE_UPS} | ${told ?? '(nothing)'}`);
    expect.soft(isTapSeen, `${damage.name}: a tap is logged and seen`).toBe(true);
    if (left !== WAKE_UPS) expect.soft(told, `${damage.name}: what is gone is said`).toMatch(TOLD);
    await rm(profile, { recursive: true, force: true });
  }
  await rm(folder, { recursive: true, force: true });
});

function chosenDamages(): Damage[] {
  const random = createRandom(SEED, 'night');
  const drawn = DAMAGES.map((damage) => ({ damage, order: random.next() }));
  const shuffled = drawn.sort((a, b) => a.order - b.order).map(({ damage }) => damage);
  return COUNT >= DAMAGES.length ? [...DAMAGES] : shuffled.slice(0, COUNT);
}

/** Logs some wake-ups, with a start in between: a start moves what there is to a table. */
async function logWakeUps(profile: string, url: string): Promise<void> {
  for (let night = 0; night < 2; night += 1) {
    const browser = await KillableBrowser.launch(profile);
    const { page } = browser;
    const tonight = new TonightPage(page);
    // All of it is in the past of the starts that follow.
    await page.clock.install({ time: Date.now() - (6 - 2 * night) * HOUR_MS });
    await page.goto(url);
    await tonight.ready();
    for (let wakeUp = 0; wakeUp < WAKE_UPS / 2; wakeUp += 1) {
      // A cry soon after the last one would be the same wake-up.
      await page.clock.fastForward('20:00');
      await page.locator('button.wake-button').click();
      await expect(tonight.wayOut).toBeVisible();
      await passTapGuard(page);
      await tonight.wayOut.click();
      await expect(page.locator('button.wake-button')).toBeVisible();
    }
    // The witness is noted after the last change.
    await expect.poll(() => seenByWitness(page)).toBe((night + 1) * (WAKE_UPS / 2));
    await browser.kill();
  }
}

/** The app takes two taps within two seconds for one. */
const passTapGuard = (page: Page) => page.clock.fastForward('00:03');

const seenByWitness = (page: Page) =>
  page.evaluate(() => JSON.parse(localStorage.getItem('infernalops.witness') ?? '{}').incidentCount);

async function start(profile: string, url: string) {
  const browser = await KillableBrowser.launch(profile);
  const { page } = browser;
  const tonight = new TonightPage(page);
  await page.goto(url);
  await tonight.ready();
  const alert = page.getByRole('alert');
  // What is gone is said after the first frame.
  const told = await alert
    .first()
    .textContent({ timeout: 3000 })
    .catch(() => null);
  const giveUp = new Promise<null>((resolve) => setTimeout(() => resolve(null), 3000));
  const incidents = await Promise.race([readStored(page, 'incidents').catch(() => null), giveUp]);
  await page.locator('button.wake-button').click();
  const isTapSeen = await tonight.wayOut
    .waitFor({ timeout: 10_000 })
    .then(() => true)
    .catch(() => false);
  await browser.kill();
  return { left: incidents?.length ?? null, told, isTapSeen };
}
