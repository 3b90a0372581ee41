import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { GAMEDAY_DATABASE_NAME, type InfernalDatabase } from '@/db/database';
import PhonesScreens from '@/features/phones/PhonesScreens';
import type { Language } from '@/i18n/translator';
import { useDeviceSettings } from '@/stores/device';
import { OFF, setSyncStatus } from '@/stores/sync';
import { householdDatabase } from '../../support/database';
import { DAD, day, LEO, MUM, wakeUp, ZOE } from '../../support/factories';
import { CODE, PhonesInMemory, withPhones } from '../../support/phones';
import { screenStarter, setNow, statusText } from '../../support/screen';

const JOIN = /^\/join(?:\/.*)?$/;
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const codeField = () => screen.getByRole('textbox', { name: 'The code' });

interface OpenOptions {
  db?: InfernalDatabase;
  code?: string;
  language?: Language;
}

/** Opens the screen on which a phone joins, at 19:10. */
async function open({ db, code = '', language = 'en' }: OpenOptions = {}) {
  setNow('19:10');
  const service = new PhonesInMemory();
  const { user } = await screenStarter([JOIN, withPhones(service, PhonesScreens)])({
    language,
    hash: code ? `#/join/${code}` : '#/join',
    ...(db && { db }),
  });
  await screen.findByRole('heading', { level: 1 });
  return { service, user };
}

/** Opens it on a phone that has logged a wake-up, and gives the code. */
async function openWithLog() {
  const db = await householdDatabase([wakeUp('02:43', '03:03')]);
  await db.children.update(ZOE, { birthDate: day('2026-02-10') });
  const started = await open({ db, code: CODE });
  await started.user.click(button('Go on'));
  await screen.findByText('Found: the household of Leo and Ada.');
  return started;
}

afterEach(() => setSyncStatus(OFF));

describe('the code of a household', () => {
  it('is typed as one likes', async () => {
    const { service, user } = await open();
    await user.type(codeField(), ' k7qm 2f9x hb4t');
    await user.click(button('Go on'));
    await screen.findByText('Found: the household of Leo and Ada.');
    expect(service.asked).toEqual([['redeemCode', CODE]]);
  });

  it.each([
    ['', 'The code has 12 letters and figures.'],
    ['k7qm-2f9', 'The code has 12 letters and figures; here are 7.'],
    ['k7qm-2f9x-hb4u', 'No code has “U” in it.'],
  ])('is refused at its field without asking the server: “%s”', async (typed, sentence) => {
    const { service, user } = await open();
    if (typed) await user.type(codeField(), typed);
    await user.click(button('Go on'));
    expect(screen.getByText(sentence)).toHaveAttribute('role', 'alert');
    expect(codeField()).toBeInvalid();
    expect(service.asked).toEqual([]);
    await user.type(codeField(), 'x');
    expect(codeField()).toBeValid();
  });

  it('is refused at its field when the server knows no such invitation', async () => {
    const { service, user } = await open({ code: CODE });
    service.failure = 'notFound';
    await user.click(button('Go on'));
    expect(await screen.findByText(/is mistyped, was used, or is older than 15 minutes/)).toBeInTheDocument();
    expect(screen.getAllByRole('alert')).toHaveLength(1);
    expect(codeField()).toBeInvalid();
  });

  it('is refused in French, too, with the fifteen minutes and the hour', async () => {
    const { service, user } = await open({ code: CODE, language: 'fr' });
    service.failure = 'notFound';
    await user.click(button('Continuer'));
    expect(await screen.findByText(/mal tapé, déjà utilisé, ou vieux de plus de 15 minutes/)).toBeInTheDocument();
    service.failure = 'tooMany';
    await user.click(button('Continuer'));
    expect(await screen.findByText(/^Trop d’essais.* une pause, d’une heure au plus\.$/)).toBeInTheDocument();
  });

  it('stays typed when the server cannot be reached', async () => {
    const { service, user } = await open({ code: CODE });
    service.failure = 'tooMany';
    await user.click(button('Go on'));
    expect(await screen.findByText(/asks for a pause/)).toBeInTheDocument();
    expect(codeField()).toHaveValue(CODE);
    service.failure = null;
    await user.click(button('Go on'));
    expect(await screen.findByText(/^Found/)).toBeInTheDocument();
  });

  it('comes from a link, leaves the address, and is not used up by opening it', async () => {
    const entries = history.length;
    const { service } = await open({ code: CODE });
    await waitFor(() => expect(location.hash).toBe('#/join'));
    expect(codeField()).toHaveValue(CODE);
    expect(service.asked).toEqual([]);
    // One entry for the link itself, and none with the code before it.
    expect(history.length).toBeLessThanOrEqual(entries + 1);
  });

  it('is taken from a second link that is opened on the same screen', async () => {
    await open({ code: CODE });
    await act(async () => {
      location.hash = '#/join/1111-2222-3333';
    });
    await waitFor(() => expect(codeField()).toHaveValue('1111-2222-3333'));
    expect(location.hash).toBe('#/join');
  });

  it('may have opened in Safari, which has no log of the app on the home screen', async () => {
    vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X)');
    await open({ code: CODE });
    expect(screen.getByText(/^This is Safari\./)).toBeInTheDocument();
  });

  it('ends a GameDay, and is there after the reload', async () => {
    // jsdom does not reload, and says so.
    vi.spyOn(console, 'error').mockImplementation(() => {});
    sessionStorage.setItem('infernalops.gameday', '7');
    setNow('19:10');
    await screenStarter([JOIN, withPhones(new PhonesInMemory(), PhonesScreens)])({
      db: await householdDatabase([], GAMEDAY_DATABASE_NAME),
      hash: `#/join/${CODE}`,
    });
    await waitFor(() => expect(sessionStorage.getItem('infernalops.gameday')).toBeNull());
    expect(location.hash).toBe(`#/join/${CODE}`);
  });

  it('is not asked for on a phone that shares already', async () => {
    setSyncStatus({ sharing: 'on' });
    const { service } = await open({ code: CODE });
    expect(await screen.findByText(/shares a household’s log already/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'To the phones' })).toHaveAttribute('href', '#/household/phones');
    expect(location.hash).toBe('#/join');
    expect(service.asked).toEqual([]);
  });
});

describe('a phone with nothing logged', () => {
  it('says whose it is, takes the household’s log over, and is on Tonight', async () => {
    const { service, user } = await open({ code: CODE });
    await user.click(button('Go on'));
    await user.click(await screen.findByRole('button', { name: 'Papa' }));
    expect(screen.queryByText('This phone has a log of its own')).toBeNull();
    let goOn = () => {};
    service.heldUntil = new Promise((resolve) => (goOn = resolve));
    await user.click(button('Join'));
    expect(await screen.findByText('Taking the nights over…')).toHaveAttribute('role', 'status');
    expect(screen.getByText('40%')).toBeInTheDocument();
    goOn();
    await waitFor(() => expect(location.hash).toBe('#/'));
    const me = { name: 'Computer', caregiverId: 'their-papa' };
    expect(service.asked.at(-1)).toEqual(['join', { kind: 'takeOver' }, me]);
    expect(useDeviceSettings.getState().holderId).toBe('their-papa');
    expect(statusText()).toContain('This phone is in.');
  });

  it('asks whose it is before it joins', async () => {
    const { service, user } = await open({ code: CODE });
    await user.click(button('Go on'));
    await screen.findByText(/^Found/);
    await user.click(button('Join'));
    expect(screen.getByText('Say whose phone this is.')).toBeInTheDocument();
    expect(service.asked).toEqual([['redeemCode', CODE]]);
  });

  it('can try again with the same invitation when the network goes', async () => {
    const { service, user } = await open({ code: CODE });
    await user.click(button('Go on'));
    await user.click(await screen.findByRole('button', { name: 'Everybody' }));
    service.failure = 'offline';
    await user.click(button('Join'));
    expect(await screen.findByText(/^No network/)).toBeInTheDocument();
    expect(button('Everybody')).toHaveAttribute('aria-pressed', 'true');
    service.failure = null;
    await user.click(button('Join'));
    await waitFor(() => expect(location.hash).toBe('#/'));
    expect(service.asked.map(([asked]) => asked)).toEqual(['redeemCode', 'join', 'join']);
  });
});

describe('a phone with a log of its own', () => {
  it('brings it along, with a proposal of who is who that can be changed', async () => {
    const { service, user } = await openWithLog();
    // Léo by his name, Zoé by her birth date, Mum by her name; Dad is called Papa there.
    const select = (name: string) => screen.getByRole('combobox', { name: `${name} here is` });
    expect(select('Léo')).toHaveDisplayValue('Leo there');
    expect(select('Zoé')).toHaveDisplayValue('Ada there');
    expect(select('Mum')).toHaveDisplayValue('Mum there');
    expect(select('Dad')).toHaveDisplayValue('somebody else');
    await user.selectOptions(select('Dad'), 'Papa there');
    await user.selectOptions(select('Zoé'), 'another child');
    await user.click(button('Mum'));
    await user.click(button('Join'));
    await waitFor(() => expect(location.hash).toBe('#/'));
    expect(service.asked.at(-1)).toEqual([
      'join',
      {
        kind: 'bringAlong',
        children: { [LEO]: 'their-leo', [ZOE]: null },
        caregivers: { [MUM]: 'their-mum', [DAD]: 'their-papa' },
      },
      { name: 'Computer', caregiverId: 'their-mum' },
    ]);
  });

  it('takes somebody for one person only', async () => {
    const { user } = await openWithLog();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Zoé here is' }), 'Leo there');
    expect(screen.getByRole('combobox', { name: 'Léo here is' })).toHaveDisplayValue('another child');
  });

  it('sets it aside, and says where it is kept', async () => {
    const { service, user } = await openWithLog();
    await user.click(button('Set it aside'));
    expect(screen.getByText(/stays kept until the app has been started twice/)).toBeInTheDocument();
    expect(screen.queryByRole('combobox')).toBeNull();
    await user.click(button('Everybody'));
    await user.click(button('Join'));
    await waitFor(() => expect(location.hash).toBe('#/'));
    expect(service.asked.at(-1)).toEqual(['join', { kind: 'setAside' }, { name: 'Computer', caregiverId: null }]);
  });

  it('speaks French', async () => {
    const db = await householdDatabase([wakeUp('02:43', '03:03')]);
    const { user } = await open({ db, code: CODE, language: 'fr' });
    await user.click(button('Continuer'));
    expect(await screen.findByText(/^Trouvé\s: le foyer de Leo et Ada\.$/)).toBeInTheDocument();
    expect(screen.getByRole('combobox', { name: 'Léo ici, c’est' })).toHaveDisplayValue('Leo là-bas');
  });
});
