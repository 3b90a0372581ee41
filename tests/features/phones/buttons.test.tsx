import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import PhonesScreens from '@/features/phones/PhonesScreens';
import type { Language } from '@/i18n/translator';
import { OFF, setSyncStatus } from '@/stores/sync';
import { MAX_BUTTONS, type PushButton } from '@/sync/buttons/service';
import { ButtonsInMemory, SET_UP, withButtons } from '../../support/buttons';
import { LEO, tonightAt, ZOE } from '../../support/factories';
import { PhonesInMemory, phone, withPhones } from '../../support/phones';
import { screenStarter, setNow, statusText } from '../../support/screen';

const PAGE = /^\/household\/phones(?:\/.*)?$/;

const BED: PushButton = { id: 'bed', name: 'Bed frame', childId: LEO, pressedAt: tonightAt('18:12') };
const SENSOR: PushButton = { id: 'sensor', name: 'Sound sensor', childId: ZOE, pressedAt: null };

interface OpenOptions {
  page?: string;
  prepare?: (buttons: ButtonsInMemory) => void;
  language?: Language;
}

/** Opens a page behind Household → Phones at 19:10, on a phone that shares its log. */
async function open({ page = '/buttons', prepare, language = 'en' }: OpenOptions = {}) {
  setNow('19:10');
  setSyncStatus({ sharing: 'on', contact: { state: 'same', at: tonightAt('19:10') } });
  const service = new PhonesInMemory();
  service.phones = [phone()];
  const buttons = new ButtonsInMemory();
  prepare?.(buttons);
  const Screen = withButtons(buttons, withPhones(service, PhonesScreens));
  const { user, db } = await screenStarter([PAGE, Screen])({ language, hash: `#/household/phones${page}` });
  return { user, db, buttons };
}

afterEach(() => {
  setSyncStatus(OFF);
  vi.unstubAllGlobals();
});

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const link = (name: string | RegExp) => screen.findByRole('link', { name });

describe('the buttons', () => {
  it('are behind the list of phones, each with its child and its last press', async () => {
    const { user } = await open({ page: '', prepare: (all) => (all.buttons = [BED, SENSOR]) });
    await user.click(await link('Buttons'));
    expect(await link(/^Bed frame/)).toHaveAccessibleName('Bed frame Léo · last pressed 18:12');
    expect(await link(/^Sound sensor/)).toHaveAccessibleName('Sound sensor Zoé · not pressed yet');
  });

  it('say the same in French', async () => {
    await open({ language: 'fr', prepare: (all) => (all.buttons = [BED, SENSOR]) });
    expect(await link(/^Bed frame/)).toHaveAccessibleName('Bed frame Léo · dernier appui 18:12');
    expect(await link(/^Sound sensor/)).toHaveAccessibleName('Sound sensor Zoé · jamais pressé encore');
  });

  it('are none at first, and as many as the server keeps in the end', async () => {
    await open();
    expect(await screen.findByText('No button yet.')).toBeVisible();
    expect(await link('Add a button')).toBeVisible();
  });

  it('cannot be more than the server keeps', async () => {
    const many = Array.from({ length: MAX_BUTTONS }, (_, index) => ({
      ...BED,
      id: String(index),
      name: `No. ${index}`,
    }));
    await open({ prepare: (all) => (all.buttons = many) });
    expect(await screen.findByText(/^That is as many as the home server keeps/)).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Add a button' })).toBeNull();
  });

  it.each([
    ['offline', /^No network, or the home server is off/],
    ['oldServer', /^This home server is an older one and takes no buttons/],
  ] as const)('that cannot be read say why, and are asked for again: %s', async (failure, sentence) => {
    const { user, buttons } = await open({
      prepare: (all) => {
        all.buttons = [BED];
        all.failure = failure;
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(sentence);
    buttons.failure = null;
    await user.click(await button('Try again'));
    expect(await link(/^Bed frame/)).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('tell what could not be logged, and why', async () => {
    const { db } = await open({ prepare: (all) => (all.buttons = [BED]) });
    const press = { buttonId: 'bed', at: tonightAt('18:12') };
    await db.meta.put({
      id: 'unloggedPresses',
      presses: [
        { ...press, id: '1', word: 'woke', why: 'overlaps' },
        { ...press, id: '2', word: 'asleep', why: 'wentOn' },
        { ...press, id: '3', buttonId: 'removed', word: null, why: 'unreadable' },
        { ...press, id: '4', word: 'woke', why: 'unknownChild' },
      ],
    });
    const list = within(await screen.findByRole('region', { name: 'Not logged' }));
    expect(list.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      '18:12, Bed frame: “woke”. Another wake-up is logged at that time.',
      '18:12, Bed frame: “asleep”. More was logged after it, so somebody was still awake.',
      '18:12, A button this phone cannot read: a word. It is none of this button’s two words.',
      '18:12, Bed frame: “woke”. Its child is no longer in the log.',
    ]);
  });

  it('say what they can do, and that they end when a phone is removed', async () => {
    const { user } = await open();
    await user.click(screen.getByText('What a button can do, and who sees it'));
    expect(screen.getByText(/^A button only adds/)).toBeVisible();
    expect(screen.getByText(/^The home server sees that a button was pressed/)).toBeVisible();
    expect(screen.getByText(/^When a phone is removed, all buttons end/)).toBeVisible();
  });
});

describe('a new button', () => {
  it('takes a name and a child, and shows once what the home automation needs', async () => {
    const { user, buttons } = await open({ page: '/buttons/add' });
    await user.click(await button('Make the button'));
    expect(await screen.findByRole('alert')).toHaveTextContent('A name needs at least one letter.');
    await user.type(screen.getByRole('textbox', { name: 'What it is called' }), '  Bed frame ');
    await user.click(await button('Zoé'));
    await user.click(await button('Make the button'));
    expect(await screen.findByRole('heading', { name: 'Bed frame is ready' })).toBeVisible();
    expect(buttons.asked).toEqual([['addButton', 'Bed frame', ZOE]]);
    for (const text of Object.values(SET_UP)) expect(screen.getByText(text)).toBeVisible();
    const { woke, token, url } = SET_UP;
    const commands = screen.getByText(/^rest_command:/).textContent;
    for (const part of [url, token, woke, SET_UP.asleep]) expect(commands).toContain(part);

    await user.click(await link('Done'));
    expect(await link(/^Bed frame/)).toHaveAccessibleName('Bed frame Zoé · not pressed yet');
    expect(screen.queryByText(token)).toBeNull();
  });

  it('copies each part, and says so if the browser does not let it', async () => {
    const { user } = await open({ page: '/buttons/add' });
    await user.type(await screen.findByRole('textbox', { name: 'What it is called' }), 'Bed frame');
    await user.click(await button('Make the button'));
    await user.click(await button('Copy: Its token'));
    expect(await navigator.clipboard.readText()).toBe(SET_UP.token);
    expect(statusText()).toContain('Copied: Its token');
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no'));
    await user.click(await button('Copy: The word for “woke”'));
    expect(await screen.findByText(/^The browser did not let it be copied/)).toBeVisible();
  });

  it('that the server does not take says why, and keeps what was typed', async () => {
    const { user, buttons } = await open({ page: '/buttons/add', prepare: (all) => (all.failure = 'full') });
    await user.type(await screen.findByRole('textbox', { name: 'What it is called' }), 'Bed frame');
    await user.click(await button('Make the button'));
    expect(await screen.findByRole('alert')).toHaveTextContent('The home server has no room left for this household.');
    buttons.failure = null;
    await user.click(await button('Make the button'));
    expect(await screen.findByRole('heading', { name: 'Bed frame is ready' })).toBeVisible();
    expect(buttons.buttons[0]?.childId).toBe(LEO);
  });
});

describe('the page of a button', () => {
  it('removes it in two touches', async () => {
    const { user, buttons } = await open({ page: '/buttons/bed', prepare: (all) => (all.buttons = [BED, SENSOR]) });
    expect(await screen.findByRole('heading', { level: 1, name: 'Bed frame' })).toBeVisible();
    expect(screen.getByText('Léo · last pressed 18:12')).toBeVisible();
    await user.click(screen.getByText('Remove this button'));
    await user.click(await button('Remove Bed frame'));
    expect(await link(/^Sound sensor/)).toBeVisible();
    expect(screen.queryByRole('link', { name: /^Bed frame/ })).toBeNull();
    expect(buttons.asked).toContainEqual(['removeButton', 'bed']);
    expect(statusText()).toContain('Bed frame is gone.');
  });

  it('of one that is gone leads to the list', async () => {
    await open({ page: '/buttons/gone', prepare: (all) => (all.buttons = [BED]) });
    expect(await link(/^Bed frame/)).toBeVisible();
  });
});
