import { act, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Suspense } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { readPeople } from '@/db/queries';
import { presentNight, readTonight } from '@/db/tonight';
import { undo } from '@/db/undo';
import type { Observation } from '@/domain/health/observation';
import type { Incident } from '@/domain/rows/incident';
import HealthSheet from '@/features/tonight/HealthSheet';
import { HouseholdProvider } from '@/hooks/useHousehold';
import { loadTranslation, TranslationContext } from '@/i18n/useTranslation';
import type { Instant } from '@/lib/time';
import { useToasts } from '@/stores/toasts';
import { householdDatabase } from '../../support/database';
import { entry, incident, LEO, MUM, tonightAt, ZOE } from '../../support/factories';
import { dose, temperature } from '../../support/health';
import { passTapGuard, setNow } from '../../support/screen';

/** Opens the sheet over a night with Léo and Zoé, at 03:10. */
async function open(kind: 'temperature' | 'medicine', rows: Observation[] = [], incidents: Incident[] = []) {
  setNow('03:10');
  const db = await householdDatabase(incidents);
  await db.observations.bulkPut(rows);
  const people = await readPeople(db);
  const tonight = await readTonight(db, presentNight(people.household, Date.now() as Instant), people.household);
  const words = await loadTranslation('en', ['en-GB']);
  const onClose = vi.fn();
  await act(async () =>
    render(
      <TranslationContext value={words}>
        <HouseholdProvider rows={{ db, people, tonight }}>
          <Suspense>
            <HealthSheet kind={kind} onClose={onClose} />
          </Suspense>
        </HouseholdProvider>
      </TranslationContext>,
    ),
  );
  await screen.findByRole('dialog');
  return { db, user: userEvent.setup(), onClose };
}

/** Returns a button by its whole name. The spaces of the name may be no-break spaces. */
const button = (name: string | RegExp) =>
  screen.findByRole('button', {
    name: typeof name === 'string' ? (found) => found.replace(/\s/g, ' ') === name : name,
  });
const toast = () => useToasts.getState().toast;
const storedObservations = async (db: Awaited<ReturnType<typeof open>>['db']) =>
  (await db.observations.toArray()).filter(({ id }) => id.length > 30);

describe('a temperature at night', () => {
  it('starts empty, and is set without a keyboard and logged with one more tap', async () => {
    const { db, user, onClose } = await open('temperature');
    expect(await button('What does it say?')).toBeDisabled();
    expect(await button('0.5 °C higher')).toBeDisabled();
    await user.click(await button('38°'));
    await user.click(await button('0.5 °C higher'));
    for (let count = 0; count < 5; count++) await user.click(await button('0.1 °C higher'));
    await user.click(await button('0.1 °C lower'));
    await user.click(await button('Log 38.9 °C'));
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    expect(await storedObservations(db)).toMatchObject([{ childId: LEO, at: tonightAt('03:10'), celsius: 38.9 }]);
    expect(toast()?.message.replace(/\s/g, ' ')).toBe('Léo: 38.9 °C · 03:10');
  });

  it('says the last temperature of the past day, and does not take it for the present one', async () => {
    await open('temperature', [temperature('21:00', 39.4), temperature('20:00', 36.6)]);
    expect(await screen.findByText('Last: 39.4 °C at 21:00')).toBeInTheDocument();
    expect(await button('What does it say?')).toBeDisabled();
  });

  it('does not say a temperature of two days ago', async () => {
    await open('temperature', [temperature((tonightAt('03:09') - 24 * 3_600_000) as Instant, 39.4)]);
    await button('What does it say?');
    expect(screen.queryByText(/^Last:/)).toBeNull();
  });

  it('offers only temperatures of a thermometer’s range', async () => {
    const { user } = await open('temperature');
    await user.click(await button('41°'));
    for (let count = 0; count < 8; count++) await user.click(await button('0.5 °C higher'));
    expect(await button('0.5 °C higher')).toBeDisabled();
    expect(await button('0.1 °C higher')).toBeDisabled();
    expect(await button('Log 45.0 °C')).toBeEnabled();
  });

  it('logs for the child who is awake unless another is chosen, and begins anew for each', async () => {
    const awake = incident([entry('detected', '03:00')], { childId: ZOE });
    const { db, user } = await open('temperature', [temperature('21:00', 39.4)], [awake]);
    const children = within(screen.getByRole('group', { name: 'Who is it?' })).getAllByRole('button');
    expect(children.map(({ textContent }) => textContent)).toEqual(['ZZoé', 'LLéo']);
    await user.click(await button('40°'));
    await user.click(await button('Léo'));
    expect(await button('What does it say?')).toBeDisabled();
    await user.click(await button('39°'));
    await user.click(await button('Log 39.0 °C'));
    await waitFor(async () => expect(await storedObservations(db)).toMatchObject([{ childId: LEO, celsius: 39 }]));
  });

  it('logs one temperature for a double tap', async () => {
    const { db, user } = await open('temperature');
    await user.click(await button('38°'));
    await user.dblClick(await button('Log 38.0 °C'));
    await waitFor(async () => expect(await storedObservations(db)).toHaveLength(1));
  });
});

describe('a medicine at night', () => {
  const yesterday = dose('21:00', 6);

  it('logs a medicine that was given lately again with one tap', async () => {
    const { db, user, onClose } = await open('medicine', [yesterday]);
    await user.click(await button('Paracetamol · 3 ml · every 6 h'));
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    expect(await storedObservations(db)).toMatchObject([
      { childId: LEO, at: tonightAt('03:10'), name: 'Paracetamol', amount: '3 ml', minHours: 6 },
    ]);
    expect(toast()?.message.replace(/\s/g, ' ')).toBe('Léo: Paracetamol · 3 ml · every 6 h · 03:10');
  });

  it('is also something that was tried, in the same write, if the child is awake', async () => {
    const awake = incident([entry('detected', '03:00'), entry('acknowledged', '03:02', { by: MUM })]);
    const { db, user, onClose } = await open('medicine', [yesterday], [awake]);
    await user.click(await button('Paracetamol · 3 ml · every 6 h'));
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    const last = async () => (await db.incidents.get('incident'))?.timeline.at(-1);
    expect(await last()).toMatchObject({ kind: 'remedy', remedy: 'medicine', by: MUM, at: tonightAt('03:10') });
    const change = toast()?.undo;
    if (!change) throw new Error('no undo');
    await undo(db, { undo: change, now: tonightAt('03:11') });
    expect((await storedObservations(db))[0]?.deletedAt).not.toBeNull();
    expect((await last())?.deletedAt).not.toBeNull();
  });

  it('logs a medicine that has to wait only after a confirmation, and undoes it', async () => {
    const { db, user, onClose } = await open('medicine', [dose('01:00', 6)]);
    const waits = /not again before 07:00, says your own interval/;
    const tap = await button(/^Paracetamol/);
    expect(tap).toHaveTextContent(/not again before 07:00$/);
    await user.dblClick(tap);
    expect(await screen.findByText(waits)).toBeInTheDocument();
    expect(await storedObservations(db)).toEqual([]);
    passTapGuard();
    await user.click(await button('Given all the same'));
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    expect(await storedObservations(db)).toHaveLength(1);
    const change = toast()?.undo;
    if (!change) throw new Error('no undo');
    await undo(db, { undo: change, now: tonightAt('03:11') });
    expect((await storedObservations(db))[0]?.deletedAt).not.toBeNull();
  });

  it('returns to the list when the medicine was not given after all', async () => {
    const { db, user } = await open('medicine', [dose('01:00', 6)]);
    await user.click(await button(/^Paracetamol/));
    await user.click(await button('Not given'));
    expect(await button(/^Paracetamol/)).toBeInTheDocument();
    expect(await storedObservations(db)).toEqual([]);
  });

  it('logs a new medicine in the parents’ own words, with or without an interval', async () => {
    const { db, user } = await open('medicine');
    // No value is proposed.
    expect((await screen.findAllByRole('textbox')).map((field) => (field as HTMLInputElement).value)).toEqual([
      '',
      '',
      '',
    ]);
    await user.type(screen.getByLabelText('Which medicine?'), 'Granny’s syrup');
    await user.type(screen.getByLabelText('How much?'), 'a spoon');
    await user.click(await button('Given now'));
    await waitFor(async () =>
      expect(await storedObservations(db)).toMatchObject([
        { name: 'Granny’s syrup', amount: 'a spoon', minHours: null },
      ]),
    );
  });

  it('accepts half hours with a decimal comma, and refuses invalid hours next to their field', async () => {
    const { db, user } = await open('medicine');
    await user.type(await screen.findByLabelText('Which medicine?'), 'Paracetamol');
    const hours = screen.getByLabelText('Every … hours, at most');
    await user.type(hours, 'six');
    await user.click(await button('Given now'));
    expect(hours).toHaveAccessibleDescription(/Hours from 0 to 1000, or nothing\./);
    await user.clear(hours);
    await user.type(hours, '6,5');
    await user.click(await button('Given now'));
    await waitFor(async () => expect(await storedObservations(db)).toMatchObject([{ minHours: 6.5 }]));
  });

  it('refuses a medicine without a name next to its field, and writes nothing', async () => {
    const { db, user, onClose } = await open('medicine');
    await user.click(await button('Given now'));
    await waitFor(() =>
      expect(screen.getByLabelText('Which medicine?')).toHaveAccessibleDescription(
        /A name needs at least one letter\./,
      ),
    );
    expect(onClose).not.toHaveBeenCalled();
    expect(await storedObservations(db)).toEqual([]);
  });

  it('offers the child’s three latest medicines, and asks for a confirmation for a typed one, too', async () => {
    const many = ['A', 'B', 'C', 'D', 'E'].map((name, index) =>
      dose(`2${index > 3 ? 1 : 0}:0${index}`, 12, { name, id: name }),
    );
    const { db, user } = await open('medicine', [...many, dose('22:00', 6, { childId: ZOE, name: 'Zoé’s' })]);
    await button(/^E/);
    expect(screen.getAllByRole('button', { name: /3 ml/ }).map(({ textContent }) => textContent?.[0])).toEqual([
      'E',
      'D',
      'C',
    ]);
    await user.click(await button('Another one'));
    passTapGuard();
    await user.type(await screen.findByLabelText('Which medicine?'), ' a ');
    await user.click(await button('Given now'));
    expect(await screen.findByText(/not again before 08:00, says your own interval/)).toBeInTheDocument();
    expect(await storedObservations(db)).toEqual([]);
  });
});
