import { beforeEach, describe, expect, it } from 'vitest';
import { removeIncident } from '@/db/correctIncident';
import { addEntry } from '@/db/editIncident';
import { readUnlogged } from '@/db/sharing/unlogged';
import { undo } from '@/db/undo';
import type { Incident } from '@/domain/rows/incident';
import { type Instant, MINUTE_MS } from '@/lib/time';
import { takePresses } from '@/sync/buttons/takePresses';
import { sealWord } from '@/sync/crypto/buttonSeals';
import { syncRound } from '@/sync/round';
import { logPastWakeUp, logWakeUp } from '../../support/database';
import { entry, LEO, MUM, tonightAt, wakeUp, ZOE } from '../../support/factories';
import { logText, type SharedPhone, settle, sharedPhones, testKeys } from '../../support/sharedPhone';
import { SimulatedServer } from '../../support/simulatedServer';
import { SimulatedButtons } from '../../support/sync/simulatedButtons';

const SECRET = new Uint8Array(32).fill(7);

let now: Instant;
let buttons: SimulatedButtons;
let hers: SharedPhone;
let his: SharedPhone;

beforeEach(async () => {
  now = tonightAt('02:00');
  const [first, second] = await sharedPhones(new SimulatedServer(), [0, 0], () => now);
  if (!first || !second) throw new Error('there are two');
  [hers, his] = [first, second];
  buttons = new SimulatedButtons(SECRET, await testKeys());
});

const woke = (time: string, child = LEO) => buttons.press('woke', child, tonightAt(time));
const asleep = (time: string, child = LEO) => buttons.press('asleep', child, tonightAt(time));

/** What a session does when it is woken: rounds, until nothing is left to do. */
async function sync(phone: SharedPhone, time?: string): Promise<void> {
  if (time) now = tonightAt(time);
  const context = buttons.contextOf(phone);
  for (let turn = 0; turn < 5; turn += 1) {
    const ended = await syncRound(context);
    if (!ended.ok || ended.value.kind !== 'same') throw new Error('the round did not end');
    if (!ended.value.presses) return;
    expect(await takePresses(context)).toEqual({ ok: true, value: null });
    if ((await phone.db.outbox.count()) === 0 && buttons.waiting.size > 0) return;
  }
  throw new Error('the presses are taken again and again');
}

const incidentsOf = async ({ db }: SharedPhone): Promise<Incident[]> =>
  (await db.incidents.orderBy('detectedAt').toArray()).filter(({ deletedAt }) => deletedAt === null);
const storyOf = async (phone: SharedPhone) =>
  (await incidentsOf(phone)).map(({ childId, timeline }) => [
    childId,
    ...timeline.filter(({ deletedAt }) => deletedAt === null).map(({ kind, at }) => `${kind} ${clock(at)}`),
  ]);
const clock = (at: Instant) => new Date(at + 60 * MINUTE_MS).toISOString().slice(11, 16);
const expectSame = async () => {
  await settle([hers, his]);
  expect(await logText(his.db)).toBe(await logText(hers.db));
};

describe('“woke”', () => {
  it('is in the log of both phones with the time of the press, by nobody in particular', async () => {
    await woke('02:43');
    await sync(hers, '02:44');
    await sync(his);
    for (const phone of [hers, his]) expect(await storyOf(phone)).toEqual([[LEO, 'detected 02:43']]);
    const [incident] = await incidentsOf(his);
    expect(incident?.timeline[0]).toMatchObject({ by: null, via: 'shortcut', estimated: false });
    expect(buttons.waiting.size).toBe(0);
    await expectSame();
  });

  it('is the same to the byte on two phones that log it at the same time', async () => {
    await woke('02:43');
    now = tonightAt('02:44');
    for (const phone of [hers, his]) await takePresses(buttons.contextOf(phone));
    expect(await incidentsOf(his)).toEqual(await incidentsOf(hers));
    await expectSame();
    expect(await storyOf(hers)).toEqual([[LEO, 'detected 02:43']]);
  });

  it('waits on the server until the row is there', async () => {
    await woke('02:43');
    now = tonightAt('02:44');
    const context = buttons.contextOf(hers);
    await takePresses(context);
    expect([await hers.db.outbox.count(), buttons.waiting.size]).toEqual([1, 1]);
    await syncRound(context);
    expect([await hers.db.outbox.count(), buttons.waiting.size]).toEqual([0, 1]);
    await takePresses(context);
    expect([await hers.db.outbox.count(), buttons.waiting.size]).toEqual([0, 0]);
  });

  it('of a child who is awake already adds nothing, and neither does a second press', async () => {
    await logWakeUp(hers.db, '02:40');
    await woke('02:43');
    await woke('02:43');
    await sync(hers, '02:44');
    expect(await storyOf(hers)).toEqual([[LEO, 'detected 02:40']]);
    await asleep('02:50');
    await woke('02:55');
    await woke('02:56');
    await sync(hers, '03:00');
    expect(await storyOf(hers)).toEqual([
      [LEO, 'detected 02:40', 'resolved 02:50'],
      [LEO, 'detected 02:55'],
    ]);
  });

  it('that was undone stays so on a phone that hears the press later', async () => {
    await woke('02:43');
    now = tonightAt('02:44');
    await takePresses(buttons.contextOf(hers));
    const [incident] = await incidentsOf(hers);
    await undo(hers.db, { undo: { table: 'incidents', before: null, after: incident as Incident }, now });
    await settle([hers, his]);
    expect(buttons.waiting.size).toBe(1);
    await sync(his, '02:45');
    await expectSame();
    expect([await storyOf(hers), await storyOf(his), buttons.waiting.size]).toEqual([[], [], 0]);
  });

  it('and a tap on a phone that has not heard of it are one wake-up', async () => {
    await logWakeUp(his.db, '02:42');
    await woke('02:43');
    await sync(hers, '02:44');
    await expectSame();
    const all = await incidentsOf(hers);
    expect(all).toHaveLength(1);
    expect(all[0]?.timeline.map(({ at }) => clock(at))).toEqual(['02:42', '02:43']);
  });

  it('that comes late begins the wake-up that was tapped after it', async () => {
    await logWakeUp(hers.db, '02:50');
    await woke('02:43');
    await sync(hers, '03:00');
    const all = await incidentsOf(hers);
    expect(all).toHaveLength(1);
    expect(all[0]?.timeline.map(({ at }) => clock(at))).toEqual(['02:43', '02:50']);
    await expectSame();
  });

  it('of two children begins a double incident', async () => {
    await woke('02:43');
    await woke('02:45', ZOE);
    await sync(his, '02:46');
    expect(await storyOf(his)).toEqual([
      [LEO, 'detected 02:43'],
      [ZOE, 'detected 02:45'],
    ]);
  });
});

describe('“asleep”', () => {
  it('ends what is open, by whoever got up last', async () => {
    await logWakeUp(hers.db, '02:43');
    const up = entry('acknowledged', '02:45', { by: MUM });
    await addEntry(hers.db, { incidentId: 'woke 02:43', entry: up, now: up.at });
    await asleep('03:01');
    await sync(hers, '03:02');
    const [incident] = await incidentsOf(hers);
    expect(incident?.timeline.at(-1)).toMatchObject({ kind: 'resolved', by: MUM, outcome: 'settled' });
    expect(clock(incident?.timeline.at(-1)?.at as Instant)).toBe('03:01');
    await expectSame();
  });

  it.each([
    ['within the grace time, and nobody did anything', tonightAt('02:43') + 20_000, 'selfSettled'],
    ['after it', tonightAt('02:43') + 40_000, 'settled'],
  ])('%s: %s', async (_, at, outcome) => {
    await woke('02:43');
    await buttons.press('asleep', LEO, at as Instant);
    await sync(hers, '02:45');
    const [incident] = await incidentsOf(hers);
    expect(incident?.timeline.at(-1)).toMatchObject({ kind: 'resolved', by: null, outcome });
  });

  it('while nobody is awake is nothing', async () => {
    await asleep('02:43');
    await asleep('02:44', ZOE);
    await sync(hers, '02:45');
    expect([await storyOf(hers), await readUnlogged(hers.db), buttons.waiting.size]).toEqual([[], [], 0]);
  });

  it('of one child leaves the other one’s wake-up open', async () => {
    await woke('02:43');
    await woke('02:44', ZOE);
    await asleep('02:50', ZOE);
    await sync(hers, '02:51');
    expect(await storyOf(hers)).toEqual([
      [LEO, 'detected 02:43'],
      [ZOE, 'detected 02:44', 'resolved 02:50'],
    ]);
  });

  it('that was undone stays so', async () => {
    await woke('02:43');
    await sync(hers, '02:44');
    await asleep('02:50');
    now = tonightAt('02:51');
    const before = (await incidentsOf(hers))[0] as Incident;
    await takePresses(buttons.contextOf(hers));
    const after = (await incidentsOf(hers))[0] as Incident;
    await undo(hers.db, { undo: { table: 'incidents', before, after }, now });
    await settle([hers, his]);
    await sync(his, '02:52');
    await expectSame();
    expect(await storyOf(his)).toEqual([[LEO, 'detected 02:43']]);
  });

  it('a minute before a tap on a phone whose clock is ahead comes after that tap', async () => {
    await logWakeUp(hers.db, '02:43');
    const up = entry('acknowledged', '02:51', { by: MUM });
    await addEntry(hers.db, { incidentId: 'woke 02:43', entry: up, now: up.at });
    await asleep('02:50');
    await sync(hers, '02:51');
    expect(await storyOf(hers)).toEqual([[LEO, 'detected 02:43', 'acknowledged 02:51', 'resolved 02:51']]);
  });
});

describe('what comes late, after a night in which all phones were off', () => {
  it('is put at its time', async () => {
    for (const [time, end] of [
      ['00:30', '00:45'],
      ['02:43', '03:12'],
    ] as const) {
      await woke(time);
      await asleep(end);
    }
    await sync(his, '07:00');
    expect(await storyOf(his)).toEqual([
      [LEO, 'detected 00:30', 'resolved 00:45'],
      [LEO, 'detected 02:43', 'resolved 03:12'],
    ]);
    await expectSame();
  });

  it('lies before what was logged meanwhile', async () => {
    await logPastWakeUp(hers.db, wakeUp('03:30', '03:50'));
    await woke('02:43');
    await asleep('03:12');
    await sync(hers, '07:00');
    expect(await storyOf(hers)).toEqual([
      [LEO, 'detected 02:43', 'resolved 03:12'],
      [LEO, 'detected 03:30', 'resolved 03:50'],
    ]);
  });

  it('is the same to the byte whether it was heard at once or in parts', async () => {
    await woke('02:43');
    await sync(hers, '02:44');
    const first = await asleep('02:50');
    await takePresses(buttons.contextOf(his));
    await sync(hers, '07:00');
    expect(buttons.waiting.has(first)).toBe(false);
    await expectSame();
    const inParts = await logText(hers.db);

    const [other] = await sharedPhones(new SimulatedServer(), [0], () => now);
    buttons = new SimulatedButtons(SECRET, await testKeys());
    await woke('02:43');
    await asleep('02:50');
    await sync(other as SharedPhone);
    expect(await logText((other as SharedPhone).db)).toBe(inParts);
  });
});

describe('what cannot be logged', () => {
  const unloggedOf = async (phone: SharedPhone) =>
    (await readUnlogged(phone.db)).map(({ at, word, why }) => [clock(at), word, why]);

  it('is told once, and does not wait any longer', async () => {
    await logPastWakeUp(hers.db, wakeUp('02:40', '03:20'));
    await logPastWakeUp(hers.db, wakeUp('04:00', '04:10'));
    await woke('03:00');
    await woke('03:30');
    await woke('03:40', 'a child who was deleted');
    buttons.pressSealed('A'.repeat(380), tonightAt('03:45'));
    await sync(hers, '07:00');
    await sync(hers, '07:01');
    // The first one is in a wake-up that is logged, and after the second one another was.
    expect(await unloggedOf(hers)).toEqual([
      ['03:45', null, 'unreadable'],
      ['03:40', 'woke', 'unknownChild'],
      ['03:30', 'woke', 'overlaps'],
    ]);
    expect(buttons.waiting.size).toBe(0);
    expect(await storyOf(hers)).toHaveLength(2);
  });

  it('is also an end after which more was logged', async () => {
    await logWakeUp(hers.db, '02:43');
    const up = entry('acknowledged', '03:10', { by: MUM });
    await addEntry(hers.db, { incidentId: 'woke 02:43', entry: up, now: up.at });
    await asleep('03:00');
    await sync(hers, '03:20');
    expect(await storyOf(hers)).toEqual([[LEO, 'detected 02:43', 'acknowledged 03:10']]);
    expect(await unloggedOf(hers)).toEqual([['03:00', 'asleep', 'wentOn']]);
  });

  it('is a word of another button, and one of a household before it got a new secret', async () => {
    const { householdId } = await testKeys();
    const { buttonId } = buttons;
    const other = new SimulatedButtons(SECRET, await testKeys());
    const places = [
      { secret: SECRET, householdId, buttonId: other.buttonId },
      { secret: new Uint8Array(32).fill(8), householdId, buttonId },
      { secret: SECRET, householdId: other.buttonId, buttonId },
    ];
    for (const place of places) buttons.pressSealed(await sealWord(place, 'woke', LEO), tonightAt('02:43'));
    await sync(hers, '03:00');
    expect(await storyOf(hers)).toEqual([]);
    expect((await unloggedOf(hers)).map(([, , why]) => why)).toEqual(['unreadable', 'unreadable', 'unreadable']);
  });

  it('is forgotten after a week, and of many the latest are kept', async () => {
    for (let minute = 10; minute < 40; minute += 1) buttons.pressSealed('A'.repeat(380), tonightAt(`02:${minute}`));
    await sync(hers, '03:00');
    expect((await unloggedOf(hers)).map(([time]) => time).at(-1)).toBe('02:20');
    expect(await unloggedOf(hers)).toHaveLength(20);
    now = (tonightAt('03:00') + 8 * 24 * 60 * MINUTE_MS) as Instant;
    buttons.pressSealed('A'.repeat(380), now);
    await sync(hers);
    expect(await unloggedOf(hers)).toHaveLength(1);
  });
});

it('a press that the clock of this phone has not reached waits', async () => {
  await woke('02:43');
  await sync(hers, '02:41');
  expect([await storyOf(hers), buttons.waiting.size]).toEqual([[], 1]);
  // Clocks may differ by a minute.
  await sync(hers, '02:42');
  expect([await storyOf(hers), buttons.waiting.size]).toEqual([[[LEO, 'detected 02:43']], 0]);
});

it('a wake-up that was deleted by hand is not logged again', async () => {
  const press = await woke('02:43');
  await sync(hers, '02:44');
  const [incident] = await incidentsOf(hers);
  await removeIncident(hers.db, { incidentId: incident?.id ?? '', now });
  await settle([hers, his]);
  // The server was restored, and has the press again.
  buttons.waiting.set(press, {
    id: press,
    button: buttons.buttonId,
    word: await sealWord(
      { secret: SECRET, householdId: (await testKeys()).householdId, buttonId: buttons.buttonId },
      'woke',
      LEO,
    ),
    at: tonightAt('02:43'),
  });
  await sync(his, '03:00');
  expect([await storyOf(hers), await storyOf(his), buttons.waiting.size]).toEqual([[], [], 0]);
});
