import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { rotationOf } from '@/domain/rotaTemplates';
import { startApp } from '../support/app';
import { householdDatabase } from '../support/database';
import { DAD, day, entry, incident, MUM, nightRow, tonightAt, wakeUp, ZOE } from '../support/factories';
import { illnessEpisode } from '../support/patterns';
import { setNow } from '../support/screen';

/* Links lead from a screen of one feature to a screen of another. */

const MORNING = tonightAt('07:30');
const WITH_CAUSE = { causeId: 'hunger' } as const;

it('links to the post-mortem of a night only if the night was logged', async () => {
  setNow(tonightAt('09:00'));
  const { user } = await startApp({
    db: await householdDatabase([wakeUp('02:43', '03:03')]),
    hash: '#/nights/2026-11-15',
  });
  await screen.findByText('not logged', { selector: 'p' });
  expect(screen.queryByRole('link', { name: 'Post-mortem of this night' })).not.toBeInTheDocument();
  location.hash = '#/nights/2026-11-16';
  await user.click(await screen.findByRole('link', { name: 'Post-mortem of this night' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Post-mortem' })).toBeInTheDocument();
});

it('links from the illnesses of a night to its observations', async () => {
  setNow(tonightAt('09:00'));
  const db = await householdDatabase([wakeUp('02:43', '03:03')]);
  await db.episodes.put(illnessEpisode('2026-11-14', null));
  const { user } = await startApp({ db, hash: '#/nights/2026-11-16' });
  await user.click(await screen.findByRole('link', { name: /Cold/ }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Illness and medicine' })).toBeInTheDocument();
});

it('shows on Household who is on call in the coming night, and links to the rota', async () => {
  const db = await householdDatabase();
  const rotation = rotationOf({
    template: 'nights',
    anchor: day('2026-11-16'),
    order: [MUM, DAD],
    handoverAt: null,
  });
  await db.household.update('household', { rotation });
  // In the morning the coming night is the next one, which is Dad’s.
  setNow('09:00');
  const { user } = await startApp({ db, hash: '#/household' });
  await user.click(await screen.findByRole('link', { name: 'Rota Tonight: Dad, then Mum' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Rota' })).toBeInTheDocument();
  expect(await screen.findByRole('button', { name: /^Tonight, Tue\s17\sNov: Dad, then Mum$/ })).toBeInTheDocument();
});

describe('the morning review', () => {
  it('is not linked from Tonight and Nights when it has no question', async () => {
    setNow(MORNING);
    await startApp({ db: await householdDatabase([wakeUp('02:43', '03:03', WITH_CAUSE)]) });
    expect(await screen.findByRole('button', { name: 'Léo woke' })).toBeInTheDocument();
    location.hash = '#/nights';
    await screen.findByRole('heading', { name: 'Nights' });
    expect(screen.queryByRole('link', { name: /Morning review/ })).not.toBeInTheDocument();
  });

  it('is linked from Tonight and Nights with the number of its questions', async () => {
    setNow(MORNING);
    const neverClosed = [entry('detected', '02:43'), entry('acknowledged', '02:46', { by: DAD })];
    const db = await householdDatabase([
      incident(neverClosed, { id: 'open', ...WITH_CAUSE }),
      wakeUp('00:10', '00:22', { childId: ZOE, ...WITH_CAUSE }),
      wakeUp('00:26', '00:40', { childId: ZOE, ...WITH_CAUSE }),
    ]);
    await db.nights.put(nightRow({ id: day('2026-11-14'), quiet: true }));
    await startApp({ db });
    // Nobody adds to this incident any more, so the review is the way to resolve it.
    const link = await screen.findByRole('link', { name: 'Morning review · 3 things' });
    location.hash = link.getAttribute('href') ?? '';
    await screen.findByRole('heading', { level: 2, name: 'Léo, 02:43: never closed' });
    location.hash = '#/nights';
    expect(await screen.findByRole('link', { name: 'Morning review · 3 things' })).toBeInTheDocument();
  });
});
