import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { InfernalDatabase } from '@/db/database';
import { readReviewLog } from '@/db/reviewQueries';
import { Tonight } from '@/features/tonight/Tonight';
import { householdDatabase } from '../../support/database';
import { day, entry, incident, nightRow, PARIS, tonightAt, wakeUp } from '../../support/factories';
import { screenStarter, setNow, TONIGHT } from '../../support/screen';

const startScreen = screenStarter([TONIGHT, Tonight]);

const MORNING = tonightAt('07:30');
const NOTED = { causeId: 'hunger' } as const;

describe('the link from Tonight to the morning review', () => {
  const bare = wakeUp('01:00', '01:20');

  /**
   * Waits until the link's code is loaded and a later query of the log has its result. A link that
   * had to appear would be on the screen by then.
   */
  async function waitUntilReviewLinkWouldShow(db: InfernalDatabase): Promise<void> {
    await act(async () => {
      await import('@/components/ReviewLink');
    });
    await act(async () => {
      await readReviewLog(db, day('2026-11-16'), PARIS, { slips: [], now: tonightAt('09:00') });
    });
  }

  it.each([
    ['by night', '03:00'],
    ['while the night lasts by the household’s hours', '06:59'],
  ])('shows no link %s', async (_what, time) => {
    setNow(tonightAt(time));
    const old = incident([entry('detected', '02:43'), entry('resolved', '02:50')], { id: 'x', ...NOTED });
    const db = await householdDatabase([bare, old]);
    await db.nights.put(nightRow({ id: day('2026-11-13'), quiet: true }));
    await startScreen({ db });
    await screen.findByRole('button', { name: 'Léo woke' });
    await waitUntilReviewLinkWouldShow(db);
    expect(screen.queryByRole('link', { name: /Morning review/ })).not.toBeInTheDocument();
  });

  it('is not shown while a child is awake and somebody may be in that incident', async () => {
    setNow(MORNING);
    const db = await householdDatabase([bare, incident([entry('detected', '07:10')], { id: 'now' })]);
    await startScreen({ db });
    await screen.findByRole('button', { name: 'Asleep again' });
    await waitUntilReviewLinkWouldShow(db);
    expect(screen.queryByRole('link', { name: /Morning review/ })).not.toBeInTheDocument();
  });

  it('is shown once “Good morning” was said, and disappears with the last question', async () => {
    setNow(tonightAt('06:10'));
    const db = await householdDatabase([bare]);
    const { user } = await startScreen({ db });
    await user.click(await screen.findByRole('button', { name: 'Good morning' }));
    expect(await screen.findByRole('link', { name: 'Morning review · 1 thing' })).toHaveAttribute(
      'href',
      '#/nights/review',
    );
    await db.incidents.update('01:00 to 01:20', NOTED);
    await waitFor(() => expect(screen.queryByRole('link', { name: /Morning review/ })).not.toBeInTheDocument());
  });
});
