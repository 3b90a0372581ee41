import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { changeCaregiver, changeHousehold } from '@/db/people';
import { readNightRow } from '@/db/queries';
import { changeRotation } from '@/db/rota';
import type { Shift } from '@/domain/rows/household';
import { Tonight } from '@/features/tonight/Tonight';
import { useDeviceSettings } from '@/stores/device';
import { householdDatabase } from '../../support/database';
import { DAD, day, MUM, nightRow, tonightAt, toWallTime } from '../../support/factories';
import { screenStarter, setNow, statusText, TONIGHT } from '../../support/screen';

const startScreen = screenStarter([TONIGHT, Tonight]);

const night = day('2026-11-16');
const dadThenMum: Shift = { primary: DAD, secondary: MUM, handoverAt: toWallTime('03:00') };
const rotaChangedAt = tonightAt('19:00');

/** Returns the database of a household with a rota: by default, Dad has every night until 03:00. */
async function databaseWithRota(slots: Shift[] = [dadThenMum]) {
  const db = await householdDatabase();
  await changeRotation(db, { rotation: { anchor: night, slots }, now: rotaChangedAt });
  return db;
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
/** The sheet is loaded when it is first opened. */
const sheet = async () => within(await screen.findByRole('dialog'));

describe('the line that says who is on call tonight', () => {
  it('names both caregivers on a phone without a holder', async () => {
    setNow('02:43');
    await startScreen({ db: await databaseWithRota() });
    expect(button('On call tonight Dad until 03:00, then Mum')).toBeInTheDocument();
  });

  it('reassures a holder who is not on call', async () => {
    setNow('02:43');
    useDeviceSettings.getState().set({ holderId: MUM });
    await startScreen({ db: await databaseWithRota() });
    expect(button('Dad has it until 03:00. Go back to sleep.')).toBeInTheDocument();
  });

  it('reassures a holder who is not on call in French', async () => {
    setNow('02:43');
    useDeviceSettings.getState().set({ holderId: MUM });
    await startScreen({ db: await databaseWithRota(), language: 'fr' });
    expect(button('Dad veille jusqu’à 03:00. Rendormez-vous.')).toBeInTheDocument();
  });

  it('names the other caregiver from the hand-over on', async () => {
    setNow('03:00');
    useDeviceSettings.getState().set({ holderId: DAD });
    await startScreen({ db: await databaseWithRota() });
    expect(button('Mum has it. Go back to sleep.')).toBeInTheDocument();
  });

  it('never tells the caregiver on call to sleep, nor anybody before the night', async () => {
    setNow('02:43');
    useDeviceSettings.getState().set({ holderId: DAD });
    const { db } = await startScreen({ db: await databaseWithRota() });
    expect(button(/Dad until 03:00, then Mum$/)).toBeInTheDocument();
    // The night now starts at 3:30, which is later than the present 2:43.
    await changeHousehold(db, { change: { nightStart: toWallTime('03:30') }, now: rotaChangedAt });
    useDeviceSettings.getState().set({ holderId: MUM });
    await waitFor(() => expect(button(/Dad until 03:00, then Mum$/)).toBeInTheDocument());
  });

  it('is not shown without a rota, nor once the night is over', async () => {
    setNow('02:43');
    const { db } = await startScreen();
    expect(screen.queryByRole('button', { name: /On call tonight/ })).toBeNull();
    await changeRotation(db, { rotation: { anchor: night, slots: [dadThenMum] }, now: rotaChangedAt });
    await screen.findByRole('button', { name: /On call tonight/ });
    // "Good morning" was logged at 2:30, so at 2:43 the night is over.
    await db.nights.put(nightRow({ morningAt: tonightAt('02:30') }));
    await waitFor(() => expect(screen.queryByRole('button', { name: /On call tonight/ })).toBeNull());
  });
});

describe('changing who is on call tonight', () => {
  it('swaps tonight in two taps, and swaps back with the undo', async () => {
    setNow('02:43');
    const { db, user } = await startScreen({ db: await databaseWithRota() });
    await user.click(button(/^On call tonight/));
    await user.click((await sheet()).getByRole('button', { name: 'Swap: Mum until 03:00, then Dad' }));
    await waitFor(() => expect(statusText()).toMatch('Tonight: Mum until 03:00, then Dad'));
    expect((await readNightRow(db, night))?.onCall).toEqual({ primary: MUM, secondary: DAD, handoverAt: '03:00' });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(await screen.findByRole('button', { name: /Mum until 03:00, then Dad$/ })).toBeInTheDocument();
    await user.click(button('Undo'));
    expect(await screen.findByRole('button', { name: /Dad until 03:00, then Mum$/ })).toBeInTheDocument();
  });

  it('clears the night’s own shift when tonight is set back to the rota', async () => {
    setNow('02:43');
    const { db, user } = await startScreen({ db: await databaseWithRota() });
    await user.click(button(/^On call tonight/));
    await user.click((await sheet()).getByRole('button', { name: /^Swap/ }));
    // The line has its new text before the sheet has closed. In a browser nothing behind the sheet
    // can be tapped until then, so this waits for it.
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.click(await screen.findByRole('button', { name: /Mum until 03:00, then Dad$/ }));
    // Swapping back would give the rota's shift, so the sheet offers "As in the rota" instead.
    expect((await sheet()).queryByRole('button', { name: /^Swap/ })).toBeNull();
    await user.click((await sheet()).getByRole('button', { name: 'As in the rota: Dad until 03:00, then Mum' }));
    await screen.findByRole('button', { name: /Dad until 03:00, then Mum$/ });
    expect((await readNightRow(db, night))?.onCall).toBeNull();
  });

  it('gives the night to another caregiver', async () => {
    setNow('02:43');
    const { db, user } = await startScreen({
      db: await databaseWithRota([{ primary: DAD, secondary: null, handoverAt: null }]),
    });
    await user.click(button('On call tonight Dad'));
    await user.click((await sheet()).getByRole('button', { name: 'Mum has tonight' }));
    expect(await screen.findByRole('button', { name: 'On call tonight Mum, then Dad' })).toBeInTheDocument();
    expect((await readNightRow(db, night))?.onCall).toEqual({ primary: MUM, secondary: DAD, handoverAt: null });
  });

  it('replaces a caregiver on call who is archived', async () => {
    setNow('02:43');
    const db = await databaseWithRota();
    await changeCaregiver(db, { id: DAD, change: { archived: true }, now: rotaChangedAt });
    const { user } = await startScreen({ db });
    await user.click(button('Dad is no longer in the night. Who has it?'));
    expect((await sheet()).queryByRole('button', { name: /^Swap/ })).toBeNull();
    await user.click((await sheet()).getByRole('button', { name: 'Mum has tonight' }));
    await user.click(await screen.findByRole('button', { name: 'On call tonight Mum' }));
    // The rota still names Dad, so there is no button to go back to it.
    expect((await sheet()).queryByRole('button', { name: /^As in the rota/ })).toBeNull();
    expect((await sheet()).getByRole('link', { name: 'The whole rota' })).toHaveAttribute(
      'href',
      '#/household/on-call',
    );
    expect((await readNightRow(db, night))?.onCall).toEqual({ primary: MUM, secondary: null, handoverAt: null });
  });
});
