import { toStoredIncident, withoutIndexFields } from '@/db/storedIncident';
import { parseRow } from '@/domain/rows/parseRow';
import { checkTimeline } from '@/domain/timeline/checkTimeline';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import { createRandom } from '@/gameday/random';
import type { Instant } from '@/lib/time';
import { print } from '../support/print';
import { readStored } from '../support/storedRows';
import type { Phone } from './support/phone';
import { expect, test } from './support/test';

/** Each kill starts a browser, which takes seconds. `npm run soak` has 50 kills. */
const KILLS = Number(process.env.WEBKIT_KILLS ?? 6);
const WITHIN_MS = 300;

/**
 * The seed of the moments of the kills. It is printed; `KILL_SEED=<seed>` repeats the same moments.
 */
const SEED = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);

/** What the page writes to the console when the screen shows that the tap was logged. */
const LOGGED = 'the tap was logged';

test(`killed ${KILLS} times within ${WITHIN_MS} ms after a tap: what a toast confirmed is on disk, and no row is incomplete`, async ({
  openPhone,
}) => {
  test.setTimeout(120_000 + KILLS * 30_000);
  const random = createRandom(SEED, 'night');
  print(`KILL_SEED=${SEED} on WebKit`);
  const phone = await openPhone();
  let confirmed = 0;
  for (let round = 0; round < KILLS; round += 1) {
    const before = await readValidEntries(phone);
    await phone.evaluate(reportWhenLogged, LOGGED);
    const confirmations = phone.console.length;
    await phone.evaluate(tapNext, null);
    // However slow the machine is, every third kill comes as soon as the toast is there.
    if (round % 3 === 2) await expect.poll(() => isConfirmed(confirmations), { intervals: [1] }).toBe(true);
    // The moments are random over the whole time, most of them early, when the write happens.
    else await phone.driver.sleep(((round + random.next()) / KILLS) ** 2 * WITHIN_MS);
    await phone.kill();
    const wasConfirmed = isConfirmed(confirmations);
    if (wasConfirmed) confirmed += 1;

    await phone.start();
    const message = `seed ${SEED}, round ${round}: the tap was ${wasConfirmed ? '' : 'not '}confirmed`;
    const added = (await readValidEntries(phone)) - before;
    expect(added, message).toBeLessThanOrEqual(1);
    expect(added, message).toBeGreaterThanOrEqual(wasConfirmed ? 1 : 0);
  }
  print(`killed ${KILLS} times on WebKit; ${confirmed} taps had been confirmed by then, and all of them were on disk`);
  // Without a confirmed tap, the test would have shown nothing.
  expect(confirmed).toBeGreaterThanOrEqual(Math.floor(KILLS / 3));

  function isConfirmed(since: number): boolean {
    return phone.console.slice(since).some((line) => line.includes(LOGGED));
  }
});

/** Runs in the page. Writes this to the console when the screen shows that the tap was logged. */
function reportWhenLogged(report: string): void {
  const loggedMessage = /(woke|awake again|Asleep again|Settled alone) · /;
  new MutationObserver(() => {
    const isLogged = [...document.querySelectorAll('[role=status]')].some(({ textContent }) =>
      loggedMessage.test(textContent ?? ''),
    );
    // biome-ignore lint/suspicious/noConsole: the test reads it
    if (isLogged) console.log(report);
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
}

/** Runs in the page. Taps the largest button: that somebody woke, or that somebody sleeps again. */
function tapNext(): void {
  const wayOut = [...document.querySelectorAll('main button')].findLast(({ textContent }) =>
    /(Asleep again|Settled alone)$/.test(textContent ?? ''),
  );
  (wayOut ?? document.querySelector('button.wake-button'))?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
}

/**
 * Counts the entries of all incidents on disk. Each incident is checked against its schema, the
 * timeline's rules and its index.
 */
async function readValidEntries(phone: Phone): Promise<number> {
  const now = Date.now() as Instant;
  let entries = 0;
  for (const raw of await readStored<object>(phone, 'incidents')) {
    const parsed = parseRow('incidents', withoutIndexFields(raw));
    if (!parsed.ok) throw new Error(`incomplete row: ${JSON.stringify(parsed.broken)}`);
    const { timeline } = parsed.row;
    expect(checkTimeline(timeline, now)).toBeNull();
    expect(foldTimeline(timeline)).not.toBeNull();
    expect(raw).toEqual(toStoredIncident(parsed.row));
    entries += timeline.length;
  }
  return entries;
}
