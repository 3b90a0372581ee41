import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import IncidentPage from '@/features/nights/IncidentPage';
import NightPage from '@/features/nights/NightPage';
import { householdDatabase } from '../../support/database';
import { at, entry, incident, wakeUp } from '../../support/factories';
import { screenStarter, setNow, statusText } from '../../support/screen';

const startScreen = screenStarter(['/nights/:night', NightPage], ['/nights/:night/:incidentId', IncidentPage]);
const HASH = '#/nights/2026-11-16/02:43%20to%2003:03';

async function openSheet(more = [wakeUp('02:43', '03:03')]) {
  setNow(at('2026-11-23 10:00'));
  const { user } = await startScreen({ db: await householdDatabase(more), hash: HASH });
  await user.click(await screen.findByRole('button', { name: 'Move to another night' }));
  const moveTo = async (value: string) => {
    fireEvent.change(screen.getByLabelText('Began on'), { target: { value } });
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Save' }));
  };
  return { user, moveTo };
}

describe('moving a wake-up to another night', () => {
  it('opens it in the night that it belongs to now, and says its day', async () => {
    const { user, moveTo } = await openSheet();
    await moveTo('2026-11-20');
    await screen.findByText(/^Moved: Fri.20.Nov, 02:43$/);
    expect(location.hash).toMatch(/^#\/nights\/2026-11-19\//);
    await user.click(screen.getByRole('link', { name: 'Back to the night' }));
    expect(await screen.findByRole('link', { name: /Léo · 02:43 – 03:03/ })).toBeVisible();
  });

  it('says in one sentence why it is refused', async () => {
    const other = incident([entry('detected', at('2026-11-20 02:50')), entry('resolved', at('2026-11-20 03:20'))]);
    const { moveTo } = await openSheet([wakeUp('02:43', '03:03'), other]);
    await moveTo('2026-11-20');
    expect(await screen.findByText('The same child was already awake from 02:50 to 03:20.')).toBeVisible();
    await moveTo('2026-12-24');
    expect(await screen.findByText('That is still to come. Choose a time up to now.')).toBeVisible();
    await moveTo('');
    expect(await screen.findByText('That day is not complete.')).toBeVisible();
    expect(statusText()).toBe('');
  });
});

describe('the time of a line', () => {
  it.each([
    ['2026-11-23 10:00', /^Tue.17.Nov$/],
    ['2027-11-23 10:00', /^Tuesday,? 17 November 2026$/],
  ])('is changed beside its day (on %s)', async (now, text) => {
    setNow(at(now));
    const { user } = await startScreen({ db: await householdDatabase([wakeUp('02:43', '03:03')]), hash: HASH });
    await user.click(await screen.findByRole('button', { name: /Léo woke/ }));
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByText(text)).toBeVisible();
    fireEvent.change(dialog.getByLabelText('At'), { target: { value: '23:50' } });
    expect(dialog.getByText(/16.Nov/)).toBeVisible();
  });
});
