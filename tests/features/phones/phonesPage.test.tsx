import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { GAMEDAY_DATABASE_NAME } from '@/db/database';
import PhonesScreens from '@/features/phones/PhonesScreens';
import type { Language } from '@/i18n/translator';
import { useDeviceSettings } from '@/stores/device';
import { OFF, setSyncStatus } from '@/stores/sync';
import type { Phone, SyncFailure } from '@/sync/service';
import { householdDatabase } from '../../support/database';
import { DAD, MUM, tonightAt } from '../../support/factories';
import { PhonesInMemory, phone, withPhones } from '../../support/phones';
import { screenStarter, setNow, statusText } from '../../support/screen';

const PAGE = /^\/household\/phones(?:\/.*)?$/;
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const mainText = () => screen.getByRole('main').textContent?.replace(/\s/g, ' ') ?? '';

interface OpenOptions {
  phones?: Phone[];
  prepare?: (service: PhonesInMemory) => void;
  page?: string;
  language?: Language;
}

/** Opens Household → Phones, or a page behind it, at 19:10. */
async function open({ phones = [], prepare, page = '', language = 'en' }: OpenOptions = {}) {
  setNow('19:10');
  const service = new PhonesInMemory();
  service.phones = phones;
  prepare?.(service);
  const { user, db } = await screenStarter([PAGE, withPhones(service, PhonesScreens)])({
    language,
    hash: `#/household/phones${page}`,
  });
  return { service, user, db };
}

const NOW = tonightAt('19:10');
const THIS = () => phone({ name: 'iPhone', caregiverId: MUM, lastContactAt: NOW });
const HIS = (more: Partial<Phone> = {}) =>
  phone({ id: 'his', name: 'Pixel', caregiverId: DAD, isThis: false, lastContactAt: tonightAt('19:07'), ...more });
const share = () => setSyncStatus({ sharing: 'on', contact: { state: 'same', at: NOW } });

afterEach(() => setSyncStatus(OFF));

describe('Phones before anything is shared', () => {
  it('says in one sentence that the address has no home server, and points to the guide', async () => {
    await open({ prepare: (service) => (service.failure = 'notHomeServer') });
    expect(await screen.findByText(/without a home server: the log stays on this phone/)).toBeInTheDocument();
    expect(screen.getByText(/docs\/home-server\.md/)).toBeInTheDocument();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('tries again when there was no network', async () => {
    const { service, user } = await open({ prepare: (phones) => (phones.failure = 'offline') });
    expect(await screen.findByRole('alert')).toHaveTextContent('No network, or the home server is off.');
    service.failure = null;
    await user.click(button('Try again'));
    expect(await screen.findByRole('button', { name: 'Add a phone' })).toBeInTheDocument();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says what the server can and cannot see before it begins', async () => {
    await open();
    expect(
      await screen.findByText(/no name and no night, unless .*\. Whoever serves the app can change it/),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Join another phone’s household' })).toHaveAttribute('href', '#/join');
  });

  it('begins with whose phone this is and its name, and shows the code', async () => {
    const { service, user } = await open();
    await user.click(await screen.findByRole('button', { name: 'Mum' }));
    const name = screen.getByRole('textbox', { name: 'Name of this phone' });
    expect(name).toHaveValue('Computer');
    await user.clear(name);
    await user.type(name, ' Mum’s iPhone ');
    await user.click(button('Add a phone'));
    expect(await screen.findByRole('img', { name: 'Code: K 7 Q M, 2 F 9 X, H B 4 T' })).toBeInTheDocument();
    expect(location.hash).toBe('#/household/phones/add');
    expect(service.asked).toContainEqual(['startSharing', { name: 'Mum’s iPhone', caregiverId: MUM }, undefined]);
    expect(useDeviceSettings.getState().holderId).toBe(MUM);
  });

  it('shows the code also when the status is told later', async () => {
    const { service, user } = await open();
    const start = service.startSharing.bind(service);
    service.startSharing = async (...asked) => {
      const answer = await start(...asked);
      setSyncStatus(OFF);
      return answer;
    };
    await user.click(await screen.findByRole('button', { name: 'Mum' }));
    await user.click(button('Add a phone'));
    expect(await screen.findByRole('img', { name: /^Code: / })).toBeInTheDocument();
    await act(async () => share());
    expect(screen.getByRole('img', { name: /^Code: / })).toBeInTheDocument();
    expect(service.asked.filter(([asked]) => asked === 'createCode')).toHaveLength(1);
  });

  it('says that it takes https, where the browser has nothing to seal with', async () => {
    vi.stubGlobal('isSecureContext', false);
    await open({ prepare: (service) => (service.failure = 'notHomeServer') });
    expect(await screen.findByText(/^Phones share a log only over https/)).toBeInTheDocument();
    vi.unstubAllGlobals();
  });

  it('asks whose phone it is and for a name, and begins nothing without them', async () => {
    const { service, user } = await open();
    await user.clear(await screen.findByRole('textbox', { name: 'Name of this phone' }));
    await user.click(button('Add a phone'));
    expect(screen.getByText('Say whose phone this is.')).toBeInTheDocument();
    expect(screen.getByText('A name needs at least one letter.')).toBeInTheDocument();
    expect(service.asked).toEqual([['findServer']]);
  });

  it('asks for the operator’s word only when the server does, and says when it is another', async () => {
    const { service, user } = await open({ prepare: (phones) => (phones.invite = 'sesame') });
    await user.click(await screen.findByRole('button', { name: 'Everybody' }));
    expect(screen.queryByRole('textbox', { name: 'The word for this server' })).toBeNull();
    await user.click(button('Add a phone'));
    const word = await screen.findByRole('textbox', { name: 'The word for this server' });
    expect(screen.getByText(/asks for a word before a household begins/)).toBeInTheDocument();
    await user.type(word, 'open');
    await user.click(button('Add a phone'));
    expect(await screen.findByText('That is not the word.')).toBeInTheDocument();
    await user.clear(word);
    await user.type(word, ' sesame ');
    await user.click(button('Add a phone'));
    await screen.findByRole('img', { name: /^Code: / });
    expect(service.asked).toContainEqual(['startSharing', { name: 'Computer', caregiverId: null }, 'sesame']);
  });

  it('is not there in a GameDay', async () => {
    setNow('19:10');
    await screenStarter([PAGE, withPhones(new PhonesInMemory(), PhonesScreens)])({
      db: await householdDatabase([], GAMEDAY_DATABASE_NAME),
      hash: '#/household/phones',
    });
    await waitFor(() => expect(location.hash).toBe('#/'));
  });

  it('is not there without a sync', async () => {
    setNow('19:10');
    await screenStarter([PAGE, withPhones(null, PhonesScreens)])({ hash: '#/household/phones' });
    await waitFor(() => expect(location.hash).toBe('#/'));
  });
});

describe('a failure', () => {
  const FAILURES: [SyncFailure, RegExp, RegExp][] = [
    ['offline', /^No network/, /^Pas de réseau/],
    ['timeout', /takes too long/, /tarde trop/],
    ['notHomeServer', /is no home server/, /n’est pas un serveur du foyer/],
    ['unauthorized', /no longer knows this household/, /ne connaît plus ce foyer/],
    ['tooMany', /asks for a pause/, /demande une pause/],
    ['full', /has no room left/, /n’a plus de place/],
    ['tooLarge', /is too large/, /est trop grande/],
    ['serverFailed', /tripped/, /a trébuché/],
    ['unreadable', /sealed with another key/, /scellé avec une autre clé/],
    ['storage', /storage did not take it/, /stockage de ce téléphone/],
  ];

  it.each(FAILURES)('%s has a sentence at its place in both languages', async (failure, english, french) => {
    for (const [language, name, sentence] of [
      ['en', 'Add a phone', english],
      ['fr', 'Ajouter un téléphone', french],
    ] as const) {
      const { service, user } = await open({ language });
      await user.click(await screen.findByRole('button', { name: /^(Everybody|Tout le monde)$/ }));
      service.failure = failure;
      await user.click(button(name));
      expect(await screen.findByText(sentence)).toHaveAttribute('role', 'alert');
      expect(button(name)).toBeEnabled();
      cleanup();
    }
  });

  it('says that a file of the app is missing when the sync cannot be loaded', async () => {
    await open({ prepare: (service) => (service.load = () => Promise.reject(new Error('404'))) });
    expect(await screen.findByText(/A file of the app is missing/)).toBeInTheDocument();
  });
});

describe('Phones that share a log', () => {
  it('lists this one first, whose they are, and when each was heard', async () => {
    share();
    await open({ phones: [HIS(), THIS()] });
    const rows = await screen.findAllByRole('link', { name: /Pixel|iPhone/ });
    expect(rows.map(({ textContent }) => textContent?.replace(/\s/g, ' '))).toEqual([
      'iPhone Mum · this phone',
      'Pixel Dad · heard 3 min ago',
    ]);
    expect(screen.getByText(/^In step, last checked 19:10\.$/)).toBeInTheDocument();
  });

  it.each([
    ['a minute ago', tonightAt('19:09'), /heard just now$/],
    ['in the future, by another clock', tonightAt('23:00'), /heard just now$/],
    ['an hour ago', tonightAt('18:00'), /heard 1\sh\s10 ago$/],
  ])('says when a phone was heard %s', async (_, lastContactAt, text) => {
    share();
    await open({ phones: [THIS(), HIS({ lastContactAt })] });
    expect((await screen.findByRole('link', { name: /Pixel/ })).textContent).toMatch(text);
  });

  it('marks a phone whose log differs, and says what to do', async () => {
    share();
    await open({ phones: [THIS(), HIS({ differs: true })] });
    expect((await screen.findByRole('link', { name: /Pixel/ })).textContent).toMatch(/its log differs$/);
    expect(screen.getByText(/Save a backup on each phone/)).toBeInTheDocument();
  });

  it('marks a phone with another version of the app', async () => {
    share();
    const script = Object.assign(document.createElement('script'), { type: 'text/plain' });
    script.dataset.version = 'aaaaaaaaaaaa';
    document.body.append(script);
    await open({ phones: [THIS(), HIS({ appVersion: 'bbbbbbbbbbbb' })] });
    expect((await screen.findByRole('link', { name: /Pixel/ })).textContent).toMatch(/another version of the app$/);
    expect(screen.getByText(/Two versions of the app are about/)).toBeInTheDocument();
    script.remove();
  });

  it.each<[string, RegExp, RegExp]>([
    ['offline', /^No network, or the home server is off\. What is tapped here/, /^Pas de réseau/],
    ['timeout', /^The home server is slow to answer\. What is tapped here/, /tarde à répondre/],
    ['notHomeServer', /is no home server: a login page.* What is tapped here/, /n’est pas un serveur du foyer/],
    [
      'unauthorized',
      /no longer knows this household: ask whoever runs it\. What is tapped here/,
      /ne connaît plus ce foyer/,
    ],
    ['tooMany', /^The home server asks for a pause\. What is tapped here/, /demande une pause/],
    ['full', /no room left for this household\. What is tapped here/, /n’a plus de place/],
    ['tooLarge', /is too large for the home server\. It stays on this phone/, /est trop grande/],
    ['serverFailed', /^The home server tripped\. What is tapped here/, /a trébuché/],
    ['storage', /does not take what the others have sent\. Nothing is lost/, /refuse ce que les autres/],
  ])('out of step (%s): since when, why, and that nothing is lost, in both languages', async (because, en, fr) => {
    for (const [language, since, sentence] of [
      ['en', 'Out of step since 18:50.', en],
      ['fr', 'Pas à jour depuis 18:50.', fr],
    ] as const) {
      const contact = { state: 'behind', since: tonightAt('18:50'), because } as never;
      setSyncStatus({ sharing: 'on', contact });
      await open({ phones: [THIS(), HIS()], language });
      expect(await screen.findByText(since)).toBeInTheDocument();
      expect(screen.getByText(sentence)).toBeInTheDocument();
      // It is asked again without anybody's doing.
      expect(mainText()).not.toMatch(/[Tt]ry again|[Rr]éessayez/);
      cleanup();
    }
  });

  it('says that they are out of step, or not known yet, when nothing else is known', async () => {
    setSyncStatus({ sharing: 'on', contact: { state: 'behind', since: null, because: null } });
    await open({ phones: [THIS(), HIS()] });
    expect(await screen.findByText('Out of step.')).toBeInTheDocument();
    expect(screen.getByText(/^What is tapped here is kept, and sent by itself/)).toBeInTheDocument();
    await act(async () => setSyncStatus({ contact: null }));
    expect(screen.getByText('Asking the home server…')).toBeInTheDocument();
  });

  it('says what is wrong with the clock, the version and what came', async () => {
    share();
    setSyncStatus({ clockAheadMs: 7 * 60_000, needsUpdate: true, unreadable: 1 });
    await open({ phones: [THIS(), HIS()] });
    await screen.findByRole('link', { name: /Pixel/ });
    expect(mainText()).toMatch(/This phone’s clock is 7 min ahead/);
    expect(mainText()).toMatch(/read after the update, which comes by itself/);
    expect(mainText()).toMatch(/One row from the server could not be opened/);
    await act(async () => setSyncStatus({ clockAheadMs: -3_600_000, needsUpdate: false, unreadable: 40 }));
    expect(mainText()).toMatch(/This phone’s clock is 1 h 00 behind/);
    expect(mainText()).toMatch(/40 rows from the server/);
    expect(mainText()).not.toMatch(/read after the update, which comes by itself/);
  });

  it.each([
    ['Leave with this phone', 'Leave the household', 'leave', 'This phone goes on alone.'],
    ['Erase the household on the server', 'Erase it on the server', 'eraseHousehold', 'Gone from the server.'],
  ])('%s: one touch says what it means, a second one does it', async (title, doIt, asked, said) => {
    share();
    const { service, user } = await open({ phones: [THIS(), HIS()] });
    await screen.findByRole('link', { name: /Pixel/ });
    expect(button(doIt)).not.toBeVisible();
    await user.click(screen.getByRole('heading', { name: title }));
    expect(service.asked).toEqual([]);
    service.failure = 'offline';
    await user.click(button(doIt));
    expect(await screen.findByText(/^No network/)).toBeInTheDocument();
    service.failure = null;
    await user.click(button(doIt));
    await waitFor(() => expect(statusText()).toContain(said));
    expect(service.asked).toEqual([[asked], [asked], ['findServer']]);
    expect(await screen.findByRole('button', { name: 'Add a phone' })).toBeInTheDocument();
  });

  it('renames this phone and says whose it is now', async () => {
    share();
    const { service, user } = await open({ phones: [THIS(), HIS()], page: '/this' });
    const name = await screen.findByRole('textbox', { name: 'Name of this phone' });
    expect(button('Mum')).toHaveAttribute('aria-pressed', 'true');
    await user.clear(name);
    await user.type(name, 'The blue one');
    await user.click(button('Dad'));
    await user.click(button('Save'));
    expect(await screen.findByRole('link', { name: /The blue one/ })).toBeInTheDocument();
    expect(service.asked).toEqual([['changeThisPhone', { name: 'The blue one', caregiverId: DAD }]]);
    expect(useDeviceSettings.getState().holderId).toBe(DAD);
  });

  it('removes another phone by a second touch on its page', async () => {
    share();
    const { service, user } = await open({ phones: [THIS(), HIS()] });
    await user.click(await screen.findByRole('link', { name: /Pixel/ }));
    await user.click(await screen.findByRole('heading', { name: 'Remove this phone' }));
    expect(screen.getByText(/It keeps the log as it is now and hears nothing new/)).toBeVisible();
    expect(service.asked).toEqual([]);
    await user.click(button('Remove Pixel'));
    await waitFor(() => expect(location.hash).toBe('#/household/phones'));
    await waitFor(() => expect(screen.queryByRole('link', { name: /Pixel/ })).toBeNull());
    expect(statusText()).toContain('Pixel is out.');
    expect(service.asked).toEqual([['removePhone', 'his']]);
  });

  it('leads back to the list from the page of a phone that is gone', async () => {
    share();
    await open({ phones: [THIS()], page: '/his' });
    await waitFor(() => expect(location.hash).toBe('#/household/phones'));
  });
});

describe('a phone that was removed', () => {
  it('keeps its log, and joins again or goes on alone', async () => {
    setSyncStatus({ sharing: 'removed' });
    const { service, user } = await open();
    expect(
      await screen.findByText(/Another phone has removed this one, or erased the household\. The log is still here/),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Join again with a code' })).toHaveAttribute('href', '#/join');
    await user.click(button('Go on alone'));
    await waitFor(() => expect(service.asked).toEqual([['leave'], ['findServer']]));
  });
});

describe('the code for another phone', () => {
  const openCode = () => {
    share();
    return open({ phones: [THIS()], page: '/add' });
  };

  it('is shown with the time for which it is good, and with what to do on either kind of phone', async () => {
    await openCode();
    expect(await screen.findByRole('timer')).toHaveTextContent('Good for 15:00, and once.');
    expect(screen.getByText(/^Android: /)).toBeInTheDocument();
    expect(screen.getByText(/^iPhone: .* home screen/)).toBeInTheDocument();
  });

  it('gives way to a new one when it is over', async () => {
    const { service, user } = await openCode();
    await screen.findByRole('timer');
    setNow('19:25');
    expect(await screen.findByText(/This code is over/)).toBeInTheDocument();
    await user.click(button('A new code'));
    expect(await screen.findByRole('timer')).toHaveTextContent('Good for 15:00, and once.');
    expect(service.asked).toEqual([['createCode'], ['createCode']]);
  });

  it('is tried again when the server gave none', async () => {
    share();
    const { service, user } = await open({ phones: [THIS()], page: '/add', prepare: (it) => (it.failure = 'timeout') });
    expect(await screen.findByText(/takes too long/)).toBeInTheDocument();
    service.failure = null;
    await user.click(button('Try again'));
    expect(await screen.findByRole('timer')).toBeInTheDocument();
  });

  it('can be copied as a link, or selected where the browser refuses the clipboard', async () => {
    const { user } = await openCode();
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValueOnce();
    await user.click(await screen.findByRole('button', { name: 'Copy the link' }));
    expect(write).toHaveBeenCalledWith('https://home.example/#/join/K7QM-2F9X-HB4T');
    await waitFor(() => expect(statusText()).toContain('Copied: the link with the code'));
    write.mockRejectedValueOnce(new DOMException('no', 'NotAllowedError'));
    await user.click(button('Copy the link'));
    expect(await screen.findByRole('textbox')).toHaveValue('https://home.example/#/join/K7QM-2F9X-HB4T');
  });

  it('gives way to the name of the phone that has joined', async () => {
    const { service } = await openCode();
    await screen.findByRole('timer');
    await act(() => service.changePhones([THIS(), HIS()]));
    await waitFor(() => expect(statusText()).toContain('Pixel is in. It has the whole log.'));
    expect(screen.queryByRole('timer')).toBeNull();
    expect(screen.getByRole('link', { name: 'Done' })).toHaveAttribute('href', '#/household/phones');
  });

  it('is not for a phone that does not share', async () => {
    await open({ page: '/add', prepare: (service) => (service.failure = 'unauthorized') });
    await waitFor(() => expect(location.hash).toBe('#/household/phones'));
  });
});
