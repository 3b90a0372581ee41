import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import IncidentPage from '@/features/nights/IncidentPage';
import NightPage from '@/features/nights/NightPage';
import type { Instant } from '@/lib/time';
import { householdDatabase } from '../../support/database';
import { at, DAD, entry, incident, MUM, nightRow, tonightAt, toWallTime, wakeUp, ZOE } from '../../support/factories';
import { illnessEpisode } from '../../support/health';
import { screenStarter, setNow } from '../../support/screen';

const startScreen = screenStarter(['/nights/:night', NightPage], ['/nights/:night/:incidentId', IncidentPage]);

const textOf = (element: Element) => element.textContent?.replace(/\s/g, ' ');

/** Returns each hour with the texts of its lines. */
async function readHours() {
  const section = await screen.findByRole('region', { name: 'Hour by hour' });
  return within(section)
    .getAllByRole('heading', { level: 3 })
    .map((heading) => [
      textOf(heading),
      ...within(heading.closest('li') ?? section)
        .getAllByRole('link')
        .map(textOf),
    ]);
}

const readFigures = () =>
  Object.fromEntries(
    within(screen.getByLabelText('The night in figures'))
      .getAllByRole('term')
      .map((term) => [textOf(term), textOf(term.nextElementSibling ?? term)]),
  );

describe('the figures of a night', () => {
  it('computes the figures from this night alone', async () => {
    setNow('09:00');
    const log = [wakeUp('23:00', '23:10'), wakeUp('02:43', '03:03'), wakeUp('04:00', '04:30')];
    const earlierIncident = incident(
      [entry('detected', at('2026-11-16 02:00')), entry('resolved', at('2026-11-16 05:00'))],
      {
        id: 'the night before',
      },
    );
    await startScreen({ db: await householdDatabase([earlierIncident, ...log]), hash: '#/nights/2026-11-16' });
    await screen.findByLabelText('The night in figures');
    // The children were awake for 60 of 660 minutes; the longest quiet stretch is 23:10 to 02:43.
    expect(readFigures()).toEqual({
      'Wake-ups': '3',
      Awake: '1 h 00',
      'Longest stretch': '3 h 33',
      'Sleep availability': '90.9%',
      'Recovery, median': '20 min',
    });
  });

  it('shows a dash for the time to recovery of a quiet night', async () => {
    setNow('09:00');
    const db = await householdDatabase();
    await db.nights.put(nightRow({ quiet: true }));
    await startScreen({ db, hash: '#/nights/2026-11-16' });
    await screen.findByLabelText('The night in figures');
    expect(readFigures()).toMatchObject({ 'Wake-ups': '0', 'Sleep availability': '100%', 'Recovery, median': '–' });
  });

  it('shows no figures when nobody logged anything', async () => {
    setNow('09:00');
    await startScreen({ hash: '#/nights/2026-11-16' });
    expect(await screen.findByText('not logged', { selector: 'p' })).toBeInTheDocument();
    expect(screen.queryByLabelText('The night in figures')).not.toBeInTheDocument();
  });
});

describe('the illnesses of a night', () => {
  it('names each illness with its day, and links to the health page', async () => {
    setNow('09:00');
    const db = await householdDatabase([wakeUp('02:43', '03:03')]);
    await db.episodes.bulkPut([
      illnessEpisode('2026-11-14', null),
      illnessEpisode('2026-11-16', null, { label: 'Ear', childId: ZOE }),
    ]);
    await startScreen({ db, hash: '#/nights/2026-11-16' });
    const link = await screen.findByRole('link', { name: /Cold/ });
    expect([...link.children].map(textOf)).toEqual(['Léo: Cold, day 3', 'Zoé: Ear, day 1']);
    expect(link).toHaveAttribute('href', '#/household/health');
  });

  it('leaves out an illness that began after midnight', async () => {
    setNow('09:00');
    const db = await householdDatabase([wakeUp('02:43', '03:03')]);
    await db.episodes.put(illnessEpisode('2026-11-17', null));
    await startScreen({ db, hash: '#/nights/2026-11-16' });
    await screen.findByLabelText('The night in figures');
    expect(screen.queryByRole('link', { name: /Cold/ })).toBeNull();
  });
});

/**
 * Returns the facts of the night about who was on call and who was up, and those of each caregiver.
 */
async function readOnCallSection() {
  const section = await screen.findByRole('region', { name: /On call, and up|D’astreinte, et debout/ });
  const pairs = (list: Element | null) =>
    Object.fromEntries(
      [...(list?.children ?? [])].map((pair) => [
        textOf(pair.querySelector('dt') ?? pair),
        [...pair.querySelectorAll('dd')].map((cell) =>
          cell.children.length === 0 ? textOf(cell) : [...cell.children].map(textOf).join(', '),
        ),
      ]),
    );
  const people = within(section).queryAllByRole('article');
  return {
    section,
    night: pairs(section.querySelector('dl')),
    people: people.map((person) => ({
      name: textOf(within(person).getByRole('heading')),
      ...pairs(person.querySelector('dl')),
    })),
    texts: people.map((person) => textOf(person) ?? ''),
  };
}

describe('who was on call, and who was up', () => {
  const dadUntilThree = { primary: DAD, secondary: MUM, handoverAt: toWallTime('03:00') };
  const threeIncidents = [
    incident(
      [
        entry('detected', '22:00'),
        entry('escalated', '22:01', { to: DAD }),
        entry('acknowledged', '22:02', { by: DAD }),
        entry('resolved', '22:12', { by: DAD }),
      ],
      { id: 'first', runbookId: 'standard' },
    ),
    incident(
      [
        entry('detected', '02:40'),
        entry('escalated', '02:41', { to: DAD }),
        entry('noResponse', '02:43', { by: DAD }),
        entry('acknowledged', '02:44', { by: MUM }),
        entry('resolved', '03:04', { by: MUM }),
      ],
      { id: 'second', runbookId: 'standard' },
    ),
    incident([entry('detected', '02:50'), entry('resolved', '03:00', { by: MUM })], { id: 'third', childId: ZOE }),
  ];

  it('shows the rota, the caregivers, the results of their calls, the runbooks and double incidents', async () => {
    setNow('09:00');
    const db = await householdDatabase(threeIncidents);
    await db.nights.put(nightRow({ onCall: dadUntilThree }));
    await db.runbooks.put({
      id: 'standard',
      updatedAt: tonightAt('20:00'),
      deletedAt: tonightAt('20:10'),
      name: 'Standard',
      trigger: 'standard',
      steps: [],
    });
    await startScreen({ db, hash: '#/nights/2026-11-16' });
    const { night, people, texts } = await readOnCallSection();
    expect(night).toEqual({
      'As planned': ['Dad until 03:00, then Mum'],
      Runbooks: ['2 × Standard, 1 × Without a runbook'],
      // From 02:50 to 03:00.
      'Two at once': ['once, 10 min'],
    });
    expect(people).toEqual([
      {
        name: 'DDad',
        // 7 of 11 hours, and 1 of 3 interventions.
        Planned: ['63.6%, of the hours on call'],
        Actual: ['33.3%, 1 intervention, limit 5'],
        Awake: ['10 min'],
        'Woke when called': ['1 of 2, alerts'],
      },
      {
        name: 'MMum',
        Planned: ['36.4%, of the hours on call'],
        Actual: ['66.7%, 2 interventions, limit 5'],
        Awake: ['20 min'],
        'Woke when called': ['–, not called'],
      },
    ]);
    expect(texts[0]).toContain('Dad.exe stopped responding after 1.');
    expect(texts[1]).not.toContain('.exe');
    // The figures of this section come from too few cases, so they are muted.
    expect(document.querySelectorAll('article dd[data-few="true"]')).toHaveLength(3);
  });

  it('shows the patience at the end of the night, computed over seven nights with naps, as a game', async () => {
    setNow(at('2026-11-20 09:00'));
    // The evening before cost Mum 40 of 100. With this night alone she would be at 100.
    const long = incident(
      [entry('detected', at('2026-11-15 21:00'), { by: MUM }), entry('resolved', at('2026-11-16 04:00'), { by: MUM })],
      { id: 'long' },
    );
    const db = await householdDatabase([long]);
    await db.nights.put(nightRow({ quiet: true, bedtimeAt: tonightAt('23:30'), morningAt: tonightAt('00:10') }));
    const nap = { id: 'nap', updatedAt: at('2026-11-16 11:00'), deletedAt: null, caregiverId: MUM };
    await db.naps.put({ ...nap, startedAt: at('2026-11-16 14:00'), endedAt: at('2026-11-16 14:20') });
    await startScreen({ db, hash: '#/nights/2026-11-16' });
    const { texts, section } = await readOnCallSection();
    // Mum is at 60 at 04:00. Three whole hours until 07:00 give 24, and a nap of 20 minutes gives
    // 5. The 40 minutes of the night that are left are less than an hour and give nothing.
    expect(texts[1]).toContain('Patience after seven nights89 / 100');
    expect(texts[0]).toContain('100 / 100');
    expect(textOf(section)).toContain('Patience is a game, not a figure');
  });

  it('shows who was over their limit, and who never answered a call', async () => {
    setNow('09:00');
    const nine = Array.from({ length: 9 }, (_, index) =>
      incident(
        [
          entry('detected', `0${Math.floor(index / 2)}:${index % 2 ? '30' : '00'}`),
          entry('escalated', `0${Math.floor(index / 2)}:${index % 2 ? '31' : '01'}`, { to: DAD }),
          entry('noResponse', `0${Math.floor(index / 2)}:${index % 2 ? '32' : '02'}`, { by: DAD }),
          entry('resolved', `0${Math.floor(index / 2)}:${index % 2 ? '40' : '10'}`, { by: MUM }),
        ],
        { id: `wake ${index}` },
      ),
    );
    await startScreen({ db: await householdDatabase(nine), hash: '#/nights/2026-11-16' });
    const { night, people, texts } = await readOnCallSection();
    expect(night['As planned']).toEqual(['No rota said who.']);
    expect(night['Two at once']).toEqual(['never']);
    expect(people[1]).toMatchObject({ Planned: ['–'], Actual: ['100%, 9 interventions, over the limit of 5'] });
    expect(people[0]).toMatchObject({ 'Woke when called': ['0 of 9, alerts'] });
    expect(texts[0]).toContain('Dad.exe stopped responding after 0.');
  });

  it('shows only the planned caregivers in a night that nobody logged', async () => {
    setNow('09:00');
    const db = await householdDatabase();
    await db.nights.put(nightRow({ onCall: { primary: MUM, secondary: null, handoverAt: null } }));
    await startScreen({ db, hash: '#/nights/2026-11-16' });
    const { night, people } = await readOnCallSection();
    expect({ night, people }).toEqual({ night: { 'As planned': ['Mum'] }, people: [] });
  });

  it('shows the section in French', async () => {
    setNow('09:00');
    const db = await householdDatabase(threeIncidents);
    await db.nights.put(nightRow({ onCall: { ...dadUntilThree, secondary: null } }));
    await startScreen({ db, language: 'fr', hash: '#/nights/2026-11-16' });
    const { night, texts } = await readOnCallSection();
    expect(night.Prévu).toEqual(['Dad jusqu’à 03:00, puis personne']);
    expect(night['Deux à la fois']).toEqual(['une fois, 10 min']);
    expect(night.Procédures).toEqual(['2 × Une procédure disparue, 1 × Sans procédure']);
    expect(texts[0]).toContain('Dad.exe ne répond plus après 1.');
  });
});

describe('the picture of a night', () => {
  it('gives the picture a name, and a legend of the caregivers and children', async () => {
    setNow('09:00');
    const unknown = incident([entry('detected', '04:00'), entry('resolved', '04:20', { by: null })], { id: 'unknown' });
    await startScreen({
      db: await householdDatabase([wakeUp('02:43', '03:03'), unknown]),
      hash: '#/nights/2026-11-16',
    });
    const picture = await screen.findByRole('img', { name: /^Mon\s16\sNov, 20:00 to 07:00/ });
    const legend = within(picture.closest('figure') ?? picture)
      .getAllByRole('listitem')
      .map(textOf);
    expect(legend).toEqual(['DDad', 'MMum', 'nobody said who', 'L: Léo', 'Z: Zoé']);
  });
});

describe('the night hour by hour', () => {
  it('lists the lines of all wake-ups in chronological order, with the child', async () => {
    setNow('09:00');
    const incidentOfLeo = incident([
      entry('detected', '02:43'),
      entry('acknowledged', '02:50', { by: MUM }),
      entry('resolved', '03:03', { by: MUM }),
    ]);
    const incidentOfZoe = incident(
      [entry('detected', '02:45'), entry('remedy', '02:55', { by: DAD, remedy: 'cuddle' }), entry('resolved', '03:10')],
      { id: 'zoe woke', childId: ZOE },
    );
    await startScreen({ db: await householdDatabase([incidentOfLeo, incidentOfZoe]), hash: '#/nights/2026-11-16' });
    expect(await readHours()).toEqual([
      ['02:00', '02:43Léo woke', '02:45Zoé woke', '02:50Mum got upLéo', '02:55CuddleZoé · by Dad'],
      ['03:00', '03:03Asleep againLéo · by Mum', '03:10Asleep againZoé · by Mum'],
    ]);
  });

  it('marks estimated times, and links to the wake-up', async () => {
    setNow('09:00');
    const estimatedIncident = incident([entry('detected', '02:43', { estimated: true }), entry('resolved', '03:03')]);
    await startScreen({ db: await householdDatabase([estimatedIncident]), hash: '#/nights/2026-11-16' });
    expect(await readHours()).toEqual([
      ['02:00', '02:43Léo wokeestimated'],
      ['03:00', '03:03Asleep againby Mum'],
    ]);
    await userEvent.click(screen.getByRole('link', { name: /02:43.*Léo woke/ }));
    expect(await screen.findByRole('heading', { name: 'What happened' })).toBeInTheDocument();
  });

  it('shows 02:00 twice in the night in which the clocks go back', async () => {
    setNow(at('2026-10-25 09:00'));
    const first = at('2026-10-25 02:40');
    const later = (minutes: number) => (first + minutes * 60_000) as Instant;
    const log = incident([
      entry('detected', at('2026-10-25 01:50')),
      entry('acknowledged', first),
      entry('remedy', later(50)),
      entry('resolved', later(90)),
    ]);
    await startScreen({ db: await householdDatabase([log]), hash: '#/nights/2026-10-24' });
    expect(await readHours()).toEqual([
      ['01:00', '01:50Léo woke'],
      ['02:00, first time', '02:40Mum got up'],
      ['02:00, once more: the clocks went back', '02:30Feedby Mum'],
      ['03:00', '03:10Asleep againby Mum'],
    ]);
  });

  it('shows no list of hours when nothing happened', async () => {
    setNow('09:00');
    const db = await householdDatabase();
    await db.nights.put(nightRow({ bedtimeAt: tonightAt('20:30') }));
    await startScreen({ db, hash: '#/nights/2026-11-16' });
    await screen.findByLabelText('The night in figures');
    expect(screen.queryByRole('heading', { name: 'Hour by hour' })).not.toBeInTheDocument();
  });
});
