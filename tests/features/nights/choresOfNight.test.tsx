import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Chore } from '@/domain/rows/others';
import NightPage from '@/features/nights/NightPage';
import { chore } from '../../support/chores';
import { householdDatabase } from '../../support/database';
import { at, tonightAt } from '../../support/factories';
import { screenStarter, setNow } from '../../support/screen';

const startScreen = screenStarter(['/nights/:night', NightPage]);

async function openNight(chores: Chore[]) {
  setNow(tonightAt('09:00'));
  const db = await householdDatabase();
  await db.chores.bulkPut(chores);
  await startScreen({ db, hash: '#/nights/2026-11-16' });
  await screen.findByRole('heading', { level: 1 });
}

const textOf = (element: Element) => (element.textContent ?? '').replace(/\s/g, ' ');

const laundry = chore('Laundry', tonightAt('03:05'));
const dishes = chore('Dishes', at('2026-11-10 21:00'), { effortMinutes: 15 });

describe('the page of a night', () => {
  it('lists the chores put off in that night, paid or not, and links to the list of chores', async () => {
    const paid = chore('Bottles', tonightAt('22:00'), { effortMinutes: 10, paidAt: tonightAt('08:00') });
    await openNight([laundry, dishes, paid]);
    const section = await screen.findByRole('region', { name: 'Put off in this night' });
    expect(within(section).getAllByRole('listitem').map(textOf)).toEqual([
      'Bottles10 min · paid Tue 17 Nov',
      'Laundry30 min',
    ]);
    expect(within(section).getByRole('link')).toHaveAttribute('href', '#/household/chores');
  });

  it('shows no section of chores when none was put off in that night', async () => {
    await openNight([dishes]);
    await screen.findByRole('heading', { level: 1, name: /^Night of/ });
    expect(screen.queryByRole('region', { name: 'Put off in this night' })).toBeNull();
  });
});
