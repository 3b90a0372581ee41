import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { parseRows } from '@/db/parseRows';
import { readUnlogged } from '@/db/sharing/unlogged';
import { withoutIndexFields } from '@/db/storedIncident';
import { findOverlap } from '@/domain/overlap';
import { endIdOf, incidentIdOf } from '@/domain/presses/entriesOfPress';
import type { PressWord } from '@/domain/presses/press';
import type { Incident } from '@/domain/rows/incident';
import { ANY_TIME } from '@/domain/timeline/checkTimeline';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import { addMs, HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from '@/lib/time';
import { takePresses } from '@/sync/buttons/takePresses';
import { syncRound } from '@/sync/round';
import { deleteWindows } from '../../support/database';
import { LEO, tonightAt, ZOE } from '../../support/factories';
import { expectLaws } from '../../support/laws/expectLaws';
import { nothingTold, perform } from '../../support/laws/perform';
import { lawRuns } from '../../support/laws/runs';
import type { Act } from '../../support/laws/scenario';
import { logText, type SharedPhone, sharedPhones, testKeys } from '../../support/sharedPhone';
import { SimulatedServer } from '../../support/simulatedServer';
import { SimulatedButtons } from '../../support/sync/simulatedButtons';

/*
 * The laws of the buttons, beside those of the phones (tests/sync/laws.test.ts): whatever is
 * pressed and tapped, and whichever phone hears of it first, late or twice, once everybody has
 * heard everything all logs are the same to the byte, and no press is logged twice.
 */

/** `npm run soak` sets LAW_RUNS. */
const RUNS = Number(process.env.LAW_RUNS ?? 50);
const TIMEOUT_MS = 60_000 + RUNS * 2_000;
vi.setConfig({ testTimeout: TIMEOUT_MS });

interface Pressed {
  id: string;
  word: PressWord;
  childId: string;
  at: Instant;
}

type Step =
  | { kind: 'press'; word: PressWord; pick: number; lateSeconds: number }
  /** A round of a phone. It may be killed before or after it has logged the presses. */
  | { kind: 'sync'; phone: number; end: 'whole' | 'round' | 'logged' }
  | { kind: 'tap'; act: Act };
type Timed = Step & { afterSeconds: number };

const seconds = { afterSeconds: fc.integer({ min: 1, max: 600 }) };
const pressOf = (lateSeconds: fc.Arbitrary<number>): fc.Arbitrary<Timed> =>
  fc.record({
    kind: fc.constant('press' as const),
    word: fc.constantFrom<PressWord>('woke', 'asleep'),
    pick: fc.nat(5),
    lateSeconds,
    ...seconds,
  });
const syncStep: fc.Arbitrary<Timed> = fc.record({
  kind: fc.constant('sync' as const),
  phone: fc.nat(2),
  end: fc.constantFrom('whole', 'whole', 'round', 'logged'),
  ...seconds,
});
const TAPS = ['woke', 'asleep', 'again', 'up', 'remedy', 'undo', 'removeIncident', 'moveEntry', 'removeEntry'] as const;
const tapStep: fc.Arbitrary<Timed> = fc
  .record({ phone: fc.nat(2), tap: fc.constantFrom(...TAPS), pick: fc.nat(1000), ...seconds })
  .map(({ phone, tap, pick, afterSeconds }) => ({
    kind: 'tap',
    act: { phone, kind: tap, pick, afterSeconds: 0, faults: [], meanwhile: [] },
    afterSeconds,
  }));

const LONG = { minLength: 5, maxLength: 40, size: 'max' } as const;
const onlyPresses = fc.array(
  fc.oneof({ weight: 3, arbitrary: pressOf(fc.constant(0)) }, { weight: 3, arbitrary: syncStep }),
  LONG,
);
const everything = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: pressOf(fc.oneof(fc.constant(0), fc.nat(3_600))) },
    { weight: 4, arbitrary: syncStep },
    { weight: 5, arbitrary: tapStep },
  ),
  LONG,
);
/** Clocks that are right, and such that no press comes before its time or long after it. */
const skew = fc.constantFrom(0, 0, 40 * SECOND_MS, 5 * MINUTE_MS, -5 * MINUTE_MS, HOUR_MS);
const skews = fc.array(skew, { minLength: 2, maxLength: 3 });

/** Plays the steps on new phones, and lets everybody hear everything in the end. */
async function play(steps: readonly Timed[], skewsMs: readonly number[]) {
  let clock = tonightAt('00:30');
  const server = new SimulatedServer();
  const phones = await sharedPhones(server, skewsMs, () => clock);
  const buttons = new SimulatedButtons(new Uint8Array(32).fill(7), await testKeys());
  const told = nothingTold();
  const pressed: Pressed[] = [];
  const sync = async (phone: SharedPhone, end: 'whole' | 'round' | 'logged') => {
    const context = buttons.contextOf(phone);
    const ended = await syncRound(context);
    if (!ended.ok || ended.value.kind !== 'same' || !ended.value.presses || end === 'round') return ended;
    await takePresses(context);
    return end === 'whole' ? syncRound(context) : ended;
  };
  for (const step of steps) {
    clock = addMs(clock, step.afterSeconds * SECOND_MS);
    if (step.kind === 'press') {
      const { word, pick, lateSeconds } = step;
      const childId = pick === 0 ? ZOE : LEO;
      const at = addMs(clock, -lateSeconds * SECOND_MS);
      pressed.push({ id: await buttons.press(word, childId, at), word, childId, at });
    } else {
      const phone = phones[(step.kind === 'tap' ? step.act.phone : step.phone) % phones.length] as SharedPhone;
      if (step.kind === 'tap') await perform(phone, step.act, told, async () => {});
      else await sync(phone, step.end);
    }
  }
  // By then no press is in the future of any phone.
  clock = addMs(clock, 2 * HOUR_MS);
  const heads = new Set<unknown>();
  for (let turn = 0; turn < 10 && (heads.size !== 1 || buttons.waiting.size > 0); turn += 1) {
    heads.clear();
    for (const phone of phones) {
      const ended = await sync(phone, 'whole');
      heads.add(ended.ok && ended.value.kind === 'same' ? ended.value.head : ended);
    }
  }
  expect([heads.size, buttons.waiting.size]).toEqual([1, 0]);
  return { server, phones, told, pressed, buttons };
}

const liveIncidents = async ({ db }: SharedPhone): Promise<Incident[]> =>
  parseRows('incidents', (await db.incidents.toArray()).map(withoutIndexFields)).rows.filter(
    ({ deletedAt }) => deletedAt === null,
  );

/** Checks that the log, as it is read, says at most once what a press has said. */
function expectSaidOnce(press: Pressed, incidents: readonly Incident[], rowIds: readonly string[]): void {
  const ids = new Set(
    press.word === 'woke' ? [`${incidentIdOf(press)}/detected`] : rowIds.map((rowId) => endIdOf(press, rowId)),
  );
  const timesIn = ({ timeline }: Incident) =>
    (foldTimeline(timeline)?.entries ?? []).filter(({ id, kind }) => ids.has(id) && kind !== 'reopened').length;
  const saying = incidents.filter((incident) => timesIn(incident) > 0);
  for (const incident of saying) expect([press, timesIn(incident)]).toEqual([press, 1]);
  // Two phones that had not heard each other may have logged the same wake-up apart. Then the press
  // has ended both, which the morning review offers to merge.
  const [first, ...others] = saying;
  for (const other of others) {
    expect(press.word).toBe('asleep');
    expect(findOverlap(first as Incident, [other], ANY_TIME)).toMatchObject({ code: 'overlaps' });
  }
}

describe('whatever is pressed and tapped', () => {
  it('presses alone make the log that one phone would have made of them, whoever hears them', async () => {
    await fc.assert(
      fc.asyncProperty(onlyPresses, skews, async (steps, skewsMs) => {
        const { phones, pressed, server, told } = await play(steps, skewsMs);
        await expectLaws({ server, phones, told });
        const expected: Record<string, string[]> = { [LEO]: [], [ZOE]: [] };
        for (const { word, childId, at } of pressed) {
          const story = expected[childId] ?? [];
          const isAwake = story.at(-1)?.startsWith('detected') ?? false;
          if (word === 'woke' && !isAwake) story.push(`detected ${at}`);
          if (word === 'asleep' && isAwake) story.push(`resolved ${at}`);
        }
        const incidents = (await liveIncidents(phones[0] as SharedPhone)).sort(
          (a, b) => (a.timeline[0]?.at ?? 0) - (b.timeline[0]?.at ?? 0),
        );
        for (const child of [LEO, ZOE])
          expect(
            incidents
              .filter(({ childId }) => childId === child)
              .flatMap(({ timeline }) => timeline.map(({ kind, at }) => `${kind} ${at}`)),
          ).toEqual(expected[child]);
        for (const { db } of phones) expect(await readUnlogged(db)).toEqual([]);
        await deleteWindows();
      }),
      lawRuns('presses alone', RUNS, TIMEOUT_MS),
    );
  });

  it('among taps, undos and late presses all logs are the same, and no press is logged twice', async () => {
    await fc.assert(
      fc.asyncProperty(everything, skews, async (steps, skewsMs) => {
        const { phones, pressed, server, told, buttons } = await play(steps, skewsMs);
        await expectLaws({ server, phones, told });
        const [first] = phones as [SharedPhone];
        const incidents = await liveIncidents(first);
        const rowIds = (await first.db.incidents.toCollection().primaryKeys()) as string[];
        for (const press of pressed) expectSaidOnce(press, incidents, rowIds);

        // A server that was restored has all "woke" again that are in the log, or were.
        const text = await logText(first.db);
        for (const { id, word, childId, at } of pressed)
          if (word === 'woke' && rowIds.includes(incidentIdOf({ id }))) {
            const again = await buttons.press('woke', childId, at);
            const press = buttons.waiting.get(again);
            buttons.waiting.delete(again);
            if (press) buttons.waiting.set(id, { ...press, id });
          }
        for (const phone of phones) await takePresses(buttons.contextOf(phone));
        for (const { db } of phones) expect(await logText(db)).toBe(text);
        await deleteWindows();
      }),
      lawRuns('presses among taps', RUNS, TIMEOUT_MS),
    );
  });
});
