import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Instant } from '@/lib/time';
import { itIs, startApp } from '../../support/app';
import { householdDatabase } from '../../support/database';
import { at, DAD, entry, incident, MUM, nightRow, tonightAt, wakeUp, ZOE } from '../../support/factories';

const plain = (element: Element) => element.textContent?.replace(/\s/g, ' ');

/** Each hour with its lines, as they are read. */
async function hours() {
  const section = await screen.findByRole('region', { name: 'Hour by hour' });
  return within(section)
    .getAllByRole('heading', { level: 3 })
    .map((heading) => [
      plain(heading),
      ...within(heading.closest('li') ?? section)
        .getAllByRole('link')
        .map(plain),
    ]);
}

const figures = () =>
  Object.fromEntries(
    within(screen.getByLabelText('The night in figures'))
      .getAllByRole('term')
      .map((term) => [plain(term), plain(term.nextElementSibling ?? term)]),
  );

describe('the figures of a night', () => {
  it('are those of this night alone', async () => {
    itIs('09:00');
    const log = [wakeUp('23:00', '23:10'), wakeUp('02:43', '03:03'), wakeUp('04:00', '04:30')];
    const before = incident([entry('detected', at('2026-11-16 02:00')), entry('resolved', at('2026-11-16 05:00'))], {
      id: 'the night before',
    });
    await startApp({ db: await householdDatabase([before, ...log]), hash: '#/nights/2026-11-16' });
    await screen.findByLabelText('The night in figures');
    // 60 of 660 minutes awake; the longest quiet is 23:10 to 2:43.
    expect(figures()).toEqual({
      'Wake-ups': '3',
      Awake: '1 h 00',
      'Longest stretch': '3 h 33',
      'Sleep availability': '90.9%',
      'Recovery, median': '20 min',
    });
  });

  it('of a quiet one have no recovery', async () => {
    itIs('09:00');
    const db = await householdDatabase();
    await db.nights.put(nightRow({ quiet: true }));
    await startApp({ db, hash: '#/nights/2026-11-16' });
    await screen.findByLabelText('The night in figures');
    expect(figures()).toMatchObject({ 'Wake-ups': '0', 'Sleep availability': '100%', 'Recovery, median': '–' });
  });

  it('are not there where nobody logged anything', async () => {
    itIs('09:00');
    await startApp({ hash: '#/nights/2026-11-16' });
    expect(await screen.findByText('not logged', { selector: 'p' })).toBeInTheDocument();
    expect(screen.queryByLabelText('The night in figures')).not.toBeInTheDocument();
  });
});

describe('the picture of a night', () => {
  it('is named, and says in its legend who has which mark', async () => {
    itIs('09:00');
    const unknown = incident([entry('detected', '04:00'), entry('resolved', '04:20', { by: null })], { id: 'unknown' });
    await startApp({ db: await householdDatabase([wakeUp('02:43', '03:03'), unknown]), hash: '#/nights/2026-11-16' });
    const picture = await screen.findByRole('img', { name: /^Mon\s16\sNov, 20:00 to 07:00/ });
    const legend = within(picture.closest('figure') ?? picture)
      .getAllByRole('listitem')
      .map(plain);
    expect(legend).toEqual(['DDad', 'MMum', 'nobody said who', 'L: Léo', 'Z: Zoé']);
  });
});

describe('hour by hour', () => {
  it('tells the lines of all wake-ups in their order, and for whom they were', async () => {
    itIs('09:00');
    const ofLeo = incident([
      entry('detected', '02:43'),
      entry('acknowledged', '02:50', { by: MUM }),
      entry('resolved', '03:03', { by: MUM }),
    ]);
    const ofZoe = incident(
      [entry('detected', '02:45'), entry('remedy', '02:55', { by: DAD, remedy: 'cuddle' }), entry('resolved', '03:10')],
      { id: 'zoe woke', childId: ZOE },
    );
    await startApp({ db: await householdDatabase([ofLeo, ofZoe]), hash: '#/nights/2026-11-16' });
    expect(await hours()).toEqual([
      ['02:00', '02:43Léo wokeLéoL', '02:45Zoé wokeZoéZ', '02:50Mum got upLéoL', '02:55Cuddleby DadZoéZ'],
      ['03:00', '03:03Asleep againby MumLéoL', '03:10Asleep againby MumZoéZ'],
    ]);
  });

  it('says which times are guesses, and leads to the wake-up', async () => {
    itIs('09:00');
    const guessed = incident([entry('detected', '02:43', { estimated: true }), entry('resolved', '03:03')]);
    await startApp({ db: await householdDatabase([guessed]), hash: '#/nights/2026-11-16' });
    expect(await hours()).toEqual([
      ['02:00', '02:43Léo wokeestimated'],
      ['03:00', '03:03Asleep againby Mum'],
    ]);
    await userEvent.click(screen.getByRole('link', { name: /02:43.*Léo woke/ }));
    expect(await screen.findByRole('heading', { name: 'What happened' })).toBeInTheDocument();
  });

  it('tells two o’clock twice in the night in which the clocks go back', async () => {
    itIs(at('2026-10-25 09:00'));
    const first = at('2026-10-25 02:40');
    const later = (minutes: number) => (first + minutes * 60_000) as Instant;
    const log = incident([
      entry('detected', at('2026-10-25 01:50')),
      entry('acknowledged', first),
      entry('remedy', later(50)),
      entry('resolved', later(90)),
    ]);
    await startApp({ db: await householdDatabase([log]), hash: '#/nights/2026-10-24' });
    expect(await hours()).toEqual([
      ['01:00', '01:50Léo woke'],
      ['02:00, first time', '02:40Mum got up'],
      ['02:00, once more: the clocks went back', '02:30Feedby Mum'],
      ['03:00', '03:10Asleep againby Mum'],
    ]);
  });

  it('is not there in a night in which nothing happened', async () => {
    itIs('09:00');
    const db = await householdDatabase();
    await db.nights.put(nightRow({ bedtimeAt: tonightAt('20:30') }));
    await startApp({ db, hash: '#/nights/2026-11-16' });
    await screen.findByLabelText('The night in figures');
    expect(screen.queryByRole('heading', { name: 'Hour by hour' })).not.toBeInTheDocument();
  });
});
