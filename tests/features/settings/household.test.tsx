import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { changeHousehold } from '@/db/people';
import HouseholdPages from '@/features/settings/HouseholdPages';
import { useDeviceSettings } from '@/stores/device';
import { tonightAt } from '../../support/factories';
import { screenStarter, setNow, statusText } from '../../support/screen';

const startScreen = screenStarter(['/household/:page?', HouseholdPages]);

const open = async (page: string) => {
  setNow('10:00');
  const started = await startScreen({ hash: `#/household/${page}` });
  await screen.findByRole('heading', { level: 1 });
  return started;
};
const sheet = () => within(screen.getByRole('dialog'));

describe('a child or caregiver', () => {
  it('renames a child or caregiver with Enter', async () => {
    const { db } = await open('children');
    await userEvent.click(screen.getByRole('button', { name: 'Léo' }));
    await userEvent.clear(sheet().getByLabelText('Name'));
    await userEvent.type(sheet().getByLabelText('Name'), 'Léon{Enter}');
    expect(await screen.findByRole('button', { name: 'Léon' })).toBeInTheDocument();
    expect((await db.children.get('leo'))?.name).toBe('Léon');
  });

  it('shows the age from the birth date, and refuses a future birth date', async () => {
    await open('children');
    await userEvent.click(screen.getByRole('button', { name: 'Léo' }));
    fireEvent.change(sheet().getByLabelText('Born on'), { target: { value: '2026-12-01' } });
    await userEvent.click(sheet().getByRole('button', { name: 'Save' }));
    expect(sheet().getByRole('alert')).toHaveTextContent('That day is still to come.');
    fireEvent.change(sheet().getByLabelText('Born on'), { target: { value: '2026-02-17' } });
    await userEvent.click(sheet().getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('button', { name: /Léo\s*9 months/ })).toBeInTheDocument();
  });

  it('asks for the due date once there is a birth date, and shows the corrected age', async () => {
    const { db } = await open('children');
    await userEvent.click(screen.getByRole('button', { name: 'Léo' }));
    expect(sheet().queryByLabelText('Due date, if born early')).toBeNull();
    fireEvent.change(sheet().getByLabelText('Born on'), { target: { value: '2026-06-10' } });
    const dueDate = () => sheet().getByLabelText('Due date, if born early');
    for (const wrong of ['2026-06-10', '2027-06-10']) {
      fireEvent.change(dueDate(), { target: { value: wrong } });
      await userEvent.click(sheet().getByRole('button', { name: 'Save' }));
      expect(sheet().getByRole('alert')).toHaveTextContent('The due date is after the birth, by 20 weeks at most.');
    }
    fireEvent.change(dueDate(), { target: { value: '2026-08-10' } });
    await userEvent.click(sheet().getByRole('button', { name: 'Save' }));
    await userEvent.click(await screen.findByRole('button', { name: /Léo\s*5 months, 3 corrected/ }));
    expect(await db.children.get('leo')).toMatchObject({ birthDate: '2026-06-10', dueDate: '2026-08-10' });
    // Without a birth date a due date says nothing.
    fireEvent.change(sheet().getByLabelText('Born on'), { target: { value: '' } });
    await userEvent.click(sheet().getByRole('button', { name: 'Save' }));
    await waitFor(async () => expect(await db.children.get('leo')).toMatchObject({ birthDate: null, dueDate: null }));
  });

  it('adds a caregiver with a name, a colour and a limit', async () => {
    const { db } = await open('caregivers');
    await userEvent.click(screen.getByRole('button', { name: 'Add somebody' }));
    await userEvent.type(sheet().getByLabelText('Name'), 'Granny');
    await userEvent.click(sheet().getByRole('button', { name: 'Yellow' }));
    await userEvent.type(sheet().getByLabelText('Own limit of interventions a night'), '2');
    await userEvent.click(sheet().getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(statusText()).toMatch('Granny added'));
    expect(await db.caregivers.toArray()).toContainEqual(
      expect.objectContaining({ name: 'Granny', color: 'yellow', fatigueLimit: 2 }),
    );
  });

  it.each(['0', '51', '2.5', 'two'])('refuses a limit of “%s” for a caregiver', async (limit) => {
    const { db } = await open('caregivers');
    await userEvent.click(screen.getByRole('button', { name: 'Mum' }));
    await userEvent.type(sheet().getByLabelText('Own limit of interventions a night'), limit);
    await userEvent.click(sheet().getByRole('button', { name: 'Save' }));
    expect(sheet().getByRole('alert')).toHaveTextContent('A number from 1 to 50.');
    expect((await db.caregivers.get('mum'))?.fatigueLimit).toBeNull();
  });

  it('archives a child or caregiver, and brings them back', async () => {
    await open('children');
    await userEvent.click(screen.getByRole('button', { name: 'Zoé' }));
    await userEvent.click(sheet().getByRole('button', { name: 'Take out of the night' }));
    const archived = await screen.findByRole('region', { name: 'No longer in the night' });
    await userEvent.click(within(archived).getByRole('button', { name: 'Zoé' }));
    await userEvent.click(sheet().getByRole('button', { name: 'Bring back into the night' }));
    await waitFor(() => expect(archived).not.toBeInTheDocument());
  });
});

describe('the night hours and the objectives', () => {
  it('saves a valid number with Enter, and keeps the focus in the field', async () => {
    const { db } = await open('objectives');
    const field = screen.getByLabelText('Asleep again within (minutes)');
    await userEvent.clear(field);
    await userEvent.type(field, '25{Enter}');
    await waitFor(async () => expect((await db.household.get('household'))?.objectives.mttrMinutes).toBe(25));
    expect(field).toHaveFocus();
    expect(field).toHaveValue('25');
  });

  it('shows an error for an invalid number, and keeps the stored one', async () => {
    const { db } = await open('objectives');
    const field = screen.getByLabelText('Sleep available (%)');
    await userEvent.clear(field);
    await userEvent.type(field, '101{Enter}');
    expect(screen.getByText('A number from 0 to 100.')).toBeInTheDocument();
    expect((await db.household.get('household'))?.objectives.availability).toBe(0.9);
  });

  it('accepts a share of recoveries without a feed, and an empty field for no objective', async () => {
    const { db, user } = await open('objectives');
    const field = screen.getByLabelText('Recoveries without a feed (%)');
    const goal = async () => (await db.household.get('household'))?.objectives.weaning;
    expect(field).toHaveValue('');
    expect(screen.queryByText(/or nothing at all/)).toBeNull();
    await user.type(field, '60{Enter}');
    await waitFor(async () => expect(await goal()).toBe(0.6));
    // 600 is not valid, so nothing is stored.
    await user.type(field, '0{Enter}');
    expect(screen.getByText('A number from 0 to 100, or nothing at all.')).toBeInTheDocument();
    expect(await goal()).toBe(0.6);
    await user.clear(field);
    await user.tab();
    await waitFor(async () => expect(await goal()).toBeNull());
    // The other objectives cannot be empty.
    const mttr = screen.getByLabelText('Asleep again within (minutes)');
    await user.clear(mttr);
    await user.tab();
    expect(screen.getByText('A number from 1 to 1440.')).toBeInTheDocument();
    expect((await db.household.get('household'))?.objectives.mttrMinutes).toBe(20);
  });

  it('saves a complete time when the field loses the focus, and reports an incomplete one', async () => {
    const { db } = await open('hours');
    const from = screen.getByLabelText('From');
    fireEvent.change(from, { target: { value: '' } });
    fireEvent.blur(from);
    expect(await screen.findByText('That time is not complete.')).toBeInTheDocument();
    fireEvent.change(from, { target: { value: '19:30' } });
    fireEvent.blur(from);
    await waitFor(async () => expect((await db.household.get('household'))?.nightStart).toBe('19:30'));
    expect(screen.queryByText('That time is not complete.')).toBeNull();
  });

  it('refuses a night that ends when it begins', async () => {
    const { db } = await open('hours');
    const from = screen.getByLabelText('From');
    fireEvent.change(from, { target: { value: '07:00' } });
    fireEvent.blur(from);
    expect(await screen.findByText('A night needs a beginning and an end that differ.')).toBeInTheDocument();
    expect((await db.household.get('household'))?.nightStart).toBe('20:00');
  });

  it('shows a change made in another window', async () => {
    const { db } = await open('grace');
    await changeHousehold(db, { change: { graceSeconds: 45 }, now: tonightAt('10:01') });
    await waitFor(() => expect(screen.getByLabelText('Wait before anybody gets up (seconds)')).toHaveValue('45'));
  });
});

describe('this phone', () => {
  it('stores the holder, the language and the theme of this phone', async () => {
    await open('phone');
    await userEvent.click(screen.getByRole('radio', { name: 'Dad' }));
    expect(useDeviceSettings.getState().holderId).toBe('dad');
    location.hash = '#/household/appearance';
    await userEvent.click(await screen.findByRole('radio', { name: 'Dark' }));
    expect(document.documentElement.dataset.theme).toBe('dark');
    location.hash = '#/household/language';
    await userEvent.click(await screen.findByRole('radio', { name: 'Français' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Langue' })).toBeInTheDocument();
    expect(document.documentElement.lang).toBe('fr');
  });
});

describe('the wake-up links', () => {
  it('are copied without being shown', async () => {
    await open('links');
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Copy link for Léo' }));
    await waitFor(() => expect(statusText()).toMatch('Copied: link for Léo'));
    expect(await navigator.clipboard.readText()).toMatch(/#\/woke\?child=leo$/);
    expect(document.body).not.toHaveTextContent('#/woke');
    expect(screen.queryByDisplayValue(/woke/)).toBeNull();
  });

  it('are shown when the browser does not let them be copied', async () => {
    await open('links');
    const user = userEvent.setup();
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'));
    await user.click(screen.getByRole('button', { name: 'Copy link for Zoé' }));
    expect(await screen.findByDisplayValue(/#\/woke\?child=zoe$/)).toBeInTheDocument();
  });
});

it('shows the name of a row that cannot be read', async () => {
  const { db } = await open('storage');
  await db.table('incidents').put({ id: 'half', detectedAt: 1, resolvedAt: 1 });
  location.hash = '#/';
  await waitFor(() => expect(screen.queryByRole('heading', { level: 1 })).toBeNull());
  location.hash = '#/household/storage';
  expect(await screen.findByText(/^incidents, half: updatedAt/)).toBeInTheDocument();
});
