import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { startApp } from '../support/app';
import { householdDatabase } from '../support/database';
import { nightRow, tonightAt, wakeUp } from '../support/factories';
import { standard } from '../support/runbooks';
import { setNow } from '../support/screen';

/*
 * The tests of a feature render only its own screens. This test checks that each address of the app
 * shows the right screen.
 */

it.each([
  ['#/', 'Night closed'],
  ['#/nights', 'Nights'],
  ['#/nights/review', 'Morning review'],
  ['#/nights/2026-11-16', /^Night of/],
  ['#/nights/2026-11-16/post-mortem', 'Post-mortem'],
  ['#/nights/2026-11-16/incident', /Léo/],
  ['#/dashboard', 'Dashboard'],
  ['#/household', 'Household'],
  ['#/household/health', 'Illness and health'],
  ['#/household/paediatrician', 'Report for the paediatrician'],
  ['#/household/chores', 'Technical debt'],
  ['#/household/naps', 'Recharging'],
  ['#/household/on-call', 'On call'],
  ['#/household/on-call/add/nothing', 'On call'],
  ['#/household/on-call/standard', 'standard'],
  ['#/no/such/screen', 'Night closed'],
  ['#/household/no-such-screen', 'Night closed'],
])('shows at %s the screen “%s”', async (hash, title) => {
  setNow('09:00');
  const db = await householdDatabase([wakeUp('02:43', '03:03', { id: 'incident' })]);
  await db.nights.put(nightRow({ morningAt: tonightAt('07:00') }));
  await db.runbooks.put(standard);
  await startApp({ db, hash });
  expect(await screen.findByRole('heading', { level: 1, name: title })).toBeInTheDocument();
});
