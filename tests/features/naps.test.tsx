import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { changeCaregiver } from '@/db/people';
import type { Nap } from '@/domain/rows/others';
import NapsScreen from '@/features/naps/NapsScreen';
import type { Language } from '@/i18n/translator';
import { type Instant, MINUTE_MS } from '@/lib/time';
import { useDeviceSettings } from '@/stores/device';
import { householdDatabase } from '../support/database';
import { at, DAD, entry, incident, MUM, nightRow, tonightAt } from '../support/factories';
import { screenStarter, setNow, statusText } from '../support/screen';

const startScreen = screenStarter(['/household/naps', NapsScreen]);

const afternoon = at('2026-11-17 15:00');

/**
 * Mum was up from 22:00 to 1:00: 4 points for the incident and 0.5 for each of the 180 minutes make
 * 94, but one intervention costs at most 40. The morning began at 1:10, so no hour of sleep
 * follows.
 */
const hardNightIncident = incident([entry('detected', '22:00', { by: MUM }), entry('resolved', '01:00', { by: MUM })]);

const nap = (id: string, from: string, to: string, overrides: Partial<Nap> = {}): Nap => ({
  id,
  updatedAt: at(to),
  deletedAt: null,
  caregiverId: MUM,
  startedAt: at(from),
  endedAt: at(to),
  ...overrides,
});

async function openNaps({ naps = [] as Nap[], now = afternoon, language = 'en' as Language, hardNight = true } = {}) {
  setNow(now);
  const db = await householdDatabase(hardNight ? [hardNightIncident] : []);
  if (hardNight) await db.nights.put(nightRow({ morningAt: tonightAt('01:10') }));
  await db.naps.bulkPut(naps);
  const started = await startScreen({ db, language, hash: '#/household/naps' });
  await screen.findAllByRole('meter');
  return started;
}

const plainText = (element: Element) => (element.textContent ?? '').replace(/\s/g, ' ');
const inRegion = (name: string) => within(screen.getByRole('region', { name }));
const remainingText = (name: string) => inRegion(name).getByRole('meter').getAttribute('aria-valuetext');
const inNapList = () => within(screen.getByRole('region', { name: /^(The last naps|Les dernières siestes)$/ }));
const sheet = () => within(screen.getByRole('dialog'));

describe('the patience gauge', () => {
  it('shows each caregiver’s remaining patience, and says that it is a game', async () => {
    await openNaps();
    expect([remainingText('Mum'), remainingText('Dad')]).toEqual(['60 / 100', '100 / 100']);
    expect(screen.getByText(/^A game, not a figure/)).toBeInTheDocument();
    expect(await inNapList().findByText('None yet. The sofa is on call, too.')).toBeInTheDocument();
  });

  it('includes the naps of this morning and this afternoon', async () => {
    const naps = [
      nap('morning', '2026-11-17 09:00', '2026-11-17 09:20'),
      nap('afternoon', '2026-11-17 14:00', '2026-11-17 14:20'),
    ];
    await openNaps({ naps });
    // Each nap of twenty minutes restores 5 points.
    expect(remainingText('Mum')).toBe('70 / 100');
  });

  it('shows the gauge of the holder of this phone first', async () => {
    useDeviceSettings.getState().set({ holderId: DAD });
    await openNaps();
    const names = screen.getAllByRole('meter').map((meter) => meter.closest('section')?.getAttribute('aria-label'));
    expect(names).toEqual(['Dad', 'Mum']);
    expect(inRegion('Dad').getByText('I have slept, until now:')).toBeInTheDocument();
    expect(inRegion('Mum').getByText('Mum has slept, until now:')).toBeInTheDocument();
  });

  it('shows a full gauge when no night was logged', async () => {
    await openNaps({ hardNight: false });
    expect([remainingText('Mum'), remainingText('Dad')]).toEqual(['100 / 100', '100 / 100']);
  });
});

describe('a tap on a nap button', () => {
  it('logs a nap that ends now, raises the gauge and shows by how much', async () => {
    const { db, user } = await openNaps();
    await user.click(inRegion('Mum').getByRole('button', { name: 'Mum has slept 20 minutes, until now' }));
    await waitFor(() => expect(statusText()).toMatch(/Mum slept 20\smin · patience \+5/));
    await waitFor(() => expect(remainingText('Mum')).toBe('65 / 100'));
    expect(inRegion('Mum').getByText('+5 by this nap')).toBeInTheDocument();
    expect(await db.naps.toArray()).toMatchObject([
      { caregiverId: MUM, startedAt: afternoon - 20 * MINUTE_MS, endedAt: afternoon },
    ]);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(remainingText('Mum')).toBe('60 / 100'));
    expect(screen.queryByText('+5 by this nap')).toBeNull();
  });

  it('counts the whole nap at once, though it ends after the minute shown', async () => {
    const { user } = await openNaps();
    setNow((afternoon + 50_000) as Instant);
    await user.click(inRegion('Mum').getByRole('button', { name: /20 minutes/ }));
    await waitFor(() => expect(remainingText('Mum')).toBe('65 / 100'));
  });

  it('adds no points to a full gauge, and says why', async () => {
    const { user } = await openNaps();
    await user.click(inRegion('Dad').getByRole('button', { name: /90 minutes/ }));
    await waitFor(() => expect(statusText()).toMatch(/Dad slept 1\sh\s30\. The gauge was full already\./));
    expect(await inRegion('Dad').findByText('It was full already: sleep cannot be saved up.')).toBeInTheDocument();
  });

  it('refuses a nap that overlaps the nap before', async () => {
    const { db, user } = await openNaps();
    const napButton = inRegion('Mum').getByRole('button', { name: /20 minutes/ });
    await user.click(napButton);
    await waitFor(() => expect(remainingText('Mum')).toBe('65 / 100'));
    await user.click(inRegion('Mum').getByRole('button', { name: /45 minutes/ }));
    await waitFor(() => expect(statusText()).toMatch('Asleep already from 14:40 to 15:00: nobody naps twice at once.'));
    expect(await db.naps.count()).toBe(1);
  });

  it('shows the toast of a nap in French', async () => {
    const { user } = await openNaps({ language: 'fr' });
    await user.click(inRegion('Mum').getByRole('button', { name: 'Mum vient de dormir 45 minutes' }));
    // The nap restores 11.25 points, from 60 to 71.
    await waitFor(() => expect(statusText()).toMatch(/Mum a dormi 45\smin · patience \+11/));
  });
});

describe('the sheet of a nap', () => {
  const fill = (fields: Record<string, string>) => {
    for (const [label, value] of Object.entries(fields))
      fireEvent.change(sheet().getByLabelText(label), { target: { value } });
  };

  it('adds a nap with its day and its times', async () => {
    const { db, user } = await openNaps();
    await user.click(screen.getByRole('button', { name: 'Another nap' }));
    await user.click(sheet().getByRole('button', { name: 'Dad' }));
    fill({ On: '2026-11-15', 'Fell asleep at': '13:30', 'Woke at': '14:10' });
    await user.click(sheet().getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(inNapList().getAllByRole('listitem').map(plainText)).toEqual(['DDadSun 15 Nov · 13:30 – 14:1040 min']),
    );
    expect(await db.naps.toArray()).toMatchObject([
      { caregiverId: DAD, startedAt: at('2026-11-15 13:30'), endedAt: at('2026-11-15 14:10') },
    ]);
  });

  it.each([
    [
      'an end before the beginning',
      { 'Fell asleep at': '14:00', 'Woke at': '13:30' },
      'The end is before the beginning.',
    ],
    ['an end to come', { 'Woke at': '16:00' }, 'That is still to come. Choose a time up to now.'],
    ['no day', { On: '' }, 'Day and times must be complete, the year from 1970 to 2199.'],
    ['a year that is half typed', { On: '0002-11-16' }, 'Day and times must be complete, the year from 1970 to 2199.'],
    ['an incomplete time', { 'Woke at': '' }, 'Day and times must be complete, the year from 1970 to 2199.'],
    [
      'a nap that overlaps another one',
      { 'Fell asleep at': '09:10', 'Woke at': '09:40' },
      'Asleep already from 09:00 to 09:20: nobody naps twice at once.',
    ],
  ])('refuses %s with an error in the sheet, and writes nothing', async (_, fields, sentence) => {
    const { db, user } = await openNaps({ naps: [nap('first', '2026-11-17 09:00', '2026-11-17 09:20')] });
    await user.click(screen.getByRole('button', { name: 'Another nap' }));
    await user.click(sheet().getByRole('button', { name: 'Mum' }));
    fill(fields);
    await user.click(sheet().getByRole('button', { name: 'Save' }));
    expect(await sheet().findByRole('alert')).toHaveTextContent(sentence);
    expect(await db.naps.count()).toBe(1);
  });

  it('changes and deletes a nap, also one of an archived caregiver', async () => {
    const { db, user } = await openNaps({ naps: [nap('first', '2026-11-17 09:00', '2026-11-17 09:20')] });
    await changeCaregiver(db, { id: MUM, change: { archived: true }, now: afternoon });
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Mum' })).toBeNull());
    await user.click(await inNapList().findByRole('button', { name: /Mum/ }));
    fill({ 'Woke at': '09:40' });
    await user.click(sheet().getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(plainText(inNapList().getByRole('listitem'))).toMatch('40 min'));
    await user.click(inNapList().getByRole('button', { name: /Mum/ }));
    await user.click(sheet().getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(inNapList().queryByRole('listitem')).toBeNull());
    await user.click(screen.getByRole('button', { name: 'Undo (2)' }));
    await waitFor(() => expect(inNapList().getAllByRole('listitem')).toHaveLength(1));
  });
});

it('shows 300 naps in pages of 10', async () => {
  const naps = Array.from({ length: 300 }, (_, index) => {
    const endedAt = (afternoon - index * 24 * 60 * MINUTE_MS) as Instant;
    return {
      ...nap(`nap ${index}`, '2026-11-17 14:00', '2026-11-17 15:00'),
      startedAt: (endedAt - MINUTE_MS) as Instant,
      endedAt,
    };
  });
  const { user } = await openNaps({ naps });
  expect(await inNapList().findAllByRole('listitem')).toHaveLength(10);
  await user.click(inNapList().getByRole('button', { name: 'Earlier naps' }));
  await waitFor(() => expect(inNapList().getAllByRole('listitem')).toHaveLength(20));
});
