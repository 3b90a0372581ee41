import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { InfernalDatabase } from '@/db/database';
import { addEntry } from '@/db/editIncident';

import { readIncident, readNightRow } from '@/db/queries';
import type { ClockSlip } from '@/domain/review/proposal';
import type { Incident } from '@/domain/rows/incident';
import { liveEntries } from '@/domain/timeline/foldTimeline';
import ReviewScreen from '@/features/review/ReviewScreen';
import { HOUR_MS, type Instant, MINUTE_MS } from '@/lib/time';
import { useClockMemory } from '@/stores/clockMemory';
import { useReviewSkips } from '@/stores/review';
import { householdDatabase } from '../support/database';
import { at, DAD, day, entry, incident, nightRow, tonightAt, wakeUp, ZOE } from '../support/factories';
import { passTapGuard, screenStarter, setNow, statusText } from '../support/screen';

const startScreen = screenStarter(['/nights/review', ReviewScreen]);

const MORNING = tonightAt('07:30');
const WITH_CAUSE = { causeId: 'hunger' } as const;

beforeEach(() => useReviewSkips.setState(useReviewSkips.getInitialState(), true));

const question = () => screen.findByRole('heading', { level: 2 });
const findQuestion = (name: string | RegExp) => screen.findByRole('heading', { level: 2, name });

async function openReview(db: InfernalDatabase, language: 'en' | 'fr' = 'en') {
  setNow(MORNING);
  const app = await startScreen({ db, language, hash: '#/nights/review' });
  await question();
  return {
    ...app,
    /** Taps a button when it is shown and the guard against double taps has ended. */
    tap: async (name: string | RegExp) => {
      const button = await screen.findByRole('button', { name });
      passTapGuard();
      await app.user.click(button);
    },
  };
}

const forgotten = incident([entry('detected', '02:43'), entry('acknowledged', '02:46', { by: DAD })], {
  id: 'open',
  ...WITH_CAUSE,
});

describe('a review without a question', () => {
  it('shows that all is clear, and links to the night and its post-mortem', async () => {
    setNow(MORNING);
    await startScreen({ hash: '#/nights/review' });
    await findQuestion('Nothing to repair');
    expect(screen.getByRole('link', { name: 'Look at the night' })).toHaveAttribute('href', '#/nights/2026-11-16');
    expect(screen.getByRole('link', { name: /post-mortem/ })).toHaveAttribute(
      'href',
      '#/nights/2026-11-16/post-mortem',
    );
  });
});

describe('a review of a forgotten end, a doubtful pair and an unlogged night', () => {
  const usual = async () => {
    const db = await householdDatabase([
      forgotten,
      wakeUp('00:10', '00:22', { childId: ZOE, ...WITH_CAUSE }),
      wakeUp('00:26', '00:40', { childId: ZOE, ...WITH_CAUSE }),
    ]);
    await db.nights.put(nightRow({ id: day('2026-11-14'), quiet: true }));
    return db;
  };

  it('answers every question with three taps', async () => {
    const { tap, db } = await openReview(await usual());
    await findQuestion('Léo, 02:43: never closed');
    expect(screen.getByText('1 of 3')).toBeInTheDocument();
    await tap('Asleep again, about 03:03');

    await findQuestion('Zoé: one wake-up, or two?');
    expect(statusText()).toContain('Asleep again · about 03:03');
    expect(screen.getByText(/^4\smin of sleep in between\.$/)).toBeInTheDocument();
    await tap('One wake-up');

    await findQuestion('Nothing logged. All quiet?');
    expect(screen.getByText(/^Night of Sun.15.Nov/)).toBeInTheDocument();
    await tap('All quiet');

    await findQuestion('All clear');
    expect((await readIncident(db, 'open'))?.timeline.at(-1)).toMatchObject({
      kind: 'resolved',
      estimated: true,
      by: DAD,
    });
    expect(await readIncident(db, '00:26 to 00:40')).toBeNull();
    expect((await readIncident(db, '00:10 to 00:22'))?.timeline).toHaveLength(4);
    expect(await readNightRow(db, day('2026-11-15'))).toMatchObject({ quiet: true });
  });

  it('asks a question again when its answer is undone', async () => {
    const { tap, db } = await openReview(await usual());
    await tap('Asleep again, about 03:03');
    await findQuestion('Zoé: one wake-up, or two?');
    await tap('Undo');
    await findQuestion('Léo, 02:43: never closed');
    expect(screen.getByText('1 of 3')).toBeInTheDocument();
    await tap('Up for the day, 07:00');
    await tap('One wake-up');
    await findQuestion('Nothing logged. All quiet?');
    await tap('Undo (2)');
    await findQuestion('Zoé: one wake-up, or two?');
    expect(await readIncident(db, '00:26 to 00:40')).toMatchObject({ deletedAt: null });
    expect(liveEntries((await readIncident(db, 'open'))?.timeline ?? []).at(-1)).toMatchObject({ outcome: 'upForDay' });
  });

  it('changes nothing for “Two”, “Nobody logged” and “Skip”, and remembers them on this phone', async () => {
    const { tap, db } = await openReview(await usual());
    await tap('Skip');
    await tap('Two');
    await tap('Nobody logged');
    await findQuestion('All clear');
    expect((await readIncident(db, 'open'))?.timeline).toHaveLength(2);
    expect(JSON.parse(localStorage.getItem('infernalops.review') ?? '').state.passed).toEqual([
      'forgotten open',
      'pair 00:10 to 00:22 00:26 to 00:40',
      'unlogged 2026-11-15',
    ]);
    // The skipped questions can be asked again on demand.
    await tap('Ask again about the 3 left as they are');
    await findQuestion('Léo, 02:43: never closed');
  });

  it('links from “Another time” to the page of the incident', async () => {
    await openReview(await usual());
    expect(screen.getByRole('link', { name: 'Another time' })).toHaveAttribute('href', '#/nights/2026-11-16/open');
  });

  it('shows the review in French', async () => {
    const { tap } = await openReview(await usual(), 'fr');
    await findQuestion(/^Léo, 02:43\s: jamais clos$/);
    await tap('Ça redort, vers 03:03');
    await findQuestion(/^Zoé\s: un réveil, ou deux\s\?$/);
  });

  it('ignores the second half of a double tap', async () => {
    const { user, db } = await openReview(await usual());
    passTapGuard();
    await user.dblClick(await screen.findByRole('button', { name: 'Skip' }));
    await findQuestion('Zoé: one wake-up, or two?');
    await user.click(screen.getByRole('button', { name: 'One wake-up' }));
    expect(await readIncident(db, '00:26 to 00:40')).not.toBeNull();
    passTapGuard();
    await user.click(screen.getByRole('button', { name: 'One wake-up' }));
    await waitFor(async () => expect(await readIncident(db, '00:26 to 00:40')).toBeNull());
  });
});

describe('a double tap on an answer', () => {
  it('writes one entry, and one undo removes it', async () => {
    const withoutResponder = incident([entry('detected', '02:43'), entry('resolved', '03:03', { by: null })], {
      id: 'x',
      ...WITH_CAUSE,
    });
    const { tap, user, db } = await openReview(await householdDatabase([withoutResponder]));
    await findQuestion('Léo, 02:43: who was up?');
    passTapGuard();
    await user.dblClick(screen.getByRole('button', { name: 'Dad' }));
    await findQuestion('All clear');
    expect((await readIncident(db, 'x'))?.timeline).toHaveLength(3);
    await tap('Undo');
    await findQuestion('Léo, 02:43: who was up?');
    // The same answer can be given again.
    await tap('Dad');
    await findQuestion('All clear');
  });

  it('undoes “All quiet”', async () => {
    const db = await householdDatabase([wakeUp('02:43', '03:03', WITH_CAUSE)]);
    await db.nights.put(nightRow({ id: day('2026-11-14'), quiet: true }));
    const { tap, user } = await openReview(db);
    await findQuestion('Nothing logged. All quiet?');
    passTapGuard();
    await user.dblClick(screen.getByRole('button', { name: 'All quiet' }));
    await findQuestion('All clear');
    await tap('Undo');
    await findQuestion('Nothing logged. All quiet?');
  });
});

describe('a review of forty wake-ups without a responder or a cause', () => {
  const forty = Array.from({ length: 40 }, (_, n): Incident => {
    const from = (tonightAt('20:10') + n * 16 * 60_000) as Instant;
    const to = (from + 5 * 60_000) as Instant;
    return incident([entry('detected', from), entry('resolved', to, { by: null })], { id: `bare ${n}` });
  });

  it('asks about one after the other, oldest first, and ends on “That’s enough for today”', async () => {
    const { tap, db } = await openReview(await householdDatabase(forty));
    await findQuestion('Léo, 20:10: who was up?');
    expect(screen.getByText('1 of 80')).toBeInTheDocument();
    await tap('Dad');
    await findQuestion('Léo, 20:26: who was up?');
    expect(statusText()).toContain('Dad was up · 20:10');
    expect(screen.getByText('2 of 80')).toBeInTheDocument();
    expect((await readIncident(db, 'bare 0'))?.timeline[1]).toMatchObject({
      kind: 'acknowledged',
      by: DAD,
      at: tonightAt('20:10'),
      estimated: true,
    });
    await tap('That’s enough for today');
    await findQuestion('All clear');
    expect(screen.getByRole('button', { name: 'Ask again about the 79 left as they are' })).toBeInTheDocument();
  });

  it('logs a cause with one tap', async () => {
    useReviewSkips.getState().skip(forty.map(({ id }) => `who ${id}`));
    const { tap, db } = await openReview(await householdDatabase(forty));
    await findQuestion('Léo, 20:10: why, do you think?');
    const causes = within(screen.getByRole('main')).getAllByRole('button');
    expect(causes.map(({ textContent }) => textContent)).toContain('The moon');
    await tap('The moon');
    await findQuestion('Léo, 20:26: why, do you think?');
    expect(await readIncident(db, 'bare 0')).toMatchObject({ causeId: 'unknown-to-us' });
  });
});

it('asks one question per child when two incidents have no end', async () => {
  const second = incident([entry('detected', '03:10')], { id: 'zoe', childId: ZOE, ...WITH_CAUSE });
  const { tap } = await openReview(await householdDatabase([forgotten, second]));
  await findQuestion('Léo, 02:43: never closed');
  await tap(/^Asleep again/);
  await findQuestion('Zoé, 03:10: never closed');
  await tap(/^Asleep again/);
  // No entry says who was up with Zoé.
  await findQuestion('Zoé, 03:10: who was up?');
});

it('drops a question when the incident is ended elsewhere meanwhile', async () => {
  const { db } = await openReview(await householdDatabase([forgotten]));
  await findQuestion('Léo, 02:43: never closed');
  const end = entry('resolved', '03:00', { by: DAD });
  await addEntry(db, { incidentId: 'open', entry: end, now: MORNING });
  await findQuestion('All clear');
});

describe('what a wrong clock has dated', () => {
  /** Tapped at 02:43 and 02:58, on a clock that was 10 h 17 ahead. */
  const ahead = incident([entry('detected', at('2026-11-17 13:00')), entry('resolved', at('2026-11-17 13:15'))], {
    id: 'ahead',
    ...WITH_CAUSE,
  });
  const slip: ClockSlip = {
    noticedAt: tonightAt('03:10'),
    byMs: -(10 * HOUR_MS + 17 * MINUTE_MS),
    isExact: true,
    dates: ahead.timeline.map((dated) => ({ table: 'incidents', rowId: 'ahead', field: dated.id, at: dated.at })),
  };
  const openWithSlip = async (language?: 'fr') => {
    useClockMemory.setState({ slips: [slip] });
    return openReview(await householdDatabase([ahead]), language);
  };
  const instantsOf = async (db: InfernalDatabase) =>
    (await readIncident(db, 'ahead'))?.timeline.map((dated) => dated.at);

  beforeEach(() => useClockMemory.setState(useClockMemory.getInitialState(), true));

  it('moves by the difference in one tap, with one undo', async () => {
    const { tap, db } = await openWithSlip();
    await findQuestion('The clock was ahead: 2 times are wrong');
    expect(screen.getByText(/^Tuesday,? 17 November 2026, 13:00$/)).toBeInTheDocument();
    expect(screen.getByText(/^now Tuesday,? 17 November 2026, 02:43$/)).toBeInTheDocument();
    await tap(/^Move back by 10\sh\s17$/);
    await findQuestion(/Nobody|Who|All clear/);
    expect(await instantsOf(db)).toEqual([tonightAt('02:43'), tonightAt('02:58')]);
    await tap('Undo');
    await findQuestion('The clock was ahead: 2 times are wrong');
    expect(await instantsOf(db)).toEqual([at('2026-11-17 13:00'), at('2026-11-17 13:15')]);
  });

  it('moves with the first time when a parent knows it better', async () => {
    const { tap, db, user } = await openWithSlip();
    await tap('When was it really?');
    const time = within(screen.getByRole('dialog')).getByLabelText('Time');
    await user.clear(time);
    await user.type(time, '02:30');
    await tap('Move');
    await waitFor(async () => expect(await instantsOf(db)).toEqual([tonightAt('02:30'), tonightAt('02:45')]));
  });

  it('stays if a parent says in French that it is right', async () => {
    const { tap, db } = await openWithSlip('fr');
    await findQuestion(/^L’horloge avançait\s: 2 heures sont fausses$/);
    await tap('C’est juste');
    await waitFor(() => expect(screen.queryByText(/L’horloge avançait/)).toBeNull());
    expect(await instantsOf(db)).toEqual([at('2026-11-17 13:00'), at('2026-11-17 13:15')]);
  });
});
