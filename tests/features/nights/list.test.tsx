import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ALL_NIGHTS } from '@/domain/nightFilter';
import NightPage from '@/features/nights/NightPage';
import Nights from '@/features/nights/Nights';
import type { Language } from '@/i18n/translator';
import { useNightList } from '@/stores/nightList';
import { householdDatabase } from '../../support/database';
import { at, DAD, entry, incident, wakeUp, ZOE } from '../../support/factories';
import { illnessEpisode } from '../../support/health';
import { selfSettledIncident } from '../../support/metrics';
import { screenStarter, setNow } from '../../support/screen';

const startScreen = screenStarter(['/nights', Nights], ['/nights/:night', NightPage]);

afterEach(() => useNightList.setState({ filter: ALL_NIGHTS, view: 'list' }));

/** Three nights: Léo hungry for 20 minutes, Zoé’s nightmare with Dad, Léo awake for two hours. */
const threeNights = [
  wakeUp('02:43', '03:03', { causeId: 'hunger' }),
  incident([entry('detected', at('2026-11-16 04:00')), entry('resolved', at('2026-11-16 04:10'), { by: DAD })], {
    id: 'nightmare',
    childId: ZOE,
    causeId: 'nightmare',
  }),
  incident([entry('detected', at('2026-11-15 01:00')), entry('resolved', at('2026-11-15 03:00'))], { id: 'long' }),
];

async function openList(language: Language = 'en') {
  setNow('09:00');
  const db = await householdDatabase(threeNights);
  await db.episodes.put(illnessEpisode('2026-11-15', '2026-11-15', { childId: ZOE }));
  const started = await startScreen({ db, hash: '#/nights', language });
  await screen.findByRole('link', { name: /20\smin/ });
  return started;
}

const nightsShown = () =>
  within(screen.getByRole('main'))
    .getAllByRole('link')
    .map((link) => /nights\/(\d{4}-\d\d-\d\d)$/.exec(link.getAttribute('href') ?? '')?.[1])
    .filter(Boolean);

/** Opens the sheet, touches these buttons, each in its group or alone, and closes the sheet. */
async function choose(...choices: [group: string | null, name: string][]) {
  await userEvent.click(screen.getByRole('button', { name: /^All nights|, / }));
  for (const [group, name] of choices) {
    const sheet = within(screen.getByRole('dialog'));
    const within_ = group === null ? sheet : within(sheet.getByRole('group', { name: group }));
    await userEvent.click(within_.getByRole('button', { name }));
  }
  await userEvent.click(screen.getByRole('button', { name: 'Show' }));
}

describe('the filters of the list', () => {
  it.each<[string, [string | null, string][], string[]]>([
    ['cause', [['Cause', 'Hunger']], ['2026-11-16']],
    ['child', [['Who woke', 'Zoé']], ['2026-11-15']],
    ['who was up', [['Who was up', 'Dad']], ['2026-11-15']],
    ['illness', [[null, 'With an illness']], ['2026-11-15']],
    ['being bad', [[null, 'Bad ones']], ['2026-11-14']],
    [
      'child and who was up',
      [
        ['Who woke', 'Léo'],
        ['Who was up', 'Mum'],
      ],
      ['2026-11-16', '2026-11-14'],
    ],
  ])('leave the nights by %s', async (_what, choices, nights) => {
    await openList();
    expect(nightsShown()).toEqual(['2026-11-16', '2026-11-15', '2026-11-14']);
    await choose(...choices);
    await waitFor(() => expect(nightsShown()).toEqual(nights));
  });

  it('say what is chosen, which nights are bad, and where the list ends', async () => {
    await openList();
    await choose([null, 'Bad ones'], ['Who was up', 'Dad']);
    expect(screen.getByRole('button', { name: 'Bad ones, Dad' })).toBeInTheDocument();
    expect(nightsShown()).toEqual([]);
    expect(screen.getByText(/That is all there is, back to .*14 Nov/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Bad ones, Dad' }));
    // A tenth of eleven hours.
    expect(screen.getByText(/awake for longer than your objective allows, about 1\sh\s06 a night/)).toBeInTheDocument();
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'All nights' }));
    await waitFor(() => expect(nightsShown()).toHaveLength(3));
  });

  it('stay after a reload of the window', async () => {
    useNightList.getState().set({ filter: { ...ALL_NIGHTS, bad: true }, view: 'calendar' });
    vi.resetModules();
    const reloaded = (await import('@/stores/nightList')).useNightList.getState();
    expect(reloaded).toMatchObject({ filter: { bad: true }, view: 'calendar' });
  });
});

describe('the calendar', () => {
  it('shows each night with its minutes awake, in the column of its weekday', async () => {
    await openList();
    await userEvent.click(screen.getByRole('button', { name: 'Calendar' }));
    const night = await screen.findByRole('link', { name: /^Mon\s16\sNov: 1 wake-up · 20\smin awake$/ });
    expect(night).toHaveTextContent(/^1620$/);
    // The first night of the log was a Saturday.
    const first = screen.getByRole('link', { name: /^Sat\s14\sNov/ });
    expect(first.closest('li')).toHaveStyle({ gridColumnStart: '6' });
    expect([first, night].map((link) => link.getAttribute('data-shade'))).toEqual(['4', '1']);
    await userEvent.click(night);
    expect(await screen.findByRole('heading', { level: 1, name: /^Night of/ })).toBeInTheDocument();
  });

  it('has no shade for a night that is not looked for', async () => {
    await openList();
    await userEvent.click(screen.getByRole('button', { name: 'Calendar' }));
    await choose(['Cause', 'Hunger']);
    const pale = await screen.findAllByRole('link', { name: /Nov: / });
    expect(pale.map((link) => link.getAttribute('data-pale'))).toEqual(['true', 'true', 'false']);
  });
});

describe('the list', () => {
  it('opens the night of a date', async () => {
    await openList();
    const field = screen.getByLabelText('Go to a night');
    expect(field).toHaveAttribute('min', '2026-11-14');
    await userEvent.type(field, '2026-11-15');
    expect(await screen.findByRole('heading', { level: 1, name: /15\sNov/ })).toBeInTheDocument();
  });

  it('calls a night with only a false alarm so, and not a wake-up', async () => {
    setNow('09:00');
    await startScreen({ db: await householdDatabase([selfSettledIncident('23:00', 25)]), hash: '#/nights' });
    expect(await screen.findByRole('link', { name: /^Last night ?a false alarm/ })).toBeInTheDocument();
  });

  it('leads to what was deleted', async () => {
    await openList();
    expect(screen.getByRole('link', { name: 'Deleted things' })).toHaveAttribute('href', '#/household/deleted');
  });

  it('speaks French', async () => {
    await openList('fr');
    await userEvent.click(screen.getByRole('button', { name: 'Toutes les nuits' }));
    expect(screen.getByText(/^Les mauvaises : plus d’éveil/)).toBeInTheDocument();
  });
});

describe('the sentence of a night', () => {
  const sentenceOf = async (incidents: Parameters<typeof householdDatabase>[0], language: Language = 'en') => {
    setNow('09:00');
    await startScreen({ db: await householdDatabase(incidents), hash: '#/nights/2026-11-16', language });
    const figures = await screen.findByLabelText(/The night in figures|La nuit en chiffres/);
    return figures.previousElementSibling?.textContent?.replace(/\s/g, ' ');
  };
  const up = (from: string, to: string, by: string) =>
    incident([entry('detected', from), entry('acknowledged', from, { by }), entry('resolved', to, { by })], {
      id: from,
    });

  it('says who was up, how often, how long, and the longest', async () => {
    const three = [up('22:00', '22:26', 'mum'), up('01:00', '01:10', 'mum'), up('03:00', '03:38', 'mum')];
    expect(await sentenceOf([...three, up('05:00', '05:12', DAD)])).toBe(
      'Mum was up 3 times, 1 h 14; the longest 38 min. Dad was up once, 12 min.',
    );
  });

  it('says so in French, without a gender that nobody told', async () => {
    expect(await sentenceOf([up('22:00', '22:26', 'mum'), up('03:00', '03:38', 'mum')], 'fr')).toBe(
      'Mum : 2 levers, 1 h 04 en tout ; le plus long, 38 min.',
    );
  });

  it('gives no duration if nobody knows when they got up', async () => {
    expect(await sentenceOf([wakeUp('02:43', '03:03')])).toBe('Mum was up once.');
  });

  it('says that nobody said who was up', async () => {
    const unknown = incident([entry('detected', '04:00'), entry('resolved', '04:20', { by: null })]);
    expect(await sentenceOf([unknown])).toBe('Nobody said who was up.');
  });
});

it('says of a cry who logged it, not who woke', async () => {
  setNow('09:00');
  const log = incident([entry('detected', '02:43', { by: 'mum' }), entry('resolved', '03:03')]);
  await startScreen({ db: await householdDatabase([log]), hash: '#/nights/2026-11-16' });
  expect(await screen.findByText('logged by Mum')).toBeInTheDocument();
});
