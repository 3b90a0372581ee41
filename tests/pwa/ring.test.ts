import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DATABASE_NAME, type InfernalDatabase } from '@/db/database';
import { keepPagerWords } from '@/db/pagerWords';
import { toStoredIncident } from '@/db/storedIncident';
import type { PagerWords } from '@/domain/paging/pagerWords';
import type { Entry, Incident } from '@/domain/rows/incident';
import type { PageRequest } from '@/protocol/api';
import { answerTap } from '@/pwa/worker/answerTap';
import type { Ringer } from '@/pwa/worker/Ringer';
import { showPush } from '@/pwa/worker/ring';
import { deriveKeys } from '@/sync/crypto/householdKeys';
import { openMessage, type PagerMessage, sealMessage } from '@/sync/pager/message';
import { householdDatabase } from '../support/database';
import { DAD, entry, incident, MUM, tonightAt } from '../support/factories';
import { FakeNotifications } from '../support/notifications';

/* The service worker's part of the pager, with a real database of the real name. */

beforeEach(() => Dexie.delete(DATABASE_NAME));
afterEach(() => vi.unstubAllGlobals());

const SECRET = new Uint8Array(32).fill(1);
const WORDS: PagerWords = {
  locale: 'en-GB',
  pageTitle: '{child} woke at {time}',
  pageBody: '{name}, you are being paged.',
  up: 'I’m up',
  cannot: 'I can’t',
  overTitle: 'Nothing to do',
  somebodyUp: '{name} is up.',
  asleepAgain: '{child} is asleep again.',
  answered: 'Answered elsewhere.',
  unreadableTitle: 'You are being paged',
  unreadableBody: 'Open the app.',
  handover: '{name}, you are on call.',
  testTitle: 'Test of the pager',
  testBody: 'It rang.',
  notWritten: 'Not noted.',
};

const cry = entry('detected', '02:43:00');
const page = entry('escalated', '02:44:00', { id: 'page', via: 'page' });
const paged = (...later: Entry[]): Incident => incident([cry, page, ...later], { id: 'cry' });

const PAGE: PagerMessage = {
  kind: 'page',
  to: DAD,
  pageId: 'page',
  sentAt: page.at,
  incident: paged(),
};

/** Dad's phone, which shares the household and may show notifications. Its app is closed. */
async function hisPhone(incidents: Incident[] = [], now = tonightAt('02:44:02')) {
  const db = await householdDatabase(incidents, DATABASE_NAME);
  const { householdId } = await deriveKeys(SECRET);
  await db.meta.put({
    id: 'sharing',
    householdId,
    secret: SECRET,
    phoneId: 'his phone',
    name: 'His phone',
    caregiverId: DAD,
    privateKey: new Uint8Array(1),
    publicKey: '',
    isJoining: false,
  });
  await keepPagerWords(db, { words: WORDS });
  const shade = new FakeNotifications();
  const sendRows = vi.fn(async () => {});
  const ringer: Ringer = {
    registration: shade.registration,
    origin: 'https://nights.example',
    now: () => now,
    hearRows: async () => {},
    sendRows,
  };
  return { db, shade, sendRows, ringer };
}

const sealed = async (message: PagerMessage, secret = SECRET) => sealMessage(await deriveKeys(secret), message);
const linesIn = async (db: InfernalDatabase) =>
  (await db.incidents.get('cry'))?.timeline.slice(2).map((line) => `${line.kind} ${'by' in line ? line.by : ''}`);

describe('a page that comes to a phone whose app is closed', () => {
  it('rings with two answers, and says in the log that it rang, before the rows have come', async () => {
    const { db, shade, sendRows, ringer } = await hisPhone();
    await showPush(await sealed(PAGE), ringer);
    expect(shade.history).toEqual(['Léo woke at 02:43: Dad, you are being paged.']);
    expect(shade.visible[0]?.actions.map(({ title }) => title)).toEqual(['I’m up', 'I can’t']);
    expect(shade.visible[0]).toMatchObject({ requireInteraction: true, renotify: true });
    expect(await linesIn(db)).toEqual(['delivered ']);
    expect(sendRows).toHaveBeenCalledTimes(1);
  });

  it('hears the rows before it writes, and so does not take a wake-up that has ended for the same one', async () => {
    const evening = incident([entry('detected', '21:00')], { id: 'evening' });
    const { db, ringer } = await hisPhone([evening]);
    const hearRows = async () => {
      const end = entry('resolved', '21:20');
      await db.incidents.put(toStoredIncident({ ...evening, timeline: [...evening.timeline, end] }));
    };
    await showPush(await sealed(PAGE), { ...ringer, hearRows });
    expect(await linesIn(db)).toEqual(['delivered ']);
    expect(await db.incidents.count()).toBe(2);
  });

  it('without a network, and with a child who is awake in the log already, rings and writes nothing', async () => {
    const evening = incident([entry('detected', '21:00')], { id: 'evening' });
    const { db, shade, ringer } = await hisPhone([evening]);
    await showPush(await sealed(PAGE), ringer);
    expect(shade.history).toEqual(['Léo woke at 02:43: Dad, you are being paged.']);
    expect(await db.incidents.toCollection().primaryKeys()).toEqual(['evening']);
  });

  it('rings once if it comes twice', async () => {
    const { db, shade, ringer } = await hisPhone();
    await showPush(await sealed(PAGE), ringer);
    await showPush(await sealed(PAGE), ringer);
    expect(shade.visible).toMatchObject([{ renotify: false, silent: true }]);
    expect(await linesIn(db)).toEqual(['delivered ']);
  });

  it('makes no sound once somebody is up, or the child sleeps', async () => {
    const up = await hisPhone([paged(entry('acknowledged', '02:44:01', { by: MUM }))]);
    await showPush(await sealed(PAGE), up.ringer);
    expect(up.shade.history).toEqual(['Nothing to do: Mum is up.']);
    expect(up.shade.visible).toMatchObject([{ silent: true }]);
    expect(await linesIn(up.db)).toEqual(['acknowledged mum']);
  });

  it('is taken away by “over”, which leaves one line without a sound', async () => {
    const { shade, ringer } = await hisPhone();
    await showPush(await sealed(PAGE), ringer);
    const settled = paged(entry('resolved', '02:44:10', { outcome: 'selfSettled' }));
    await showPush(await sealed({ kind: 'over', pageId: 'page', incident: settled }), ringer);
    expect(shade.visible.map(({ title, body, silent }) => [title, body, silent])).toEqual([
      ['Nothing to do', 'Léo is asleep again.', true],
    ]);
  });

  it('is taken away from a second phone of his once he has answered on the first one', async () => {
    const { shade, ringer } = await hisPhone();
    await showPush(await sealed(PAGE), ringer);
    const answered = paged(entry('acknowledged', '02:44:10', { by: DAD }));
    await showPush(await sealed({ kind: 'over', pageId: 'page', incident: answered }), ringer);
    expect(shade.visible).toMatchObject([{ body: 'Answered elsewhere.', silent: true }]);
  });

  it('that comes late, or to a phone whose clock is ahead, rings and says so', async () => {
    const { db, shade, ringer } = await hisPhone([], tonightAt('02:46:00'));
    await showPush(await sealed(PAGE), ringer);
    expect(shade.visible).toHaveLength(1);
    expect(await linesIn(db)).toEqual(['delivered ']);
  });

  it('is followed in the night by the word of a hand-over, without a sound', async () => {
    const { shade, ringer } = await hisPhone();
    await showPush(await sealed({ kind: 'handover', to: DAD }), ringer);
    expect(shade.visible).toMatchObject([{ title: 'Dad, you are on call.', silent: true }]);
  });

  it.each<[string, () => Promise<string>]>([
    ['of another household', () => sealed(PAGE, new Uint8Array(32).fill(2))],
    ['without a body', async () => ''],
    ['that is no message', async () => 'page'],
  ])('%s is shown as one that cannot be read, and changes nothing', async (_name, body) => {
    const { db, shade, ringer } = await hisPhone();
    await showPush(await body(), ringer);
    expect(shade.history).toEqual(['You are being paged: Open the app.']);
    expect(await db.incidents.count()).toBe(0);
  });

  it('is shown in both languages by a phone without a key', async () => {
    const { db, shade, ringer } = await hisPhone();
    await db.meta.bulkDelete(['sharing', 'pagerWords']);
    await showPush(await sealed(PAGE), ringer);
    expect(shade.history).toEqual(['Page · Bip: Open the app. · Ouvrez l’app.']);
  });
});

describe('an answer on the lock screen', () => {
  it.each<['up' | 'declined', string]>([
    ['up', 'acknowledged dad'],
    ['declined', 'noResponse dad'],
  ])('%s is in the log and told to the others, and the notification goes', async (answer, line) => {
    const { db, shade, sendRows, ringer } = await hisPhone();
    await showPush(await sealed(PAGE), ringer);
    const [notification] = shade.visible;
    expect(notification && (await answerTap(notification, answer, ringer))).toBe(true);
    expect(await linesIn(db)).toEqual(['delivered ', line]);
    expect(shade.visible).toEqual([]);
    expect(sendRows).toHaveBeenCalledTimes(2);
  });

  it('that cannot be written is said in its place, and opens nothing', async () => {
    const { db, shade, sendRows, ringer } = await hisPhone();
    await showPush(await sealed({ ...PAGE, incident: null }), ringer);
    const [notification] = shade.visible;
    expect(notification && (await answerTap(notification, 'up', ringer))).toBe(true);
    expect(shade.visible).toMatchObject([{ body: 'Not noted.', silent: true }]);
    expect(await db.incidents.count()).toBe(0);
    expect(sendRows).not.toHaveBeenCalled();
  });

  it('is none if the tap was beside the buttons: the app opens', async () => {
    const { shade, ringer } = await hisPhone();
    await showPush(await sealed(PAGE), ringer);
    const [notification] = shade.visible;
    expect(notification && (await answerTap(notification, null, ringer))).toBe(false);
    expect(shade.visible).toHaveLength(1);
  });
});

describe('a test of the pager', () => {
  /** What is told to the phone that tries it. */
  function listen(): { steps: () => Promise<string[]> } {
    const bodies: string[] = [];
    vi.stubGlobal('fetch', async (_url: string, { body }: { body: string }) => {
      bodies.push((JSON.parse(body) as PageRequest).body);
      return Response.json({ devices: [] });
    });
    return {
      steps: async () => {
        const keys = await deriveKeys(SECRET);
        const heard = await Promise.all(bodies.map((body) => openMessage(keys, body)));
        return heard.map((message) => (message?.kind === 'testHeard' ? message.step : ''));
      },
    };
  }
  const TEST: PagerMessage = { kind: 'test', testId: 'test', from: 'her phone', to: 'his phone' };

  it('is shown, and tells the other phone of each step', async () => {
    const { shade, ringer } = await hisPhone();
    const { steps } = listen();
    await showPush(await sealed(TEST), ringer);
    expect(shade.history).toEqual(['Test of the pager: It rang.']);
    expect(await steps()).toEqual(['push', 'shown']);
    const [notification] = shade.visible;
    if (notification) await answerTap(notification, null, ringer);
    expect(await steps()).toEqual(['push', 'shown', 'answered']);
  });

  it('says that nothing may be shown', async () => {
    const { shade, ringer } = await hisPhone();
    const { steps } = listen();
    shade.permission = 'denied';
    await showPush(await sealed(TEST), ringer);
    expect(await steps()).toEqual(['push', 'notShown']);
  });
});
