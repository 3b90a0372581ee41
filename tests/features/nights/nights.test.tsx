import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import IncidentPage from '@/features/nights/IncidentPage';
import NightPage from '@/features/nights/NightPage';
import Nights from '@/features/nights/Nights';
import { householdDatabase } from '../../support/database';
import { at, entry, incident, nightRow, tonightAt, wakeUp, ZOE } from '../../support/factories';
import { illnessEpisode } from '../../support/health';
import { screenStarter, setNow, statusText } from '../../support/screen';

const startScreen = screenStarter(
  ['/nights', Nights],
  ['/nights/:night', NightPage],
  ['/nights/:night/:incidentId', IncidentPage],
);

const now = tonightAt('09:00');
const fillTime = async (label: string | RegExp, time: string) => {
  const field = within(screen.getByRole('dialog')).getByLabelText(label);
  await userEvent.clear(field);
  await userEvent.type(field, time);
};
const save = () => userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Save' }));

describe('the list of nights', () => {
  it('lists each logged night, and a run of nights without a log as one item', async () => {
    setNow(now);
    const log = [
      wakeUp('02:43', '03:03'),
      incident([entry('detected', at('2026-11-09 02:00')), entry('resolved', at('2026-11-09 02:20'))], { id: 'older' }),
    ];
    await startScreen({ db: await householdDatabase(log), hash: '#/nights' });
    const lines = (await screen.findAllByRole('listitem')).map(({ textContent }) => textContent?.replace(/\s/g, ' '));
    expect(lines).toEqual([
      'Last night1 wake-up · 20 min awake',
      'Mon 9 Nov – Sun 15 Nov7 nights not logged',
      'Sun 8 Nov1 wake-up · 20 min awake',
    ]);
  });

  it('explains what the list will show while it is empty', async () => {
    setNow(now);
    await startScreen({ hash: '#/nights' });
    expect(await screen.findByText(/^Each night will stand here/)).toBeInTheDocument();
  });

  it('names the illnesses of a night, for each child', async () => {
    setNow(now);
    const db = await householdDatabase([wakeUp('02:43', '03:03')]);
    await db.episodes.bulkPut([
      illnessEpisode('2026-11-14', null),
      illnessEpisode('2026-11-16', '2026-11-16', { label: '', kind: 'ear', childId: ZOE }),
      illnessEpisode('2026-11-10', '2026-11-15', { label: 'Gone' }),
    ]);
    await startScreen({ db, hash: '#/nights' });
    const line = await screen.findByRole('link', { name: /Cold · Léo/ });
    expect(line).toHaveTextContent(/Last night.*Cold · Léo.*Ear · Zoé/);
    expect(line).not.toHaveTextContent('Gone');
  });

  it('shows a night with only a bedtime as a night in which nobody woke', async () => {
    setNow(now);
    const db = await householdDatabase();
    await db.nights.put(nightRow({ bedtimeAt: tonightAt('20:30') }));
    await startScreen({ db, hash: '#/nights' });
    expect(await screen.findByRole('link', { name: /nobody woke/ })).toBeInTheDocument();
  });
});

describe('a night', () => {
  it('shows the wake-ups of the night, and marks estimated times', async () => {
    setNow(now);
    const estimatedIncident = incident([entry('detected', '02:43', { estimated: true }), entry('resolved', '03:03')], {
      causeId: 'hunger',
      note: 'a tooth?',
    });
    const openIncident = incident([entry('detected', '08:30')], { id: 'still', childId: ZOE });
    await startScreen({ db: await householdDatabase([estimatedIncident, openIncident]), hash: '#/nights/2026-11-16' });
    expect(await screen.findByRole('link', { name: /Léo · about 02:43 – 03:03/ })).toHaveTextContent(
      /20\smin.*Mum · Asleep again · Hunger · “a tooth\?”/,
    );
    // An open incident has no recovery time to show.
    expect(screen.getByRole('link', { name: /Zoé · awake since 08:30/ })).not.toHaveTextContent(/\d\s?(s|min)/);
  });

  it('stores bedtime and morning, and refuses a morning before bedtime with an error at the field', async () => {
    setNow(now);
    const { db } = await startScreen({ hash: '#/nights/2026-11-16' });
    await userEvent.click(await screen.findByRole('button', { name: /Bedtime/ }));
    await fillTime('At', '20:40');
    await save();
    await waitFor(() => expect(statusText()).toMatch('Bedtime · 20:40'));
    await userEvent.click(screen.getByRole('button', { name: /^Up/ }));
    await fillTime('At', '20:10');
    await save();
    expect(await screen.findByRole('alert')).toHaveTextContent('The end is before the beginning.');
    expect(await db.nights.toArray()).toMatchObject([{ bedtimeAt: tonightAt('20:40'), morningAt: null }]);
  });

  it.each(['2026-02-30', '9999-12-31', '2200-01-01', '1969-12-31', '0000-00-00', '-1', '10000-01-01'])(
    'shows that there is no such night when the address has the date %s',
    async (date) => {
      setNow(now);
      await startScreen({ hash: `#/nights/${date}` });
      expect(await screen.findByText('There is no such night.')).toBeInTheDocument();
    },
  );
});

describe('a past wake-up', () => {
  it('adds a past wake-up with an estimated time and with the caregiver who got up', async () => {
    setNow(now);
    const { db } = await startScreen({ hash: '#/nights/2026-11-16' });
    await userEvent.click(await screen.findByRole('button', { name: 'Add a wake-up' }));
    const sheet = within(screen.getByRole('dialog'));
    await userEvent.click(sheet.getByRole('button', { name: 'Zoé' }));
    await fillTime('Began at', '04:10');
    await userEvent.click(sheet.getByRole('button', { name: 'The beginning is a guess' }));
    await fillTime('Ended at', '04:25');
    await userEvent.click(sheet.getByRole('button', { name: 'Dad' }));
    await save();
    expect(await screen.findByRole('link', { name: /Zoé · about 04:10 – 04:25/ })).toHaveTextContent(
      'Dad · Asleep again',
    );
    expect(await db.incidents.toArray()).toMatchObject([
      {
        childId: ZOE,
        timeline: [
          { kind: 'detected', via: 'backfill', estimated: true, at: tonightAt('04:10') },
          { kind: 'resolved', by: 'dad', estimated: false, at: tonightAt('04:25') },
        ],
      },
    ]);
  });
});

describe('a wake-up', () => {
  const open = async () => {
    setNow(now);
    const log = incident([entry('detected', '02:43'), entry('remedy', '02:50'), entry('resolved', '03:03')]);
    const startedScreen = await startScreen({
      db: await householdDatabase([log]),
      hash: '#/nights/2026-11-16/incident',
    });
    await screen.findByRole('heading', { name: 'What happened' });
    return startedScreen;
  };
  const readLines = () =>
    within(screen.getByRole('region', { name: 'What happened' }))
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);

  it('shows the timeline line by line', async () => {
    await open();
    expect(readLines()).toEqual(['02:43Léo woke', '02:50Feedby Mum', '03:03Asleep againby Mum']);
  });

  it.each([
    ['Got up', 'Dad', 'Dad got up'],
    ['Woke the other one', 'Dad', 'Waking Dad'],
    ['Didn’t wake', 'Dad', 'Dad didn’t wake'],
    ['Tried something', 'Song', 'Song'],
    ['Back to bed', 'Mum', 'Mum back to bed'],
  ])('adds a line to the timeline: %s', async (kind, choice, line) => {
    await open();
    await userEvent.click(screen.getByRole('button', { name: 'Add a line' }));
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: kind }));
    await fillTime('At', '02:55');
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: choice }));
    await save();
    await waitFor(() => expect(readLines()[2]).toContain(`02:55${line}`));
  });

  it('refuses to remove the first line, and shows the reason', async () => {
    await open();
    await userEvent.click(screen.getByRole('button', { name: /Léo woke/ }));
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Delete' }));
    expect(await within(screen.getByRole('dialog')).findByRole('alert')).toHaveTextContent(
      'A wake-up needs its beginning. Delete the whole wake-up instead.',
    );
  });

  it('removes a line, and undo brings it back', async () => {
    await open();
    await userEvent.click(screen.getByRole('button', { name: /Feed/ }));
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(readLines()).toHaveLength(2));
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(readLines()).toHaveLength(3));
  });

  it('saves the note when the button is tapped', async () => {
    const { db } = await open();
    await userEvent.type(screen.getByLabelText('Note'), ' a tooth? ');
    await userEvent.click(screen.getByRole('button', { name: 'Save the note' }));
    await waitFor(async () => expect(await db.incidents.get('incident')).toMatchObject({ note: 'a tooth?' }));
  });
});
