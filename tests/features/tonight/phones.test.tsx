import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { GAMEDAY_DATABASE_NAME, type InfernalDatabase } from '@/db/database';
import { Tonight } from '@/features/tonight/Tonight';
import type { Language } from '@/i18n/translator';
import { useDeviceSettings } from '@/stores/device';
import { OFF, setSyncStatus } from '@/stores/sync';
import { householdDatabase } from '../../support/database';
import { at, DAD, entry, incident, MUM, tonightAt, wakeUp, ZOE } from '../../support/factories';
import { PhonesInMemory, phone, withPhones } from '../../support/phones';
import { screenStarter, setNow, TONIGHT } from '../../support/screen';

interface OpenOptions {
  time?: string;
  db?: InfernalDatabase;
  language?: Language;
  prepare?: (service: PhonesInMemory) => void;
}

/** Opens Tonight of a phone that knows another one. */
async function open({ time = '02:50', prepare, ...start }: OpenOptions = {}) {
  setNow(time);
  const service = new PhonesInMemory();
  service.phones = [phone(), phone({ id: 'his', isThis: false })];
  prepare?.(service);
  const started = await screenStarter([TONIGHT, withPhones(service, Tonight)])(start);
  // The words of the mark and of the day come after the first frame.
  await act(async () => started.words.loadDayMessages());
  return { ...started, service };
}
const same = () => setSyncStatus({ sharing: 'on', contact: { state: 'same', at: tonightAt('02:49') } });
const behind = () =>
  setSyncStatus({ sharing: 'on', contact: { state: 'behind', since: tonightAt('02:31'), because: 'offline' } });
const awake = (childId?: string, id = 'cry') =>
  incident([entry('detected', '02:43')], { id, ...(childId && { childId }) });
const IN_STEP = 'phones in step';

afterEach(() => setSyncStatus(OFF));

describe('the mark of the other phones', () => {
  it.each([
    ['nobody is awake', () => householdDatabase()],
    ['a child is awake', () => householdDatabase([awake()])],
    ['two children are awake', () => householdDatabase([awake(), awake(ZOE, 'both')])],
    ['a child is just asleep again', () => householdDatabase([wakeUp('02:43', '02:47')])],
  ])('says that the phones are in step while %s, and is nothing to touch', async (_, makeLog) => {
    same();
    await open({ db: await makeLog() });
    const mark = await screen.findByText(IN_STEP);
    expect(mark.closest('button, a, [tabindex]')).toBeNull();
    await act(async () => behind());
    expect(screen.getByText('out of step since 02:31')).toBeInTheDocument();
    expect(screen.queryByText(IN_STEP)).toBeNull();
  });

  it('says that somebody else is up, so that the holder of this phone can sleep', async () => {
    useDeviceSettings.getState().set({ holderId: MUM });
    same();
    const up = entry('acknowledged', '02:45', { by: DAD });
    await open({ db: await householdDatabase([incident([entry('detected', '02:43'), up], { id: 'cry' })]) });
    expect(await screen.findByText('Dad is up. Back to sleep.')).toBeInTheDocument();
    // Out of step, nobody knows whether he still is.
    await act(async () => behind());
    expect(screen.queryByText(/Back to sleep/)).toBeNull();
  });

  it('sends nobody back to sleep while one of two children has nobody', async () => {
    useDeviceSettings.getState().set({ holderId: DAD });
    same();
    const up = entry('acknowledged', '02:45', { by: MUM });
    const db = await householdDatabase([
      incident([entry('detected', '02:43'), up], { id: 'cry' }),
      incident([entry('detected', '02:48')], { id: 'both', childId: ZOE }),
    ]);
    await open({ db });
    expect(await screen.findByText(IN_STEP)).toBeInTheDocument();
    expect(screen.queryByText(/Back to sleep/)).toBeNull();
  });

  it('says nothing of it while the holder of this phone is up', async () => {
    useDeviceSettings.getState().set({ holderId: MUM });
    same();
    const up = [entry('acknowledged', '02:45', { by: DAD }), entry('acknowledged', '02:46', { by: MUM })];
    await open({ db: await householdDatabase([incident([entry('detected', '02:43'), ...up], { id: 'cry' })]) });
    expect(await screen.findByText(IN_STEP)).toBeInTheDocument();
  });

  it('says the day with the time when the phones are out of step for longer', async () => {
    setSyncStatus({ sharing: 'on', contact: { state: 'behind', since: at('2026-11-14 18:20'), because: null } });
    await open();
    expect(await screen.findByText(/^out of step since Sat\s14\sNov, 18:20$/)).toBeInTheDocument();
    await act(async () => setSyncStatus({ contact: { state: 'behind', since: null, because: null } }));
    expect(screen.getByText('out of step')).toBeInTheDocument();
  });

  it('says that this phone was removed', async () => {
    setSyncStatus({ sharing: 'removed' });
    await open();
    expect(await screen.findByText('no longer shared')).toBeInTheDocument();
  });

  it('speaks French', async () => {
    same();
    await open({ language: 'fr' });
    expect(await screen.findByText('téléphones à jour')).toBeInTheDocument();
    await act(async () => behind());
    expect(screen.getByText('pas à jour depuis 02:31')).toBeInTheDocument();
  });

  it.each([
    ['nothing is shared', () => {}, undefined],
    ['nothing was heard yet', () => setSyncStatus({ sharing: 'on', contact: null }), undefined],
    ['no other phone has joined', same, (service: PhonesInMemory) => (service.phones = [phone()])],
  ])('is not there while %s', async (_, setStatus, prepare) => {
    setStatus();
    await open(prepare ? { prepare } : {});
    await screen.findByRole('button', { name: 'Léo woke' });
    await waitFor(() => expect(screen.queryByText(/in step|out of step/)).toBeNull());
  });

  it('is not there in a GameDay', async () => {
    same();
    await open({ db: await householdDatabase([], GAMEDAY_DATABASE_NAME) });
    await screen.findByRole('button', { name: 'Léo woke' });
    expect(screen.queryByText(IN_STEP)).toBeNull();
  });
});

describe('an app in which nothing was logged', () => {
  const link = () => screen.queryByRole('link', { name: 'Join another phone’s household' });

  it.each([
    ['by day', '10:00'],
    ['at night', '22:00'],
  ])('leads to the household of another phone %s', async (_, time) => {
    await open({ time });
    await waitFor(() => expect(link()).toHaveAttribute('href', '#/join'));
  });

  it('does not where there is no home server', async () => {
    const { service } = await open({ time: '10:00', prepare: (phones) => (phones.failure = 'notHomeServer') });
    await screen.findByText(/that is all there is to learn/);
    await waitFor(() => expect(service.asked).toEqual([['findServer']]));
    expect(link()).toBeNull();
  });

  it('does not once this phone shares its log', async () => {
    same();
    const { service } = await open({ time: '10:00' });
    await screen.findByText(/that is all there is to learn/);
    expect(link()).toBeNull();
    expect(service.asked).toEqual([]);
  });
});

describe('the hint at the other phone', () => {
  const HINT = { name: 'Add the other phone' };
  const openDay = async (more: OpenOptions = {}) => {
    useDeviceSettings.getState().set({ hintsDone: ['names', 'rota'] });
    return open({ time: '09:00', db: await householdDatabase([wakeUp('00:30', '01:00')]), ...more });
  };

  it('comes last, leads to the phones, and is given once', async () => {
    const { user } = await openDay();
    expect(await screen.findByRole('link', HINT)).toHaveAttribute('href', '#/household/phones');
    await user.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('link', HINT)).toBeNull());
    expect(useDeviceSettings.getState().hintsDone).toEqual(['names', 'rota', 'phone']);
  });

  it('asks no server before it is its turn', async () => {
    useDeviceSettings.getState().set({ hintsDone: ['names'] });
    const { service } = await open({ time: '09:00', db: await householdDatabase([wakeUp('00:30', '01:00')]) });
    expect(await screen.findByRole('link', { name: 'Say who has which night' })).toBeInTheDocument();
    expect(service.asked).toEqual([]);
  });

  it('is not given where there is no home server', async () => {
    const { service } = await openDay({ prepare: (phones) => (phones.failure = 'notHomeServer') });
    await waitFor(() => expect(service.asked).toEqual([['findServer']]));
    expect(screen.queryByRole('link', HINT)).toBeNull();
  });
});
