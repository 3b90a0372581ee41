import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { InfernalDatabase } from '@/db/database';
import { addEntries } from '@/db/incidents';
import type { Entry } from '@/domain/rows/incident';
import WatchScreen from '@/features/watch/WatchScreen';
import { watchAlarm } from '@/features/watch/watchAlarm';
import type { Language } from '@/i18n/translator';
import { addMs, type Instant, SECOND_MS } from '@/lib/time';
import { useDeviceSettings } from '@/stores/device';
import { OFF, setSyncStatus } from '@/stores/sync';
import { setWatch, useWatch } from '@/stores/watch';
import { householdDatabase } from '../../support/database';
import { DAD, entry, incident, MUM, nightRow, tonightAt, toWallTime } from '../../support/factories';
import { screenStarter, setNow } from '../../support/screen';

/* jsdom has no audio API; the alarm has tests of its own (tests/pwa, e2e/alarm.spec.ts). */
vi.mock('@/features/watch/watchAlarm', () => ({
  watchAlarm: { isUnlocked: true, unlock: vi.fn(async () => true), ring: vi.fn(), ringOnce: vi.fn(), stop: vi.fn() },
}));
const alarm = vi.mocked(watchAlarm);

const START = /^(Start the watch|Prendre la garde)$/;
const startScreen = screenStarter(['/watch', WatchScreen]);

interface StartOptions {
  db?: InfernalDatabase | undefined;
  time: string;
  language?: Language;
}

/** Opens the page before the watch. */
async function openStart({ db, time, language = 'en' }: StartOptions) {
  setNow(time);
  const started = await startScreen({ ...(db && { db }), language, hash: '#/watch' });
  await screen.findByRole('button', { name: START });
  return started;
}
const text = () => (screen.getByRole('main').textContent ?? '').replace(/\s/g, ' ');
const button = (name: string) => screen.getByRole('button', { name });

/** Starts the watch, on Dad's phone if nothing else is said. */
async function startWatch({
  db,
  time = '02:40',
  holderId = DAD,
  language = 'en',
}: Partial<StartOptions> & { holderId?: string } = {}) {
  const started = await openStart({ db, time, language });
  act(() => useDeviceSettings.getState().set({ holderId }));
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name: START }));
  });
  await screen.findByRole('heading', { level: 1, name: /· (Dad|Mum)$/ });
  return started;
}

/** The household's clock shows another time, as when the phone ticks. */
async function passTo(time: string | Instant): Promise<void> {
  await act(async () => {
    vi.setSystemTime(typeof time === 'string' ? tonightAt(time) : time);
    document.dispatchEvent(new Event('visibilitychange'));
  });
}

const log = (db: InfernalDatabase, incidentId: string, ...entries: Entry[]) =>
  act(async () => {
    await addEntries(db, { incidentId, entries, now: Date.now() as Instant });
  });

beforeEach(() => {
  vi.clearAllMocks();
  Object.assign(alarm, { isUnlocked: true });
});
afterEach(() => {
  setWatch(useWatch.getInitialState());
  setSyncStatus(OFF);
});

describe('before the watch', () => {
  it('says what it does, what it cannot, and what is missing on this phone', async () => {
    await openStart({ time: '21:00' });
    expect(text()).toMatch(/softly at first, louder for twenty seconds, until you answer/);
    expect(text()).toMatch(/“do not disturb” off, for a web page cannot ring through it/);
    expect(screen.getByRole('link', { name: /does not know whose it is/ })).toHaveAttribute(
      'href',
      '#/household/phone',
    );
    expect(screen.getByRole('link', { name: /No other phone/ })).toHaveAttribute('href', '#/household/phones');
    expect(text()).toMatch(/lets the screen go off/);
  });

  it('asks for nothing once the phone shares the log and knows its holder', async () => {
    setSyncStatus({ sharing: 'on' });
    useDeviceSettings.getState().set({ holderId: DAD });
    await openStart({ time: '21:00' });
    expect(screen.queryByRole('link', { name: /whose it is|No other phone/ })).toBeNull();
  });

  it('tries the alarm out at the volume that is chosen, which this phone keeps', async () => {
    const { user } = await openStart({ time: '21:00' });
    expect(screen.getByText('8 of 10')).toBeInTheDocument();
    await user.click(button('Louder'));
    await user.click(button('Louder'));
    expect(screen.getByText('10 of 10')).toBeInTheDocument();
    expect(button('Louder')).toBeDisabled();
    await user.click(button('Listen'));
    expect(alarm.unlock).toHaveBeenCalledOnce();
    expect(alarm.ringOnce).toHaveBeenCalledExactlyOnceWith(1);
    expect(useDeviceSettings.getState().watchVolume).toBe(10);
  });
});

describe('the watch', () => {
  it('is a clock with the name of who is on watch, until it is ended', async () => {
    const { user } = await startWatch();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('On watch · Dad');
    expect(screen.getByText('02:40')).toBeInTheDocument();
    await passTo('02:41');
    expect(screen.getByText('02:41')).toBeInTheDocument();
    expect(alarm.ring).not.toHaveBeenCalled();
    await user.click(button('End the watch'));
    expect(button('Start the watch')).toBeInTheDocument();
  });

  it('says so where the browser allows no sound', async () => {
    alarm.unlock.mockResolvedValueOnce(false);
    await startWatch();
    expect(text()).toMatch('No sound: the browser does not allow it.');
  });

  it('goes on after a reload, and may sound once the screen is touched', async () => {
    Object.assign(alarm, { isUnlocked: false });
    alarm.unlock.mockResolvedValueOnce(false);
    setNow('02:40');
    setWatch({ isOn: true });
    await startScreen({ hash: '#/watch' });
    await screen.findByText(/^No sound/);
    alarm.unlock.mockResolvedValueOnce(true);
    await act(async () => {
      fireEvent.pointerUp(screen.getByRole('main'));
    });
    expect(screen.queryByText(/^No sound/)).toBeNull();
    expect(alarm.unlock).toHaveBeenCalledTimes(2);
  });

  it('says that the battery is low only while it is not charging', async () => {
    const battery = Object.assign(new EventTarget(), { level: 0.24, charging: false });
    Object.defineProperty(navigator, 'getBattery', { value: async () => battery, configurable: true });
    try {
      await startWatch();
      await screen.findByText('Battery at 24%, not charging.');
      battery.charging = true;
      act(() => void battery.dispatchEvent(new Event('chargingchange')));
      expect(text()).not.toMatch('Battery');
    } finally {
      Reflect.deleteProperty(navigator, 'getBattery');
    }
  });

  it.each([
    ['Dad', DAD, 'It’s 03:00. Mum has the watch now. Sleep.'],
    ['Mum', MUM, 'You have the watch now.'],
  ])('tells %s of the hand-over at 3:00, without a sound', async (_, holderId, sentence) => {
    const db = await householdDatabase();
    await db.nights.put(nightRow({ onCall: { primary: DAD, secondary: MUM, handoverAt: toWallTime('03:00') } }));
    await startWatch({ db, holderId, time: '02:59' });
    expect(text()).not.toMatch(/Sleep|You have/);
    expect(text().includes('Dad has the watch until 03:00.')).toBe(holderId === MUM);
    await passTo('03:00');
    expect(text()).toMatch(sentence);
    await passTo('03:15');
    expect(text()).not.toMatch(/Sleep|You have/);
    expect(text().includes('Mum has the watch.')).toBe(holderId === DAD);
    expect(alarm.ring).not.toHaveBeenCalled();
    expect(alarm.ringOnce).not.toHaveBeenCalled();
  });
});

describe('a page to whoever is on watch', () => {
  /** Léo has been awake since 2:43, and a minute later Mum's phone pages Dad: it rings. */
  async function paged(id: string, language: Language = 'en') {
    const db = await householdDatabase([incident([entry('detected', '02:43', { by: MUM })], { id })]);
    const started = await startWatch({ db, time: '02:44', language });
    await log(db, id, entry('escalated', '02:44', { id: `page of ${id}`, to: DAD, level: 1, via: 'page' }));
    await screen.findByRole('alert');
    await waitFor(() => expect(alarm.ring).toHaveBeenCalledOnce());
    return started;
  }
  const seconds = (count: number) => addMs(tonightAt('02:44'), count * SECOND_MS);
  const timelineOf = async (db: InfernalDatabase, id: string) =>
    ((await db.incidents.get(id)) as unknown as { timeline: Entry[] }).timeline
      .slice(2)
      .filter(({ kind }) => kind !== 'delivered');

  it('rings, and says who woke, since when, who pages, at which level, and how long', async () => {
    const { db } = await paged('first');
    expect(alarm.ring.mock.lastCall?.[0]).toBeCloseTo(0.501, 3);
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Léo woke at 02:43');
    expect(text()).toMatch('Mum pages you · level 1');
    expect(screen.getByRole('timer')).toHaveTextContent('120 s');
    await passTo(seconds(40.5));
    expect(screen.getByRole('timer')).toHaveTextContent('80 s');
    expect(alarm.ring).toHaveBeenCalledOnce();
    expect(alarm.stop).not.toHaveBeenCalled();
    const row = (await db.incidents.get('first')) as unknown as { timeline: Entry[] };
    expect(row.timeline.filter(({ kind }) => kind === 'delivered')).toMatchObject([{ to: DAD, at: seconds(0) }]);
  });

  it('stops at “I’m up”, writes it, and offers the night', async () => {
    const { db, user } = await paged('up');
    await passTo(seconds(5));
    await user.click(button('I’m up'));
    await screen.findByRole('link', { name: 'Open the night' });
    expect(alarm.stop).toHaveBeenCalled();
    expect(text()).toMatch('You are up.');
    expect(await timelineOf(db, 'up')).toMatchObject([{ kind: 'acknowledged', by: DAD, at: seconds(5) }]);
  });

  it('stops at “I can’t”, writes it, and says who is woken instead', async () => {
    const { db, user } = await paged('cannot');
    await passTo(seconds(5));
    await user.click(button('I can’t'));
    await screen.findByText('You said you can’t.');
    expect(alarm.stop).toHaveBeenCalled();
    expect(await timelineOf(db, 'cannot')).toMatchObject([{ kind: 'noResponse', by: DAD, declined: true }]);
    await log(db, 'cannot', entry('escalated', seconds(6), { to: MUM, level: 2, via: 'voice' }));
    await screen.findByText('Mum was woken instead.');
  });

  it('takes a tap for none that was on its way to something else', async () => {
    const { db, user } = await paged('too early');
    await user.click(button('I’m up'));
    expect(await timelineOf(db, 'too early')).toEqual([]);
    expect(alarm.stop).not.toHaveBeenCalled();
  });

  it('is silent once the time is over, and can be answered late', async () => {
    const { db, user } = await paged('late');
    await passTo(seconds(120));
    expect(alarm.stop).toHaveBeenCalledOnce();
    expect(text()).toMatch('The time is over. The next one is being woken.');
    expect(screen.queryByRole('button', { name: 'I can’t' })).toBeNull();
    await user.click(button('I’m up'));
    await screen.findByText('You are up.');
    expect(await timelineOf(db, 'late')).toMatchObject([{ kind: 'acknowledged', by: DAD }]);
  });

  it('is silent once it is taken back, and says so', async () => {
    const { db } = await paged('taken back');
    await log(db, 'taken back', entry('resolved', seconds(0), { outcome: 'selfSettled' }));
    await screen.findByText('Léo is asleep again. Back to sleep.');
    await waitFor(() => expect(alarm.stop).toHaveBeenCalledOnce());
  });

  it('is silent once somebody else is up, and says who', async () => {
    const { db } = await paged('somebody else');
    await log(db, 'somebody else', entry('acknowledged', seconds(0), { by: MUM }));
    await screen.findByText('Mum is up. Back to sleep.');
    await waitFor(() => expect(alarm.stop).toHaveBeenCalledOnce());
  });

  it('says after silence who was woken instead', async () => {
    const { db } = await paged('silent');
    await log(
      db,
      'silent',
      entry('noResponse', seconds(0), { by: DAD }),
      entry('escalated', seconds(0), { id: 'next', to: MUM, level: 2 }),
    );
    await screen.findByText('Mum was woken instead.');
  });

  it('does not ring for somebody else, nor for a call by voice', async () => {
    const db = await householdDatabase([incident([entry('detected', '02:43', { by: MUM })], { id: 'others' })]);
    await startWatch({ db, time: '02:44' });
    await log(db, 'others', entry('escalated', '02:44', { id: 'to Mum', to: MUM, via: 'page' }));
    await log(db, 'others', entry('escalated', '02:44', { id: 'by voice', to: DAD, via: 'voice' }));
    await waitFor(async () => expect(await timelineOf(db, 'others')).toHaveLength(1));
    await passTo('02:45');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(alarm.ring).not.toHaveBeenCalled();
  });

  it('rings in French, too', async () => {
    await paged('french', 'fr');
    expect(text()).toMatch('Léo ne dort plus depuis 02:43');
    expect(text()).toMatch('Mum vous bipe · niveau 1');
    expect(button('J’y vais')).toBeInTheDocument();
    expect(button('Je ne peux pas')).toBeInTheDocument();
  });
});

describe('a lost network', () => {
  const same = { state: 'same', at: tonightAt('02:44') } as const;
  const lost = { state: 'behind', since: tonightAt('02:44'), because: 'offline' } as const;
  const awake = () => householdDatabase([incident([entry('detected', '02:43', { by: MUM })], { id: 'awake' })]);

  /** The network is there at 2:44, and then it is not. */
  async function loseNetwork(contact: typeof lost | { state: 'behind'; since: Instant; because: 'full' } = lost) {
    act(() => setSyncStatus({ sharing: 'on', contact: same }));
    expect(text()).toMatch('in step');
    await act(async () => setSyncStatus({ contact }));
  }

  it('is said quietly while everybody sleeps', async () => {
    await startWatch({ time: '02:44' });
    await loseNetwork();
    expect(text()).toMatch('no network since 02:44');
    await passTo('02:50');
    expect(alarm.ringOnce).not.toHaveBeenCalled();
    await act(async () => setSyncStatus({ contact: same }));
    expect(text()).toMatch('in step');
  });

  it('rings once, and says why, if it stays lost for a minute while a child is awake', async () => {
    await startWatch({ db: await awake(), time: '02:44' });
    await loseNetwork();
    await passTo(addMs(tonightAt('02:45'), -1));
    expect(alarm.ringOnce).not.toHaveBeenCalled();
    await passTo('02:45');
    expect(alarm.ringOnce).toHaveBeenCalledOnce();
    expect(text()).toMatch('No network, and Léo was awake. Nobody can page you here.');
    await passTo('02:59');
    expect(alarm.ringOnce).toHaveBeenCalledOnce();
    expect(alarm.ring).not.toHaveBeenCalled();
  });

  it('does not ring if it is back within the minute, nor while pages still come through', async () => {
    await startWatch({ db: await awake(), time: '02:44' });
    await loseNetwork();
    await act(async () => setSyncStatus({ contact: same }));
    await passTo('02:46');
    await loseNetwork({ state: 'behind', since: tonightAt('02:44'), because: 'full' });
    expect(text()).toMatch('out of step since 02:44');
    await passTo('02:50');
    expect(alarm.ringOnce).not.toHaveBeenCalled();
  });
});
