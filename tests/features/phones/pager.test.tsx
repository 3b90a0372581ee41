import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import PhonesScreens from '@/features/phones/PhonesScreens';
import type { Language } from '@/i18n/translator';
import { OFF, setSyncStatus } from '@/stores/sync';
import type { PagerFailure, TestStep } from '@/sync/pager/service';
import type { Phone } from '@/sync/service';
import { DAD, MUM, tonightAt } from '../../support/factories';
import { FakeNotifications } from '../../support/notifications';
import { PagerInMemory } from '../../support/pager';
import { PhonesInMemory, phone, withPhones } from '../../support/phones';
import { screenStarter, setNow, statusText } from '../../support/screen';

const PAGE = /^\/household\/phones(?:\/.*)?$/;
const NOW = tonightAt('19:10');
const button = (name: string | RegExp) => screen.getByRole('button', { name });

const THIS = phone({ name: 'iPhone', caregiverId: MUM, lastContactAt: NOW });
const HIS = phone({ id: 'his', name: 'Pixel', caregiverId: DAD, isThis: false, lastContactAt: NOW });

interface OpenOptions {
  page?: string;
  phones?: Phone[];
  prepare?: (pager: PagerInMemory) => void;
  permission?: NotificationPermission;
  isPushSupported?: boolean;
  language?: Language;
}

let uninstall = () => {};
let agent = '';

/** Opens a page behind Household → Phones at 19:10, on a phone that shares its log. */
async function open({
  page = '',
  phones = [THIS, HIS],
  prepare,
  permission = 'default',
  isPushSupported = true,
  language = 'en',
}: OpenOptions = {}) {
  setNow('19:10');
  const notifications = new FakeNotifications(permission);
  uninstall = notifications.install();
  if (isPushSupported) vi.stubGlobal('PushManager', class {});
  if (agent) vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(agent);
  setSyncStatus({ sharing: 'on', contact: { state: 'same', at: NOW } });
  const service = new PhonesInMemory();
  service.phones = phones;
  const pager = new PagerInMemory();
  prepare?.(pager);
  const { user, db } = await screenStarter([PAGE, withPhones(service, PhonesScreens, pager)])({
    language,
    hash: `#/household/phones${page}`,
  });
  return { pager, notifications, user, db };
}

afterEach(() => {
  uninstall();
  agent = '';
  setSyncStatus(OFF);
});

const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15';
const ANDROID = 'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile';

describe('the row of the pager', () => {
  const row = () => screen.findByRole('link', { name: /^Pager / });

  it.each<[string, OpenOptions]>([
    ['off', {}],
    [
      'this phone rings',
      { permission: 'granted', prepare: (pager) => (pager.own = { isWanted: true, isSubscribed: true }) },
    ],
    [
      'this phone no longer rings',
      { permission: 'granted', prepare: (pager) => (pager.own = { isWanted: true, isSubscribed: false }) },
    ],
    ['not allowed on this phone', { permission: 'denied' }],
    ['not in this browser', { isPushSupported: false }],
  ])('says: %s', async (state, options) => {
    await open(options);
    expect(await row()).toHaveAccessibleName(`Pager ${state}`);
  });

  it('says that it takes a home server, where there is none', async () => {
    setNow('19:10');
    const service = new PhonesInMemory();
    service.failure = 'notHomeServer';
    const { user } = await screenStarter([PAGE, withPhones(service, PhonesScreens)])({ hash: '#/household/phones' });
    expect(await row()).toHaveAccessibleName('Pager only with a home server');
    await user.click(await row());
    expect(await screen.findByText(/takes a home server and a second phone/)).toBeInTheDocument();
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('the pager of this phone', () => {
  it('says why before the browser asks, and is then switched on and off', async () => {
    const { pager, notifications, user } = await open({ page: '/pager' });
    notifications.requestPermission.mockImplementation(async () => (notifications.permission = 'granted'));
    expect(await screen.findByText(/^So that this phone rings when the other one pages you\./)).toBeInTheDocument();
    expect(screen.getByText(/“do not disturb”/)).toBeInTheDocument();
    expect(notifications.requestPermission).not.toHaveBeenCalled();
    await user.click(button('Let this phone ring'));
    await waitFor(() => expect(statusText()).toContain('This phone rings when you are paged.'));
    expect(notifications.requestPermission).toHaveBeenCalledOnce();
    await user.click(button('Let it ring no more'));
    expect(await screen.findByRole('button', { name: 'Let this phone ring' })).toBeInTheDocument();
    expect(pager.asked.filter(([asked]) => asked !== 'readWebhook')).toEqual([['switchOn'], ['switchOff']]);
  });

  it('asks the server for nothing when the question of the browser was put away', async () => {
    const { pager, user } = await open({ page: '/pager' });
    await user.click(await screen.findByRole('button', { name: 'Let this phone ring' }));
    expect(await screen.findByText('The phone did not allow it.')).toHaveAttribute('role', 'alert');
    expect(pager.asked).toEqual([['readWebhook']]);
  });

  it.each([
    ['Android', ANDROID, /^Android: hold the app’s icon/],
    ['iPhone', IPHONE, /^iPhone: Settings → Notifications → InfernalOps/],
    ['a computer', '', /^Computer: the icon before the address/],
  ])('says where to allow it on %s, and on no other', async (_, userAgent, where) => {
    agent = userAgent;
    await open({ page: '/pager', permission: 'denied' });
    expect(await screen.findByText(/allows the app no notifications/)).toBeInTheDocument();
    expect(screen.getByText(where)).toBeInTheDocument();
    expect(screen.getAllByText(/^(Android|iPhone|Computer): /)).toHaveLength(1);
    expect(screen.queryByRole('button', { name: /ring/ })).toBeNull();
  });

  it('says how an iPhone gets the app on its home screen', async () => {
    agent = IPHONE;
    await open({ page: '/pager', isPushSupported: false, permission: 'denied' });
    expect(await screen.findByText(/only the app on the home screen rings/)).toBeInTheDocument();
    expect(
      screen
        .getAllByRole('listitem')
        .slice(0, 3)
        .map(({ textContent }) => textContent),
    ).toEqual([
      'In Safari, touch the Share button.',
      'Choose “Add to Home Screen”.',
      'Open the app from there, and join with a code: its log is one of its own.',
    ]);
    expect(screen.queryByRole('button', { name: /ring/ })).toBeNull();
  });

  it('is brought back by one touch when the browser has lost it', async () => {
    const { pager, user } = await open({
      page: '/pager',
      permission: 'granted',
      prepare: (it) => (it.own = { isWanted: true, isSubscribed: false }),
    });
    expect(await screen.findByText(/its browser no longer does it/)).toBeInTheDocument();
    await user.click(button('Let this phone ring'));
    await waitFor(() => expect(statusText()).toContain('This phone rings when you are paged.'));
    expect(pager.asked).toContainEqual(['switchOn']);
  });

  it.each<[PagerFailure, RegExp, RegExp]>([
    ['noPushKey', /older one and rings no phones/, /ne fait sonner aucun téléphone/],
    ['denied', /did not allow it/, /ne l’a pas permis/],
    ['pushRefused', /push service of this browser does not answer/, /service de push de ce navigateur ne répond pas/],
    ['hostRefused', /does not know the push service/, /ne connaît pas le service de push/],
    ['offline', /^No network/, /^Pas de réseau/],
  ])('%s has a sentence at its place in both languages', async (failure, english, french) => {
    for (const [language, sentence] of [
      ['en', english],
      ['fr', french],
    ] as const) {
      const { user } = await open({
        page: '/pager',
        permission: 'granted',
        language,
        prepare: (pager) => (pager.failure = failure),
      });
      await user.click(await screen.findByRole('button', { name: /^(Let this phone ring|Laisser sonner)/ }));
      expect(await screen.findByText(sentence)).toHaveAttribute('role', 'alert');
      cleanup();
    }
  });
});

describe('“Page by itself”', () => {
  it('is off until somebody wants it, for the whole household, and can be undone', async () => {
    const { user, db } = await open({ page: '/pager' });
    const byItself = await screen.findByRole('switch', { name: 'Page by itself' });
    expect(byItself).not.toBeChecked();
    expect(byItself).toHaveAccessibleDescription(/pages them without a tap/);
    await user.click(byItself);
    await waitFor(() => expect(byItself).toBeChecked());
    expect((await db.household.get('household'))?.pagesByItself).toBe(true);
    await user.click(button('Undo'));
    await waitFor(() => expect(byItself).not.toBeChecked());
  });
});

describe('the test of the pager', () => {
  /** What the way says, part by part. */
  const way = () =>
    within(screen.getByRole('list', { name: /^How far it got/ }))
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
  const start = async (options: OpenOptions = {}) => {
    const opened = await open({ page: '/test', ...options });
    await opened.user.click(await screen.findByRole('button', { name: 'Test Dad’s phone' }));
    await screen.findByRole('list', { name: 'How far it got: Pixel' });
    return opened;
  };

  it('follows the page step by step, as far as somebody’s tap', async () => {
    const { pager } = await start();
    expect(pager.asked).toEqual([['testPhone', 'his']]);
    await waitFor(() =>
      expect(way()).toEqual([
        'The home server took it yes',
        'The push service took it yes',
        'The open app heard it waiting…',
        'The phone woke up waiting…',
        'It showed the test waiting…',
        'Somebody tapped it waiting…',
      ]),
    );
    for (const step of ['live', 'push', 'shown', 'answered'] as const) await act(async () => pager.tell(step));
    expect(way().every((part) => part?.endsWith(' yes'))).toBe(true);
    expect(statusText()).toContain('All the way. That phone can be woken.');
  });

  it('says after 15 s what has not arrived, and what to change on Android and on an iPhone', async () => {
    const { pager } = await start();
    await waitFor(() => expect(way()[1]).toMatch(/yes$/));
    setNow('19:11');
    await waitFor(() => expect(way()[3]).toBe('The phone woke up not yet'), { timeout: 3000 });
    expect(way()[2]).toBe('The open app heard it no: not open there');
    expect(screen.getByText(/^Android: is it on, with a network\?/)).toBeInTheDocument();
    expect(screen.getByText(/^iPhone: is it on, with a network\?/)).toBeInTheDocument();
    // It arrives after all.
    for (const step of ['push', 'shown', 'answered'] as const) await act(async () => pager.tell(step));
    expect(screen.queryByText(/^Android: /)).toBeNull();
    expect(statusText()).toContain('All the way.');
  });

  const ADVICE: [string, Partial<Pick<PagerInMemory, 'push'>>, TestStep[], RegExp, RegExp][] = [
    ['no pager is on there', { push: 'unknown' }, [], /Pager → “Let this phone ring”/, /Bip → « Laisser sonner/],
    ['its subscription is over', { push: 'gone' }, [], /renews it by itself/, /le renouvelle d’elle-même/],
    ['the push service is silent', { push: 'failed' }, [], /reach fcm\.googleapis\.com/, /atteindre fcm\.googleapis/],
    ['it may not show it', {}, ['push', 'notShown'], /hold the app’s icon/, /appui long sur l’icône/],
  ];
  it.each(ADVICE)('says at once what helps when %s, in both languages', async (_, answer, steps, english, french) => {
    for (const [language, name, advice] of [
      ['en', 'Test Dad’s phone', english],
      ['fr', /^Essayer le téléphone de Dad$/, french],
    ] as const) {
      const { pager, user } = await open({ page: '/test', language, prepare: (it) => Object.assign(it, answer) });
      await user.click(await screen.findByRole('button', { name }));
      await waitFor(() => expect(pager.asked).toHaveLength(1));
      for (const step of steps) await act(async () => pager.tell(step));
      const text = await screen.findByText(advice);
      expect(text.textContent).toMatch(/^Android/);
      expect(text.nextElementSibling?.textContent).toMatch(/^iPhone/);
      cleanup();
    }
  });

  it('tells the phones of one person apart by their names', async () => {
    const tablet = phone({ id: 'tablet', name: 'Tablet', caregiverId: DAD, isThis: false });
    const nobodys = phone({ id: 'hall', name: 'Hall', isThis: false });
    await open({ page: '/test', phones: [THIS, HIS, tablet, nobodys] });
    await screen.findByRole('button', { name: 'Test “Pixel”' });
    expect(button('Test “Tablet”')).toBeInTheDocument();
    expect(button('Test “Hall”')).toBeInTheDocument();
  });

  it('says why the server did not take it, and can be tried again', async () => {
    const { pager, user } = await open({ page: '/test', prepare: (it) => (it.failure = 'offline') });
    await user.click(await screen.findByRole('button', { name: 'Test Dad’s phone' }));
    expect(await screen.findByText(/^No network/)).toBeInTheDocument();
    expect(screen.queryByRole('list', { name: /^How far/ })).toBeNull();
    pager.failure = null;
    await user.click(button('Test Dad’s phone'));
    expect(await screen.findByRole('list', { name: /^How far/ })).toBeInTheDocument();
    expect(screen.queryByText(/^No network/)).toBeNull();
  });

  it('begins anew: what the phone told of the test before counts no more', async () => {
    const { pager, user } = await start();
    const tellOfFirst = pager.tell;
    await user.click(button('Test Dad’s phone'));
    await waitFor(() => expect(pager.asked).toHaveLength(2));
    await act(async () => tellOfFirst('answered'));
    expect(way()[5]).toBe('Somebody tapped it waiting…');
  });

  it('says that there is nobody to test', async () => {
    await open({ page: '/test', phones: [THIS] });
    expect(await screen.findByText('No other phone shares the log yet.')).toBeInTheDocument();
  });
});

describe('home automation', () => {
  const URL = 'https://ntfy.sh/our-nights';
  const address = () => screen.findByRole('textbox', { name: 'Address' });

  it('has one address, which is kept, tried and removed', async () => {
    const { pager, user } = await open({ page: '/webhook' });
    await user.type(await address(), ` ${URL} `);
    await user.click(button('Save'));
    expect(await screen.findByText(URL)).toBeInTheDocument();
    expect(statusText()).toContain('Kept: each page calls it from now on');
    await user.click(button('Try it now'));
    expect(await screen.findByText('It answered with 200: it works.')).toHaveAttribute('role', 'status');
    await user.click(button('Remove it'));
    expect(await address()).toHaveValue(URL);
    expect(pager.asked).toEqual([['readWebhook'], ['putWebhook', URL], ['tryWebhook'], ['removeWebhook']]);
  });

  it('says what it sends, and that the server sees the address', async () => {
    await open({ page: '/webhook' });
    expect(await screen.findByText(/the word “page”, and nothing else\. The home server sees/)).toBeInTheDocument();
  });

  it.each([
    [{ result: 'refused', status: 404 }, 'It answered with 404: it did not take it.'],
    [{ result: 'refused', status: null }, /^Its name leads into a home/],
    [{ result: 'failed', status: null }, 'Nobody answered within five seconds.'],
  ] as const)('tried, says what came back: %o', async (tried, text) => {
    const { user } = await open({ page: '/webhook', prepare: (it) => Object.assign(it, { webhook: URL, tried }) });
    await user.click(await screen.findByRole('button', { name: 'Try it now' }));
    expect(await screen.findByText(text)).toBeInTheDocument();
  });

  it.each<[PagerFailure, RegExp, RegExp]>([
    ['noAddress', /^That is no address/, /^Ce n’est pas une adresse/],
    ['password', /^No name and no password/, /^Ni nom ni mot de passe/],
    ['tooLong', /^That address is too long/, /^Cette adresse est trop longue/],
    ['notHttps', /^It has to begin with https/, /^Elle doit commencer par https/],
    ['refused', /^That is inside a home/, /^C’est dans une maison/],
  ])('a bad address has its sentence at its place (%s), and stays to be mended', async (failure, english, french) => {
    for (const [language, label, save, sentence] of [
      ['en', 'Address', 'Save', english],
      ['fr', 'Adresse', 'Enregistrer', french],
    ] as const) {
      const { pager, user } = await open({ page: '/webhook', language });
      const field = await screen.findByRole('textbox', { name: label });
      await user.type(field, 'https://10.0.0.1');
      pager.failure = failure;
      await user.click(button(save));
      await waitFor(() => expect(field).toHaveAccessibleDescription(sentence));
      expect(field).toHaveValue('https://10.0.0.1');
      expect(pager.webhook).toBeNull();
      await user.type(field, '0');
      expect(field).not.toHaveAccessibleDescription(sentence);
      cleanup();
    }
  });

  it('is asked for again when the server did not answer', async () => {
    const { pager, user } = await open({ page: '/webhook', prepare: (it) => (it.failure = 'timeout') });
    expect(await screen.findByText(/takes too long/)).toBeInTheDocument();
    pager.failure = null;
    await user.click(button('Try again'));
    expect(await address()).toHaveValue('');
  });

  it('says in its row whether there is an address, once the server has said so', async () => {
    await open({ page: '/pager', prepare: (it) => (it.webhook = URL) });
    expect(await screen.findByRole('link', { name: 'Home automation one address' })).toBeInTheDocument();
  });
});
