import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Observation } from '@/domain/health/observation';
import type { Episode } from '@/domain/rows/others';
import HealthScreen from '@/features/health/HealthScreen';
import { HOUR_MS, type Instant } from '@/lib/time';
import { householdDatabase } from '../support/database';
import { at, day, LEO, tonightAt, ZOE, zoe } from '../support/factories';
import { dose, illnessEpisode, temperature } from '../support/health';
import { screenStarter, setNow, statusText } from '../support/screen';

const startScreen = screenStarter(['/household/health', HealthScreen]);

interface Log {
  episodes?: Episode[];
  observations?: Observation[];
  now?: Instant;
  language?: 'en' | 'fr';
}

/** Opens the screen on the morning of the 17th. */
async function open({ episodes = [], observations = [], now = tonightAt('09:00'), language = 'en' }: Log = {}) {
  setNow(now);
  const db = await householdDatabase();
  await db.episodes.bulkPut(episodes);
  await db.observations.bulkPut(observations);
  await startScreen({ db, language, hash: '#/household/health' });
  await screen.findByRole('heading', { level: 1, name: /Illness and medicine|Maladies et médicaments/ });
  return { db, user: userEvent.setup() };
}

const inRegion = (name: string) => within(screen.getByRole('region', { name }));
const openSheet = () => within(screen.getByRole('dialog'));
const plainText = (element: Element | null) => element?.textContent?.replace(/\s/g, ' ') ?? '';
const fill = (label: string, value: string) =>
  fireEvent.change(openSheet().getByLabelText(label), { target: { value } });
const save = () => userEvent.click(openSheet().getByRole('button', { name: 'Save' }));
const waitForSheetClosed = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

describe('the screen with nothing logged', () => {
  it('shows one sentence, and the buttons to add something for each child', async () => {
    await open();
    expect(screen.getByText(/^Nothing to report\./)).toBeInTheDocument();
    for (const child of ['Léo', 'Zoé'])
      for (const name of ['Add a temperature', 'Add a medicine', 'Add an illness'])
        expect(inRegion(child).getByRole('button', { name })).toBeInTheDocument();
  });

  it('hides an archived child, unless something was logged for that child', async () => {
    const { db } = await open();
    await db.children.put({ ...zoe, archived: true });
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Zoé' })).toBeNull());
    await db.episodes.put(illnessEpisode('2026-03-01', '2026-03-03', { childId: ZOE }));
    await screen.findByRole('region', { name: 'Zoé' });
    expect(inRegion('Zoé').queryByRole('button', { name: 'Add a temperature' })).toBeNull();
  });
});

describe('an illness', () => {
  it('adds an illness under the name of its kind when no name is given', async () => {
    const { db, user } = await open();
    await user.click(inRegion('Léo').getByRole('button', { name: 'Add an illness' }));
    await user.click(openSheet().getByRole('button', { name: 'Tummy bug' }));
    await save();
    await waitForSheetClosed();
    expect(statusText()).toMatch('Léo: Tummy bug');
    expect(await db.episodes.toArray()).toMatchObject([
      { childId: LEO, kind: 'gastro', label: 'Tummy bug', startDay: '2026-11-17', endDay: null },
    ]);
    const running = await inRegion('Léo').findByRole('article', { name: 'Tummy bug' });
    expect(plainText(running)).toContain('since Tue 17 Nov · day 1');
  });

  it('ends each of two overlapping illnesses separately, today or yesterday, with one tap', async () => {
    const episodes = [
      illnessEpisode('2026-11-14', null),
      illnessEpisode('2026-11-16', null, { kind: 'ear', label: 'Ear' }),
    ];
    const { db, user } = await open({ episodes });
    expect(inRegion('Léo').getAllByRole('article')).toHaveLength(2);
    const ear = within(inRegion('Léo').getByRole('article', { name: 'Ear' }));
    await user.click(ear.getByRole('button', { name: 'Over yesterday' }));
    await waitFor(() => expect(inRegion('Léo').getAllByRole('article')).toHaveLength(1));
    expect(statusText()).toMatch('Over: Ear');
    expect(await db.episodes.get('ill 2026-11-16')).toMatchObject({ endDay: '2026-11-16' });
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(inRegion('Léo').getAllByRole('article')).toHaveLength(2));
    await user.click(
      within(inRegion('Léo').getByRole('article', { name: 'Cold' })).getByRole('button', { name: 'Over today' }),
    );
    await waitFor(async () => expect(await db.episodes.get('ill 2026-11-14')).toMatchObject({ endDay: '2026-11-17' }));
  });

  it('does not offer to end yesterday an illness that began today', async () => {
    await open({ episodes: [illnessEpisode('2026-11-17', null)] });
    expect(inRegion('Léo').queryByRole('button', { name: 'Over yesterday' })).toBeNull();
    expect(inRegion('Léo').getByRole('button', { name: 'Over today' })).toBeInTheDocument();
  });

  it('changes an illness in its sheet, which shows an error at each invalid field', async () => {
    const { db, user } = await open({ episodes: [illnessEpisode('2026-11-14', null)] });
    await user.click(inRegion('Léo').getByRole('button', { name: /^Cold/ }));
    fill('First day', '2026-11-18');
    await save();
    expect(openSheet().getByLabelText('First day')).toHaveAccessibleDescription(/That day is still to come\./);
    fill('First day', '');
    await save();
    expect(openSheet().getByLabelText('First day')).toHaveAccessibleDescription(
      /A day with day, month and year, from 1970 to 2199\./,
    );
    fill('First day', '2026-11-10');
    await user.click(openSheet().getByRole('button', { name: 'Still going on' }));
    fill('Last day', '2026-11-09');
    await save();
    await waitFor(() =>
      expect(openSheet().getByLabelText('Last day')).toHaveAccessibleDescription(/The end is before the beginning\./),
    );
    fill('Last day', '2026-11-12');
    fill('What you call it', 'a'.repeat(201));
    await save();
    await waitFor(() =>
      expect(openSheet().getByLabelText('What you call it')).toHaveAccessibleDescription(/too long: 200 characters/),
    );
    expect(await db.episodes.toArray()).toMatchObject([{ startDay: '2026-11-14', endDay: null }]);
    fill('What you call it', 'The great cold');
    fill('Note', 'With a cough.');
    await save();
    await waitForSheetClosed();
    expect(await db.episodes.toArray()).toMatchObject([
      { label: 'The great cold', startDay: '2026-11-10', endDay: '2026-11-12', note: 'With a cough.' },
    ]);
  });

  it('deletes an illness, and undo brings it back', async () => {
    const { user } = await open({ episodes: [illnessEpisode('2026-11-14', null)] });
    await user.click(inRegion('Léo').getByRole('button', { name: /^Cold/ }));
    await user.click(openSheet().getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(inRegion('Léo').queryByRole('article')).toBeNull());
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await inRegion('Léo').findByRole('article', { name: 'Cold' })).toBeInTheDocument();
  });

  it('lists a past illness under its month, with the observations of its days', async () => {
    const { user } = await open({
      episodes: [
        illnessEpisode('2026-10-02', '2026-10-04'),
        illnessEpisode('2026-09-09', '2026-09-09', { label: '', kind: 'vaccine' }),
      ],
      observations: [
        temperature(at('2026-10-02 00:00'), 38.1, { id: 'first' }),
        dose(at('2026-10-04 23:59'), 6, { id: 'last' }),
        temperature(at('2026-10-05 00:00'), 36.9, { id: 'after' }),
      ],
    });
    const past = inRegion('Léo');
    expect(past.getAllByRole('heading', { level: 4 }).map(plainText)).toEqual(
      expect.arrayContaining(['October 2026', 'September 2026']),
    );
    expect(past.getByText('Wed 9 Sept, one day')).toBeInTheDocument();
    const cold = past.getByText('Cold').closest('details');
    if (!cold) throw new Error('no details');
    await user.click(past.getByText('Cold'));
    await waitFor(() =>
      expect(within(cold).getAllByRole('listitem').map(plainText)).toEqual(
        expect.arrayContaining(['23:59Paracetamol · 3 ml · every 6 h', '00:0038.1 °C']),
      ),
    );
    expect(plainText(cold)).not.toContain('36.9');
  });
});

it('adds one illness when “Save” is tapped twice', async () => {
  const { db, user } = await open();
  await user.click(inRegion('Léo').getByRole('button', { name: 'Add an illness' }));
  const button = openSheet().getByRole('button', { name: 'Save' });
  fireEvent.click(button);
  fireEvent.click(button);
  await waitForSheetClosed();
  // The count also waits for any write of the second tap.
  expect(await db.episodes.count()).toBe(1);
});

describe('a temperature', () => {
  it('adds a temperature with its time; an impossible value shows an error at the field', async () => {
    const { db, user } = await open();
    await user.click(inRegion('Léo').getByRole('button', { name: 'Add a temperature' }));
    for (const wrong of ['', 'hot', '52', '24,9']) {
      fill('Degrees Celsius', wrong);
      await save();
      await waitFor(() =>
        expect(openSheet().getByLabelText('Degrees Celsius')).toHaveAccessibleDescription(
          /A temperature from 25 to 45 °C\./,
        ),
      );
    }
    fill('Degrees Celsius', '38,9');
    fill('Day', '2026-11-16');
    fill('Time', '23:10');
    await save();
    await waitForSheetClosed();
    expect(await db.observations.toArray()).toMatchObject([{ celsius: 38.9, at: tonightAt('23:10') }]);
    expect(plainText(await inRegion('Léo').findByRole('button', { name: /38.9/ }))).toBe('23:1038.9 °C');
  });

  it('refuses a time in the future with an error at the field', async () => {
    const { db, user } = await open();
    await user.click(inRegion('Léo').getByRole('button', { name: 'Add a temperature' }));
    fill('Degrees Celsius', '38.9');
    fill('Time', '09:30');
    await save();
    await waitFor(() =>
      expect(openSheet().getByLabelText('Day')).toHaveAccessibleDescription(/That is still to come\./),
    );
    expect(await db.observations.count()).toBe(0);
  });

  it('asks which of two equal times is meant in the hour repeated when the clocks go back', async () => {
    const { db, user } = await open();
    await user.click(inRegion('Léo').getByRole('button', { name: 'Add a temperature' }));
    fill('Degrees Celsius', '38.9');
    fill('Day', '2026-10-25');
    fill('Time', '02:30');
    await user.click(openSheet().getByRole('button', { name: /^The second/ }));
    await save();
    await waitForSheetClosed();
    expect(await db.observations.toArray()).toMatchObject([{ at: Date.parse('2026-10-25T01:30:00Z') }]);
  });

  it('moves a temperature to the other child, and deletes it', async () => {
    const { db, user } = await open({ observations: [temperature('03:10', 38.9)] });
    await user.click(await inRegion('Léo').findByRole('button', { name: /38.9/ }));
    await user.click(openSheet().getByRole('button', { name: 'Zoé' }));
    await save();
    await waitForSheetClosed();
    expect(await db.observations.toArray()).toMatchObject([{ childId: ZOE, at: tonightAt('03:10') }]);
    await user.click(await inRegion('Zoé').findByRole('button', { name: /38.9/ }));
    await user.click(openSheet().getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(inRegion('Zoé').queryByRole('button', { name: /38.9/ })).toBeNull());
  });
});

describe('a medicine', () => {
  it('fills in a medicine given before with one tap, and shows when the next dose may be given', async () => {
    const { db, user } = await open({ observations: [dose('21:00')] });
    await user.click(inRegion('Léo').getByRole('button', { name: 'Add a medicine' }));
    await user.click(await openSheet().findByRole('button', { name: /^Paracetamol/ }));
    await save();
    await waitForSheetClosed();
    expect(await db.observations.count()).toBe(2);
    expect(await inRegion('Léo').findByText('Paracetamol: not again before 15:00')).toBeInTheDocument();
  });

  it('adds one medicine when “Save” is tapped twice', async () => {
    const { db, user } = await open({ observations: [dose('21:00')] });
    await user.click(inRegion('Léo').getByRole('button', { name: 'Add a medicine' }));
    await user.click(await openSheet().findByRole('button', { name: /^Paracetamol/ }));
    const button = openSheet().getByRole('button', { name: 'Save' });
    fireEvent.click(button);
    fireEvent.click(button);
    await waitForSheetClosed();
    // The count also waits for any write of the second tap.
    expect(await db.observations.count()).toBe(2);
  });

  it('refuses a medicine without a name or with an invalid interval, with an error at the field', async () => {
    const { db, user } = await open();
    await user.click(inRegion('Léo').getByRole('button', { name: 'Add a medicine' }));
    fill('Every … hours, at most', '1001');
    await save();
    expect(openSheet().getByLabelText('Every … hours, at most')).toHaveAccessibleDescription(/Hours from 0 to 1000/);
    fill('Every … hours, at most', '');
    await save();
    await waitFor(() =>
      expect(openSheet().getByLabelText('Which medicine?')).toHaveAccessibleDescription(
        /A name needs at least one letter/,
      ),
    );
    expect(await db.observations.count()).toBe(0);
  });
});

describe('extreme data', () => {
  it('shows the year and the day count of an illness that began a year ago', async () => {
    await open({ episodes: [illnessEpisode('2025-11-17', null)] });
    expect(plainText(inRegion('Léo').getByRole('article'))).toContain('since 17 Nov 2025 · day 366');
  });

  it('shows 300 observations page by page, newest first, grouped by day', async () => {
    const observations = Array.from({ length: 300 }, (_, index) =>
      temperature((tonightAt('08:00') - index * 3 * HOUR_MS) as Instant, 36 + (index % 40) / 10, { id: `${index}` }),
    );
    const { user } = await open({ observations });
    const lines = () => [...screen.getByRole('main').querySelectorAll('li li')];
    await waitFor(() => expect(lines()).toHaveLength(6));
    expect(plainText(lines()[0] ?? null)).toBe('08:0036.0 °C');
    for (const shown of [56, 106, 156, 206, 256, 300]) {
      await user.click(screen.getByText('Earlier ones'));
      await waitFor(() => expect(lines()).toHaveLength(shown));
    }
    expect(screen.queryByText('Earlier ones')).toBeNull();
  });

  it('shows 50 past illnesses page by page', async () => {
    const episodes = Array.from({ length: 50 }, (_, index) => {
      const start = day(
        `2025-${String((index % 12) + 1).padStart(2, '0')}-${String(index % 28 || 28).padStart(2, '0')}`,
      );
      return illnessEpisode(start, start, { id: `${index}`, label: `Cold ${index}` });
    });
    const { user } = await open({ episodes });
    const shown = () => inRegion('Léo').getAllByText(/^Cold \d+$/);
    expect(shown()).toHaveLength(6);
    await user.click(inRegion('Léo').getByRole('button', { name: 'Earlier ones' }));
    await waitFor(() => expect(shown()).toHaveLength(30));
  });

  it('shows the screen in French', async () => {
    await open({ episodes: [illnessEpisode('2026-11-14', null)], observations: [dose('03:10')], language: 'fr' });
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Maladies et médicaments');
    expect(plainText(inRegion('Léo').getByRole('article'))).toContain('depuis le sam. 14 nov. · jour 4');
    expect(await inRegion('Léo').findByText(/^Paracetamol\s: pas avant 09:10$/)).toBeInTheDocument();
  });
});
