import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { InfernalDatabase } from '@/db/database';
import { addCaregiver, changeCaregiver } from '@/db/people';
import { readNightRow } from '@/db/queries';
import { changeRotation } from '@/db/rota';
import { type RotaPlan, rotationOf } from '@/domain/rotaTemplates';
import RotaScreen from '@/features/oncall/RotaScreen';
import { householdDatabase } from '../../support/database';
import { DAD, day, MUM, nightRow, tonightAt, toWallTime } from '../../support/factories';
import { screenStarter, setNow, statusText } from '../../support/screen';

const startScreen = screenStarter(['/household/on-call', RotaScreen]);

/** Monday 16 November 2026, in the evening. */
const night = day('2026-11-16');
const now = tonightAt('19:00');

async function databaseWithRota(overrides: Partial<RotaPlan> = {}) {
  const db = await householdDatabase();
  const rotation = rotationOf({ template: 'nights', anchor: night, order: [MUM, DAD], handoverAt: null, ...overrides });
  await db.household.update('household', { rotation });
  return db;
}

async function open(db?: InfernalDatabase, language: 'en' | 'fr' = 'en') {
  setNow('19:00');
  const started = await startScreen({ ...(db ? { db } : {}), language, hash: '#/household/on-call' });
  await screen.findByRole('heading', { level: 1, name: language === 'en' ? 'Rota' : 'Tour de garde' });
  return started;
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const group = (name: string) => within(screen.getByRole('group', { name }));
const sheet = () => within(screen.getByRole('dialog'));
const rotationIn = async (db: InfernalDatabase) => (await db.household.get('household'))?.rotation;
const primaryInitials = async (db: InfernalDatabase) =>
  (await rotationIn(db))?.slots.map(({ primary }) => primary.at(0)?.toUpperCase()).join('');
const calendar = () => screen.findByRole('region', { name: 'The next fourteen nights' });

describe('a household without a rota', () => {
  it('explains what a rota is for, creates one with one tap, and removes it with undo', async () => {
    const { db, user } = await open();
    expect(screen.getByText(/^Without one, the lighter sleeper/)).toBeInTheDocument();
    expect(screen.queryByRole('region', { name: 'The next fourteen nights' })).toBeNull();
    await user.click(button('Alternate nights'));
    const nights = within(await calendar());
    expect(nights.getAllByRole('button')).toHaveLength(14);
    expect(nights.getByRole('button', { name: /^Tonight, Mon\s16\sNov: Dad, then Mum$/ })).toHaveAttribute(
      'aria-current',
      'date',
    );
    expect(nights.getByRole('button', { name: /^Tue\s17\sNov: Mum, then Dad$/ })).toBeInTheDocument();
    expect(await rotationIn(db)).toMatchObject({ anchor: '2026-11-16' });
    await user.click(button('Undo'));
    await screen.findByText(/^Without one, the lighter sleeper/);
    expect(await rotationIn(db)).toBeNull();
  });

  it('explains the rota in French when there is none', async () => {
    const { user } = await open(undefined, 'fr');
    expect(screen.getByText(/^Sans lui, c’est le sommeil le plus léger/)).toBeInTheDocument();
    await user.click(button('Une nuit sur deux'));
    const nights = within(await screen.findByRole('region', { name: 'Les quatorze prochaines nuits' }));
    expect(nights.getByRole('button', { name: /^Cette nuit, lun\.\s16\snov\.\s: Dad, puis Mum$/ })).toBeInTheDocument();
    await waitFor(() => expect(statusText()).toMatch('C’est changé'));
  });
});

describe('the plan', () => {
  it('changes the plan’s template, first person, first weekday and hand-over', async () => {
    const { db, user } = await open(await databaseWithRota());
    expect(button('Alternate nights')).toHaveAttribute('aria-pressed', 'true');
    await user.click(button('2-2-3'));
    await waitFor(async () => expect(await primaryInitials(db)).toBe('MMDDMMMDDMMDDD'));
    await user.click(
      (await screen.findByRole('group', { name: 'Who begins this week?' })).querySelectorAll('button')[1] as Element,
    );
    await waitFor(async () => expect(await primaryInitials(db)).toBe('DDMMDDDMMDDMMM'));
    await user.selectOptions(screen.getByLabelText('A week begins on'), 'Saturday');
    await waitFor(async () => expect((await rotationIn(db))?.anchor).toBe('2026-11-14'));
    await user.click(button('Yes, they swap'));
    const hour = await screen.findByLabelText('Hand-over at');
    expect(hour).toHaveValue('03:00');
    fireEvent.change(hour, { target: { value: '13:00' } });
    fireEvent.blur(hour);
    expect(await screen.findByText('That is not in the night, which goes from 20:00 to 07:00.')).toBeInTheDocument();
    fireEvent.change(hour, { target: { value: '02:30' } });
    fireEvent.blur(hour);
    await waitFor(async () => expect((await rotationIn(db))?.slots[0]?.handoverAt).toBe('02:30'));
    expect(
      await within(await calendar()).findByRole('button', { name: /^Tonight, .*: Mum until 02:30, then Dad$/ }),
    ).toBeInTheDocument();
  });

  it('accepts a plan in which the same caregiver has every night, with or without a backup', async () => {
    const { db, user } = await open(await databaseWithRota());
    await user.click(button('Always the same one'));
    await waitFor(async () => expect(await primaryInitials(db)).toBe('M'));
    await screen.findByRole('group', { name: 'Who has the nights?' });
    await user.click(group('Who has the nights?').getByRole('button', { name: 'Dad' }));
    await waitFor(async () =>
      expect((await rotationIn(db))?.slots).toEqual([{ primary: DAD, secondary: MUM, handoverAt: null }]),
    );
    // The next tap changes the plan shown, so the screen must have followed the log.
    const dad = () => group('Who has the nights?').getByRole('button', { name: 'Dad' });
    await waitFor(() => expect(dad()).toHaveAttribute('aria-pressed', 'true'));
    await user.click(group('And who backs up?').getByRole('button', { name: 'Nobody' }));
    await waitFor(async () =>
      expect((await rotationIn(db))?.slots).toEqual([{ primary: DAD, secondary: null, handoverAt: null }]),
    );
    const nobody = () => group('And who backs up?').getByRole('button', { name: 'Nobody' });
    await waitFor(() => expect(nobody()).toHaveAttribute('aria-pressed', 'true'));
    await user.click(button('Alternate weeks'));
    await waitFor(async () => expect(await primaryInitials(db)).toBe('DDDDDDDMMMMMMM'));
  });

  it('adds a third caregiver, and removes another one', async () => {
    const db = await databaseWithRota();
    await addCaregiver(db, { id: 'gran', name: 'Gran', now });
    const { user } = await open(db);
    expect(group('Who takes part?').getByRole('button', { name: 'Mum' })).toBeDisabled();
    await user.click(group('Who takes part?').getByRole('button', { name: 'Gran' }));
    await waitFor(async () => expect(await primaryInitials(db)).toBe('MDG'));
    await waitFor(() => expect(group('Who takes part?').getByRole('button', { name: 'Mum' })).toBeEnabled());
    await user.click(group('Who takes part?').getByRole('button', { name: 'Mum' }));
    await waitFor(async () => expect(await primaryInitials(db)).toBe('DG'));
  });

  it('offers only “always the same one” when one caregiver is left', async () => {
    const db = await householdDatabase();
    await changeCaregiver(db, { id: DAD, change: { archived: true }, now });
    const { user } = await open(db);
    expect(screen.getByText(/^Taking turns takes two/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Alternate nights' })).toBeNull();
    await user.click(button('Always the same one'));
    await waitFor(async () =>
      expect((await rotationIn(db))?.slots).toEqual([{ primary: MUM, secondary: null, handoverAt: null }]),
    );
  });

  it('removes the plan, and past nights keep who was on call', async () => {
    const dbWithRota = await databaseWithRota();
    const pastNight = day('2026-11-15');
    await dbWithRota.nights.put(nightRow({ id: pastNight, quiet: true }));
    const { db, user } = await open(dbWithRota);
    await user.click(button('Do without a rota'));
    await screen.findByText(/^Without one/);
    expect(await rotationIn(db)).toBeNull();
    const kept = { primary: DAD, secondary: MUM, handoverAt: null };
    expect((await readNightRow(db, pastNight))?.onCall).toEqual(kept);
    await user.click(button('Undo'));
    await waitFor(async () => expect(await primaryInitials(db)).toBe('MD'));
    expect((await readNightRow(db, pastNight))?.onCall).toEqual(kept);
  });
});

describe('a custom cycle', () => {
  it('adds a night to a custom cycle, moves it, gives it to another caregiver and removes it', async () => {
    const { db, user } = await open(await databaseWithRota());
    await user.click(button('A cycle of our own'));
    const cycle = () => within(screen.getByRole('list', { name: 'The cycle, from tonight on' }));
    expect(cycle().getAllByRole('listitem')).toHaveLength(2);

    await user.click(button('Add a night'));
    await waitFor(async () => expect(await primaryInitials(db)).toBe('MDM'));
    expect(await cycle().findByRole('button', { name: /^Wed\s18\sNov Mum, then Dad$/ })).toBeInTheDocument();

    await user.click(cycle().getByRole('button', { name: /^Tue\s17\sNov: later$/ }));
    await waitFor(async () => expect(await primaryInitials(db)).toBe('MMD'));
    // The night is the last one now and its arrow is disabled, so the night itself has the focus.
    await waitFor(() => expect(cycle().getByRole('button', { name: /^Wed\s18\sNov Dad/ })).toHaveFocus());

    await user.click(cycle().getByRole('button', { name: /^Mon\s16\sNov Mum/ }));
    await user.click(sheet().getByRole('button', { name: 'Dad', pressed: false }));
    await user.click(sheet().getByRole('button', { name: 'Yes, they swap' }));
    await user.click(sheet().getByRole('button', { name: 'Save' }));
    await waitFor(async () =>
      expect((await rotationIn(db))?.slots[0]).toEqual({ primary: DAD, secondary: MUM, handoverAt: '03:00' }),
    );

    await user.click(await cycle().findByRole('button', { name: /^Mon\s16\sNov Dad/ }));
    await user.click(sheet().getByRole('button', { name: 'Take this night out of the cycle' }));
    await waitFor(async () => expect(await primaryInitials(db)).toBe('MD'));
  });

  it('recognises a custom cycle, and replaces it by a template', async () => {
    const db = await householdDatabase();
    const mumsShift = { primary: MUM, secondary: null, handoverAt: null };
    const dadsShift = { primary: DAD, secondary: null, handoverAt: null };
    await changeRotation(db, {
      rotation: { anchor: day('2026-11-15'), slots: [mumsShift, mumsShift, dadsShift] },
      now,
    });
    const { user } = await open(db);
    expect(button('A cycle of our own')).toHaveAttribute('aria-pressed', 'true');
    // The 15th was the first of Mum's two nights, and tonight is the second.
    expect(screen.getByRole('button', { name: /^Mon\s16\sNov Mum$/ })).toBeInTheDocument();
    expect(screen.getByText('After 3 nights it begins again.')).toBeInTheDocument();
    await user.click(button('Alternate nights'));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Add a night' })).toBeNull());
  });
});

describe('the sheet of one night', () => {
  it('swaps the two caregivers of a night; the calendar marks the night, and undo restores it', async () => {
    const { db, user } = await open(await databaseWithRota());
    await user.click(await screen.findByRole('button', { name: /^Tue\s17\sNov: Dad, then Mum$/ }));
    await user.click(sheet().getByRole('button', { name: 'Swap: Mum, then Dad' }));
    await waitFor(() => expect(statusText()).toMatch(/Tue\s17\sNov: Mum, then Dad/));
    expect(
      await screen.findByRole('button', { name: /^Tue\s17\sNov: Mum, then Dad \(not as in the rota\)$/ }),
    ).toBeInTheDocument();
    expect((await readNightRow(db, day('2026-11-17')))?.onCall).toEqual({
      primary: MUM,
      secondary: DAD,
      handoverAt: null,
    });
    await user.click(button('Undo'));
    expect(await screen.findByRole('button', { name: /^Tue\s17\sNov: Dad, then Mum$/ })).toBeInTheDocument();
  });

  it('sets a hand-over for one night, and gives the night back to the rota', async () => {
    const { db, user } = await open(await databaseWithRota());
    await user.click(await screen.findByRole('button', { name: /^Tonight, / }));
    await user.click(sheet().getByRole('button', { name: 'Yes, they swap' }));
    await user.click(sheet().getByRole('button', { name: 'Save' }));
    await user.click(await screen.findByRole('button', { name: /^Tonight, .*Mum until 03:00, then Dad \(/ }));
    expect(sheet().getByText('For this night only. The rota says: Mum, then Dad.')).toBeInTheDocument();
    await user.click(sheet().getByRole('button', { name: 'As in the rota: Mum, then Dad' }));
    await screen.findByRole('button', { name: /^Tonight, .*: Mum, then Dad$/ });
    expect((await readNightRow(db, night))?.onCall).toBeNull();
  });

  it('shows that the person of a night is no longer on call, and gives the night to another caregiver', async () => {
    const db = await databaseWithRota();
    await db.nights.put(
      nightRow({ id: day('2026-11-17'), onCall: { primary: 'nobody knows', secondary: null, handoverAt: null } }),
    );
    const { user } = await open(db);
    await user.click(await screen.findByRole('button', { name: /^Tue\s17\sNov: somebody \(/ }));
    expect(sheet().getByText('somebody is no longer on call: choose somebody.')).toBeInTheDocument();
    await user.click(sheet().getByRole('button', { name: 'Save' }));
    expect(await sheet().findByRole('alert')).toHaveTextContent('Somebody in it is no longer in the night.');
    await user.click(group('Who has this night?').getByRole('button', { name: 'Mum' }));
    await user.click(sheet().getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('button', { name: /^Tue\s17\sNov: Mum \(/ })).toBeInTheDocument();
  });
});

describe('a rota with an archived caregiver', () => {
  it('shows that an archived caregiver has nights, and lets another one take over all of them', async () => {
    const db = await databaseWithRota({ handoverAt: toWallTime('03:00') });
    await addCaregiver(db, { id: 'gran', name: 'Gran', now });
    await changeCaregiver(db, { id: DAD, change: { archived: true }, now });
    const { user } = await open(db);
    const notice = within(screen.getByRole('group', { name: 'Dad is no longer on call: choose somebody.' }));
    await user.click(notice.getByRole('button', { name: 'Gran takes over' }));
    await waitFor(async () => expect(await primaryInitials(db)).toBe('MG'));
    await waitFor(() => expect(screen.queryByText(/choose somebody/)).toBeNull());
  });

  it('does not keep the archived primary as backup when another one takes the nights', async () => {
    const db = await databaseWithRota({ template: 'always', order: [DAD, MUM] });
    await addCaregiver(db, { id: 'gran', name: 'Gran', now });
    await changeCaregiver(db, { id: DAD, change: { archived: true }, now });
    const { user } = await open(db);
    await user.click(group('Who has the nights?').getByRole('button', { name: 'Gran' }));
    await waitFor(async () =>
      expect((await rotationIn(db))?.slots).toEqual([{ primary: 'gran', secondary: MUM, handoverAt: null }]),
    );
  });

  it('lets another caregiver take over when the row of the one on call does not exist', async () => {
    const db = await databaseWithRota();
    await db.caregivers.delete(DAD);
    const { user } = await open(db);
    await user.click(button('Mum takes over'));
    await waitFor(async () =>
      expect((await rotationIn(db))?.slots).toEqual([{ primary: MUM, secondary: null, handoverAt: null }]),
    );
    await waitFor(() => expect(button('Always the same one')).toHaveAttribute('aria-pressed', 'true'));
  });
});
