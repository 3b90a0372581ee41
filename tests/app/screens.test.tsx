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
  ['#/household/phones', 'Phones'],
  ['#/join', 'Join a household'],
  ['#/household/health', 'Illness and medicine'],
  ['#/household/paediatrician', 'For the paediatrician'],
  ['#/household/chores', 'Chores and technical debt'],
  ['#/household/naps', 'Naps and patience'],
  ['#/household/on-call', 'Rota'],
  ['#/household/on-call/add/nothing', 'Runbooks'],
  ['#/household/runbooks', 'Runbooks'],
  ['#/household/on-call/standard', 'standard'],
  ['#/household/children', 'Children'],
  ['#/household/caregivers', 'Caregivers'],
  ['#/household/hours', 'Night hours'],
  ['#/household/objectives', 'Objectives'],
  ['#/household/grace', 'Grace time'],
  ['#/household/zone', 'Time zone'],
  ['#/household/phone', 'This phone belongs to'],
  ['#/household/language', 'Language'],
  ['#/household/appearance', 'Appearance'],
  ['#/household/clock', 'Clock'],
  ['#/household/links', 'Wake-up links'],
  ['#/household/install', 'On the home screen'],
  ['#/household/storage', 'The log'],
  ['#/household/backup', 'Backup'],
  ['#/household/restore', 'Restore'],
  ['#/household/deleted', 'Deleted things'],
  ['#/household/gameday', 'GameDay'],
  ['#/household/about', 'InfernalOps'],
  ['#/household/erase', 'Erase everything'],
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
