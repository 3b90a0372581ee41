import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { GAMEDAY_DATABASE_NAME, type InfernalDatabase } from '@/db/database';
import { savePreviousLog } from '@/db/previousLog';
import HouseholdPages from '@/features/settings/HouseholdPages';
import type { Language } from '@/i18n/translator';
import { useDeviceSettings } from '@/stores/device';
import { OFF, setSyncStatus } from '@/stores/sync';
import { exampleText } from '../../support/backup';
import { householdDatabase } from '../../support/database';
import { DAD, tonightAt, wakeUp } from '../../support/factories';
import { PhonesInMemory, phone, withPhones } from '../../support/phones';
import { screenStarter, setNow, statusText } from '../../support/screen';

/* What Household says and asks while other phones share the log. */

const NOW = tonightAt('10:05');
const button = (name: string) => screen.getByRole('button', { name });
const share = () => setSyncStatus({ sharing: 'on', contact: { state: 'same', at: NOW } });

interface OpenOptions {
  db?: InfernalDatabase;
  service?: PhonesInMemory | null;
  language?: Language;
}

async function open(page: string, { db, service = new PhonesInMemory(), language = 'en' }: OpenOptions = {}) {
  setNow(NOW);
  const log = db ?? (await householdDatabase([wakeUp('02:43', '03:03')]));
  const { user } = await screenStarter(['/household/:page?', withPhones(service, HouseholdPages)])({
    db: log,
    hash: `#/household/${page}`,
    language,
  });
  await screen.findByRole('heading', { level: 1 });
  return { user, db: log, service: service ?? new PhonesInMemory() };
}
const row = (title: string) =>
  screen.queryByRole('link', { name: new RegExp(`^${title}`) })?.textContent?.replace(/\s/g, ' ');

afterEach(() => setSyncStatus(OFF));

describe('the row of the phones', () => {
  const withTwo = () => {
    const service = new PhonesInMemory();
    service.phones = [phone(), phone({ id: 'his', isThis: false })];
    return { service };
  };

  it('says that there is this phone only', async () => {
    await open('');
    expect(row('Phones')).toBe('Phones this one only');
    expect(row('About')).toBe('About nothing leaves this phone');
  });

  it.each([
    ['in step', { state: 'same', at: NOW }, 'Phones 2 phones, in step', 'Téléphones 2 téléphones, à jour'],
    [
      'out of step',
      { state: 'behind', since: NOW, because: null },
      'Phones 2 phones, out of step',
      'Téléphones 2 téléphones, pas à jour',
    ],
    ['not known yet', null, 'Phones 2 phones', 'Téléphones 2 téléphones'],
  ] as const)('says how many there are and that they are %s', async (_, contact, english, french) => {
    setSyncStatus({ sharing: 'on', contact });
    await open('', withTwo());
    await waitFor(() => expect(row('Phones')).toBe(english));
    expect(row('About')).toBe('About only your phones can read the log');
    cleanup();
    await open('', { ...withTwo(), language: 'fr' });
    await waitFor(() => expect(row('Téléphones')).toBe(french));
  });

  it.each([
    ['its clock is not the server’s', { clockAheadMs: 10_800_000 }, 'clocks differ', 'les horloges diffèrent'],
    ['its app is too old', { needsUpdate: true }, 'this phone’s app is older', 'l’app d’ici est plus ancienne'],
  ])('leads to what is to be done when %s', async (_, status, english, french) => {
    setSyncStatus({ sharing: 'on', contact: { state: 'same', at: NOW }, ...status });
    await open('', withTwo());
    await waitFor(() => expect(row('Phones')).toBe(`Phones ${english}`));
    cleanup();
    await open('', { ...withTwo(), language: 'fr' });
    await waitFor(() => expect(row('Téléphones')).toBe(`Téléphones ${french}`));
  });

  it('says that this phone was removed', async () => {
    setSyncStatus({ sharing: 'removed' });
    await open('');
    expect(row('Phones')).toBe('Phones no longer shared');
  });

  it('is not there without a sync, nor in a GameDay', async () => {
    await open('', { service: null });
    expect(row('Phones')).toBeUndefined();
    cleanup();
    await open('', { db: await householdDatabase([], GAMEDAY_DATABASE_NAME) });
    expect(row('Phones')).toBeUndefined();
  });
});

describe('whose this phone is', () => {
  it('is told to the other phones', async () => {
    share();
    const service = new PhonesInMemory();
    service.phones = [phone({ name: 'Pixel' })];
    const { user } = await open('phone', { service });
    await user.click(screen.getByRole('radio', { name: 'Dad' }));
    expect(useDeviceSettings.getState().holderId).toBe(DAD);
    await waitFor(() => expect(service.asked).toEqual([['changeThisPhone', { name: 'Pixel', caregiverId: DAD }]]));
  });

  it('is told to nobody while there is no other phone', async () => {
    const { user, service } = await open('phone');
    await user.click(screen.getByRole('radio', { name: 'Dad' }));
    expect(useDeviceSettings.getState().holderId).toBe(DAD);
    expect(service.asked).toEqual([]);
  });
});

describe('“Erase everything”', () => {
  const isErased = (db: InfernalDatabase) => waitFor(async () => expect(await db.incidents.count()).toBe(0));

  it('asks nothing while nothing is shared', async () => {
    const { user, db, service } = await open('erase');
    await user.click(await screen.findByRole('button', { name: 'Erase it all' }));
    expect(screen.queryByText(/Other phones share this log/)).toBeNull();
    await isErased(db);
    expect(service.asked).toEqual([]);
  });

  it.each([
    ['This phone’s log', /This phone leaves first/, 'leave'],
    ['The server’s, too', /The household goes from the server, too/, 'eraseHousehold'],
  ] as const)('ends the sharing before it erases: %s', async (choice, meaning, asked) => {
    share();
    const { user, db, service } = await open('erase');
    await user.click(await screen.findByRole('button', { name: choice }));
    expect(screen.getByText(meaning)).toBeInTheDocument();
    await user.click(button('Erase it all'));
    await isErased(db);
    expect(service.asked).toEqual([[asked]]);
  });

  it('erases nothing if the sharing could not be ended', async () => {
    share();
    const { user, db, service } = await open('erase');
    service.failure = 'offline';
    await user.click(await screen.findByRole('button', { name: 'Erase it all' }));
    expect(await screen.findByText(/^No network/)).toBeInTheDocument();
    expect(await db.incidents.count()).toBe(1);
  });
});

describe('a restore that replaces', () => {
  async function openBackup() {
    share();
    const started = await open('restore');
    const file = new TextEncoder().encode(exampleText());
    const picked = Object.assign(new File([file], 'backup.json', { type: 'application/json' }), {
      arrayBuffer: async () => file.buffer,
    });
    await started.user.upload(screen.getByLabelText('Restore from a file'), picked);
    await screen.findByRole('dialog', { name: 'What is in the file' });
    expect(screen.queryByText(/Replace it for whom/)).toBeNull();
    await started.user.click(await screen.findByRole('button', { name: 'Replace' }));
    expect(screen.getByText('Other phones share this log. Replace it for whom?')).toBeInTheDocument();
    return started;
  }

  it('is for this phone, which leaves first', async () => {
    const { user, service } = await openBackup();
    expect(screen.getByText('This phone leaves first. The others keep what they have.')).toBeInTheDocument();
    await user.click(button('Replace the log'));
    await waitFor(() => expect(statusText()).toContain('Restored'));
    expect(service.asked).toEqual([['leave']]);
  });

  it('is for the household, which goes on together', async () => {
    const { user, service } = await openBackup();
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'The household' }));
    expect(screen.getByText('Every phone gets what is in the file, and loses what is not.')).toBeInTheDocument();
    await user.click(button('Replace the log'));
    await waitFor(() => expect(statusText()).toContain('Restored'));
    expect(service.asked).toEqual([]);
  });

  it('replaces nothing if this phone could not leave', async () => {
    const { user, db, service } = await openBackup();
    service.failure = 'serverFailed';
    await user.click(button('Replace the log'));
    expect(await screen.findByText(/tripped/)).toBeInTheDocument();
    expect(await db.incidents.toCollection().primaryKeys()).toEqual(['02:43 to 03:03']);
  });
});

describe('the log from before', () => {
  it('can be saved, but not put back, while other phones share the present one', async () => {
    share();
    const db = await householdDatabase([wakeUp('02:43', '03:03')]);
    await db.transaction('rw', db.tables, () => savePreviousLog(db, NOW));
    await open('restore', { db });
    expect(await screen.findByRole('button', { name: 'Save it as a file' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Bring it back' })).toBeNull();
    expect(screen.getByText(/leave the household first/)).toBeInTheDocument();
  });
});

describe('what the app says of itself', () => {
  it.each([
    ['about', /The home server passes it on, sealed/, /on this phone and nowhere else/],
    ['storage', /The home server passes it on, sealed/, /on this phone and nowhere else/],
    ['backup', /in case all phones lose it at once/, /Nobody else has a copy of it/],
  ])('is true in “%s” while the log is shared, and as before while it is not', async (page, shared, alone) => {
    share();
    await open(page);
    expect(screen.getByText(shared)).toBeInTheDocument();
    expect(screen.queryByText(alone)).toBeNull();
    cleanup();
    setSyncStatus(OFF);
    await open(page);
    expect(screen.getByText(alone)).toBeInTheDocument();
  });
});
