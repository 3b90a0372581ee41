import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import ChoresScreen from '@/features/chores/ChoresScreen';
import IncidentPage from '@/features/nights/IncidentPage';
import RunbookScreens from '@/features/oncall/RunbookScreens';
import HouseholdPages from '@/features/settings/HouseholdPages';
import { Tonight } from '@/features/tonight/Tonight';
import { householdDatabase } from '../support/database';
import { entry, incident } from '../support/factories';
import { screenStarter, setNow, tapToOpen } from '../support/screen';

const startScreen = screenStarter(
  ['/', Tonight],
  ['/nights/:night/:incidentId', IncidentPage],
  ['/household/chores', ChoresScreen],
  ['/household/on-call/:id', RunbookScreens],
  ['/household/:page', HouseholdPages],
);

const goTo = async (hash: string) => {
  await act(async () => {
    location.hash = hash;
  });
};

/** Each place: its address, the button that opens the text if any, and the text's label. */
const PLACES = [
  ['the note of the night', '#/', ['More', 'A note for the morning'], 'A note for the morning'],
  ['the note of a past wake-up', '#/nights/2026-11-16/incident', [], 'Note'],
  ['a line of a timeline', '#/nights/2026-11-16/incident', [/Add a line/, 'A note'], 'What was it?'],
  ['the name of a new child', '#/household/children', [/Add a child/], 'Name'],
  ['a new chore', '#/household/chores', ['Put something off'], 'What'],
] as const;

describe('a text that was typed', () => {
  it.each(PLACES)('survives Back: %s', async (_name, hash, buttons, label) => {
    setNow('02:50');
    const db = await householdDatabase([incident([entry('detected', '02:43')])]);
    const { user } = await startScreen({ db, hash });
    const open = async () => {
      for (const name of buttons) {
        await screen.findByRole('button', { name });
        await tapToOpen(name);
      }
      return screen.findByLabelText(label, { selector: 'input, textarea' });
    };
    fireEvent.change(await open(), { target: { value: 'Half a sen' } });
    await goTo('#/elsewhere');
    await waitFor(() => expect(screen.queryByLabelText(label, { selector: 'input, textarea' })).toBeNull());
    await goTo(hash);
    expect(await open()).toHaveValue('Half a sen');
    expect(screen.getByText('Typed before, not saved yet.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Start over' }));
    expect(screen.getByLabelText(label, { selector: 'input, textarea' })).toHaveValue('');
  });

  it('survives Escape, and is gone once it was saved', async () => {
    setNow('02:50');
    const { user } = await startScreen({ hash: '#/household/caregivers' });
    const open = async () => {
      await user.click(screen.getAllByRole('button', { name: 'Mum' })[0] as HTMLElement);
      return within(screen.getByRole('dialog'));
    };
    fireEvent.change((await open()).getByLabelText('Name'), { target: { value: 'Mama' } });
    fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const again = await open();
    expect(again.getByLabelText('Name')).toHaveValue('Mama');
    await user.click(again.getByRole('button', { name: 'Save' }));
    await user.click((await screen.findAllByRole('button', { name: 'Mama' }))[0] as HTMLElement);
    expect(screen.queryByText('Typed before, not saved yet.')).toBeNull();
  });
});
