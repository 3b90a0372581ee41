import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { removeObservation } from '@/db/health';
import type { Observation } from '@/domain/health/observation';
import { Tonight } from '@/features/tonight/Tonight';
import type { Instant } from '@/lib/time';
import { householdDatabase } from '../../support/database';
import { at, entry, incident, tonightAt, ZOE, zoe } from '../../support/factories';
import { dose, temperature } from '../../support/health';
import { screenStarter, setNow, TONIGHT } from '../../support/screen';

const startScreen = screenStarter([TONIGHT, Tonight]);

async function start(
  time: string | Instant,
  observations: Observation[],
  incidents: ReturnType<typeof incident>[] = [],
) {
  setNow(time);
  const db = await householdDatabase(incidents);
  await db.observations.bulkPut(observations);
  return startScreen({ db });
}

const mainText = () => screen.getByRole('main').textContent?.replace(/\s/g, ' ');
const ANY_NOT_BEFORE = /not again before/;

/** Lets the app's clock tick at this time, as it does when the page is shown again. */
async function tickAt(time: string): Promise<void> {
  vi.setSystemTime(tonightAt(time));
  await act(async () => void document.dispatchEvent(new Event('visibilitychange')));
}

describe('the lines of medicines on Tonight', () => {
  it('shows what must not be given again yet', async () => {
    await start('03:15', [dose('03:10')]);
    expect(await screen.findByText('Paracetamol · Léo: not again before 09:10')).toBeInTheDocument();
  });

  it('shows it while a child is awake, too', async () => {
    await start('03:15', [dose('03:10')], [incident([entry('detected', '03:00')])]);
    expect(await screen.findByRole('timer')).toBeInTheDocument();
    expect(await screen.findByText('Paracetamol · Léo: not again before 09:10')).toBeInTheDocument();
  });

  it('has a line for each child and each medicine, the soonest first', async () => {
    await start('03:15', [
      dose('03:10'),
      dose('01:00', 8, { name: 'Ibuprofen', id: 'ibuprofen' }),
      dose('02:00', 6, { childId: ZOE }),
    ]);
    await screen.findByText(/Ibuprofen/);
    expect(
      within(screen.getByRole('main'))
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Paracetamol · Zoé: not again before 08:00',
      'Ibuprofen · Léo: not again before 09:00',
      'Paracetamol · Léo: not again before 09:10',
    ]);
  });

  it('shows the day of a medicine that waits for two days', async () => {
    await start('03:15', [dose('03:10', 48)]);
    expect(await screen.findByText(/not again before Thu.19.Nov, 03:10$/)).toBeInTheDocument();
  });

  it('shows the day of a daily medicine, because “09:00” alone looks past at ten', async () => {
    await start('10:00', [dose('09:00', 24)]);
    expect(await screen.findByText(/not again before Wed.18.Nov, 09:00$/)).toBeInTheDocument();
  });

  it('leaves the day out if the time is at most twelve hours away', async () => {
    await start('22:00', [dose('21:00', 12), dose('20:00', 8, { name: 'Syrup', id: 'syrup' })]);
    expect(await screen.findByText(/Paracetamol.*not again before 09:00$/)).toBeInTheDocument();
    expect(screen.getByText(/Syrup.*not again before 04:00$/)).toBeInTheDocument();
  });

  it('removes the line by itself once the time has passed', async () => {
    await start('03:15', [dose('03:10')]);
    await screen.findByText(/09:10/);
    await tickAt('09:09');
    expect(mainText()).toMatch(ANY_NOT_BEFORE);
    await tickAt('09:10');
    await waitFor(() => expect(mainText()).not.toMatch(ANY_NOT_BEFORE));
  });

  it('reacts to a new dose and to one that is removed', async () => {
    const { db } = await start('03:15', []);
    await db.observations.put(dose('03:10'));
    await screen.findByText(/09:10/);
    await removeObservation(db, { id: 'dose 03:10', now: tonightAt('03:15') });
    await waitFor(() => expect(mainText()).not.toMatch(ANY_NOT_BEFORE));
  });

  it('shows nothing for a medicine without an interval, a temperature, or an archived or unknown child', async () => {
    setNow('03:15');
    const db = await householdDatabase();
    await db.observations.bulkPut([
      dose('03:10', null),
      temperature('03:05', 38.9),
      dose('02:00', 6, { childId: ZOE }),
      dose('02:30', 6, { childId: 'gone' }),
    ]);
    await db.children.put({ ...zoe, archived: true });
    await startScreen({ db });
    // An unwanted line would have appeared by the time this one does.
    await db.observations.put(dose('03:12', 1, { name: 'Syrup' }));
    await screen.findByText('Syrup · Léo: not again before 04:12');
    expect(within(screen.getByRole('main')).getAllByRole('listitem')).toHaveLength(1);
  });

  it('says which 02:30 is meant if it occurs twice', async () => {
    // Six hours are over at the second 02:30. At the first 02:40, the clock has already shown 02:30
    // once.
    const given = at('2026-10-24 21:30');
    await start((at('2026-10-25 02:30') + 10 * 60_000) as Instant, [dose(given)]);
    expect(
      await screen.findByText('Paracetamol · Léo: not again before 02:30, after the clocks go back'),
    ).toBeInTheDocument();
  });

  it('shows the lines in French', async () => {
    setNow('03:15');
    const db = await householdDatabase();
    await db.observations.put(dose('03:10', 6, { name: 'Paracétamol' }));
    await startScreen({ db, language: 'fr' });
    expect(await screen.findByText(/^Paracétamol · Léo\s: pas avant 09:10$/)).toBeInTheDocument();
  });

  it('shows a name of sixty letters and six medicines in full', async () => {
    const long = 'Superparacetamolissimo'.repeat(3).slice(0, 58);
    const many = Array.from({ length: 6 }, (_, index) =>
      dose('03:10', 6 + index, { id: `${index}`, name: `${long} ${index}` }),
    );
    await start('03:15', many);
    await screen.findByText(new RegExp(`${long} 5`));
    expect(within(screen.getByRole('main')).getAllByRole('listitem')).toHaveLength(6);
  });
});
