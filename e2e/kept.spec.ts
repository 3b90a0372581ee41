import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom } from '@/gameday/random';
import { TonightPage } from './pages/tonight';
import { makeLogFail } from './support/failingLog';
import { KillableBrowser } from './support/killable';
import { print } from './support/print';
import { readStored } from './support/storedRows';
import { expect, test } from './support/test';

/** Each kill starts a browser, which takes seconds. `npm run soak` has 30 kills. */
const KILLS = Number(process.env.KEPT_KILLS ?? 3);
const WITHIN_MS = 3000;
const SEED = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);

interface Stored {
  timeline: { kind: string }[];
}

test(`killed ${KILLS} times within ${WITHIN_MS / 1000} s after “kept”, while the log takes nothing: the night goes on, and all of it is written when it can be`, async ({
  baseURL,
}) => {
  test.setTimeout(60_000 + KILLS * 20_000);
  print(`KILL_SEED=${SEED}`);
  const random = createRandom(SEED, 'night');
  const profile = await mkdtemp(join(tmpdir(), 'infernalops-kept-'));

  const first = await KillableBrowser.launch(profile);
  await first.page.goto(baseURL ?? '');
  await new TonightPage(first.page).ready();
  await first.kill();

  let isAwake = false;
  for (let round = 0; round < KILLS; round += 1) {
    const browser = await KillableBrowser.launch(profile);
    const { page } = browser;
    const tonight = new TonightPage(page);
    await makeLogFail(page);
    await page.goto(baseURL ?? '');
    await tonight.ready();
    // What was kept before the last kill is seen.
    await expect(tonight.wayOut, `seed ${SEED}, round ${round}`).toHaveCount(isAwake ? 1 : 0);
    const button = isAwake ? tonight.wayOut : page.locator('button.wake-button');
    await button.dispatchEvent('click');
    isAwake = !isAwake;
    await expect(page.getByText('Your taps are kept on this device.')).toBeVisible();
    // In the first round the log fails at the tap, in the others at the start.
    if (isAwake) await expect(tonight.wayOut).toBeVisible();
    else await expect(tonight.wayOut).toHaveCount(0);
    await new Promise((resolve) => setTimeout(resolve, random.next() * WITHIN_MS));
    await browser.kill();
  }

  // The storage has room again.
  const last = await KillableBrowser.launch(profile);
  await last.page.goto(baseURL ?? '');
  await new TonightPage(last.page).ready();
  await expect(last.page.getByText(/^Written now/)).toBeVisible();
  const incidents = await readStored<Stored>(last.page, 'incidents');
  const kinds = incidents.flatMap(({ timeline }) => timeline.map(({ kind }) => kind));
  const ofKind = (...wanted: string[]) => kinds.filter((kind) => wanted.includes(kind)).length;
  expect(ofKind('detected', 'reopened')).toBe(Math.ceil(KILLS / 2));
  expect(ofKind('resolved')).toBe(Math.floor(KILLS / 2));
  await last.kill();
  await rm(profile, { recursive: true, force: true });
  print(`killed ${KILLS} times after “kept”: ${kinds.length} taps of ${KILLS} are in the log`);
});
